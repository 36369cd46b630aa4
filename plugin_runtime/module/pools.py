"""Pools of processes in which a call fails when its process is killed; Python's own waits for ever."""

# It is compiled into the module, runs inside the server, and works with CPython 3.11 and every later one.
#
# A process that is killed, for lack of memory for example, takes along the task that it works on, whose caller
# waits for the result (https://github.com/python/cpython/issues/66587), and the lock of a queue: an idle
# process holds one while it waits for a task. Here each process notes in shared memory what it has. The thread
# of the pool that replaces a process lets its task fail, and releases its lock. A process that was killed in
# the middle of a message has broken the stream: then all tasks fail, and all processes are replaced.

from __future__ import annotations

import contextlib
import mmap
import os
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import ProcessError, connection, context, pool, queues
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any

_PythonPool = pool.Pool
_ROOM = 1024  # processes of one pool that may live at a time
_IDLE = -1


def install() -> None:
    """Make `multiprocessing.Pool` such a pool, where its processes are forks."""
    pool.Pool = _Pool


def _shared(count: int) -> memoryview:
    """Return so many integers of 64 bits, 0 at first, that forks share."""
    return memoryview(mmap.mmap(-1, 8 * count)).cast("q")


def _has_ended(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


class _Lock:
    """A lock between processes that knows which of them holds it, and whether it is inside a message."""

    def __init__(self, ctx: context.BaseContext) -> None:
        self._lock = ctx.Lock()
        self._state = _shared(2)  # the owner or 0, and whether it is inside a message

    def acquire(self) -> bool:
        self._lock.acquire()
        self._state[0] = os.getpid()
        return True

    def release(self) -> None:
        self._state[0] = 0
        self._lock.release()

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    @contextlib.contextmanager
    def message(self) -> Iterator[None]:
        """Mark the time in which a part of a message has gone."""
        self._state[1] = 1
        yield
        self._state[1] = 0

    def release_for_the_dead(self) -> bool:
        """Release the lock if a process held it to its end; tell whether that was inside a message."""
        owner, is_inside = self._state
        if owner == 0 or not _has_ended(owner):
            return False
        self._state[1] = 0
        self.release()
        return bool(is_inside)


class _Tasks(queues.SimpleQueue):
    """What the processes of a pool are to do, and which of them does what."""

    def __init__(self, ctx: context.BaseContext) -> None:
        super().__init__(ctx=ctx)
        self.cache: Any = {}  # the results that are waited for, by the number of their job
        self._rlock = _Lock(ctx)
        self._taken = _shared(1)  # how many tasks have been taken so far
        self._processes = _shared(_ROOM)  # 0, or a process of the pool
        self._numbers = _shared(_ROOM)  # the number of its task, in the order in which they were sent
        self._own = (0, 0)  # this process, and its place in both
        self._count = 0  # of the tasks sent
        self._open: dict[int, tuple[int, int]] = {}  # by number: the job, and the task's place in it

    def send(self, task: Any) -> None:
        """Give a task to the processes; in the server."""
        if task is not None:
            self._open[self._count] = task[:2]
        try:
            self._writer.send(task)
        except BaseException:
            self._open.pop(self._count, None)
            raise
        self._count += 1

    def get(self) -> Any:
        """Take a task; in a process of the pool."""
        with self._rlock:
            self._reader.poll(None)
            with self._rlock.message():
                data = self._reader.recv_bytes()
                self._note(self._taken[0])
                self._taken[0] += 1
        return ForkingPickler.loads(data)

    def done(self) -> None:
        """Note that the result of the task was handed over; in a process of the pool."""
        self._note(_IDLE)

    def _note(self, number: int) -> None:
        process = os.getpid()
        if self._own[0] != process:
            self._own = process, next(place for place in range(_ROOM) if self._processes[place] == 0)
        self._numbers[self._own[1]] = number
        self._processes[self._own[1]] = process

    def close_task(self, job: int, place: int) -> bool:
        """Note that a task has its result; False where it had one before. In the server."""
        for number, task in list(self._open.items()):  # in most cases the first one
            if task == (job, place):
                return self._open.pop(number, None) is not None
        return False

    def release(self) -> bool:
        """Release the lock if its owner has ended; tell whether the stream is broken. In the server."""
        return self._rlock.release_for_the_dead()

    def fail(self, dead: Iterable[int]) -> None:
        """Let the tasks of processes that have ended fail; in the server."""
        gone = set(dead)
        for place in range(_ROOM):
            process = self._processes[place]
            if process in gone:
                self._processes[place] = 0
                self._fail(self._numbers[place])

    def fail_all(self) -> None:
        """Let all tasks fail; in the server."""
        for number in list(self._open):
            self._fail(number)

    def _fail(self, number: int) -> None:
        task = self._open.pop(number, None)
        if task is not None and task[0] in self.cache:
            error = ProcessError("the process of the pool that had to do this ended before it was done")
            self.cache[task[0]]._set(task[1], (False, error))

    def begin_again(self) -> None:
        """Replace a broken stream, once its processes have ended; in the server."""
        old = self._reader  # without it, a task that is being sent is an error
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._taken[0] = self._count
        old.close()


class _Results(queues.SimpleQueue):
    """What comes back from the processes of a pool."""

    def __init__(self, ctx: context.BaseContext, tasks: _Tasks) -> None:
        super().__init__(ctx=ctx)
        self._wlock = _Lock(ctx)
        self._tasks = tasks

    def put(self, item: Any) -> None:
        """Hand over a result; in a process of the pool, and the last item in the server."""
        data = ForkingPickler.dumps(item)
        with self._wlock, self._wlock.message():
            self._writer.send_bytes(data)
        if item is not None:
            self._tasks.done()

    def receive(self) -> Any:
        """Return the next result of a task that has none yet; in the server."""
        while True:
            reader = self._reader
            try:
                item = reader.recv()
            except (EOFError, OSError):
                if reader is self._reader:
                    raise
                continue
            if item is None or self._tasks.close_task(item[0], item[1]):
                return item

    def release(self) -> bool:
        """Release the lock if its owner has ended; tell whether the stream is broken. In the server."""
        return self._wlock.release_for_the_dead()

    def begin_again(self) -> None:
        """Replace a broken stream, once its processes have ended; in the server."""
        old = self._writer  # whose end the thread that receives waits for
        self._reader, self._writer = connection.Pipe(duplex=False)
        old.close()


class _Pool(_PythonPool):
    _quick_put: Callable[[Any], None]
    _quick_get: Callable[[], Any]

    def _setup_queues(self) -> None:
        if self._ctx.get_start_method() != "fork":
            super()._setup_queues()
            return
        self._inqueue = _Tasks(self._ctx)
        self._outqueue = _Results(self._ctx, self._inqueue)
        self._quick_put = self._inqueue.send
        self._quick_get = self._outqueue.receive

    # The thread that replaces processes runs these, also for the ThreadPool, whose queues are others.

    @classmethod
    def _handle_workers(cls, cache: Any, *arguments: Any) -> None:
        for tasks in arguments:
            if isinstance(tasks, _Tasks):
                tasks.cache = cache
        super()._handle_workers(cache, *arguments)

    @staticmethod
    def _maintain_pool(ctx: Any, process: Any, count: int, workers: Any, tasks: Any, *more: Any) -> None:
        dead = [worker.pid for worker in workers if worker.exitcode is not None]
        if dead and isinstance(tasks, _Tasks):
            _bury(dead, workers, tasks, more[0])
        _PythonPool._maintain_pool(ctx, process, count, workers, tasks, *more)

    @staticmethod
    def _help_stuff_finish(tasks: Any, handler: Any, size: int) -> None:
        if isinstance(tasks, _Tasks):
            tasks.release()
        _PythonPool._help_stuff_finish(tasks, handler, size)


def _bury(dead: list[int], workers: Any, tasks: _Tasks, results: _Results) -> None:
    """Let fail what processes had to do that have ended, and release what they held."""
    is_broken = [tasks.release(), results.release()]
    if not any(is_broken):
        tasks.fail(dead)
        return
    for worker in workers:
        worker.kill()
        worker.join()
    tasks.release()
    results.release()
    tasks.begin_again()
    results.begin_again()
    tasks.fail(worker.pid for worker in workers)
    tasks.fail_all()
