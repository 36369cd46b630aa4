"""Pools of processes in which a call fails when its process is killed; Python's own waits for ever."""

# It is compiled into the module, runs inside the server, and works with CPython 3.11 and every later one.
#
# A process that is killed, for lack of memory for example, takes along the task that it works on, whose
# caller waits for the result (https://github.com/python/cpython/issues/66587), and the lock of a queue: an
# idle process holds one while it waits for a task. Here the kernel releases the locks of a process that ends,
# and each process notes in shared memory what it works on: the thread of the pool that replaces the process
# lets that task fail. A process that was killed in the middle of a message has broken the stream: then all
# tasks fail, and all processes are replaced.

from __future__ import annotations

import contextlib
import fcntl
import io
import mmap
import os
import struct
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import ProcessError, connection, context, pool, queues
from multiprocessing.reduction import ForkingPickler
from typing import Any

_PythonPool = pool.Pool
_ROOM = 1024  # processes of one pool that may live at a time
_IDLE = 0
_LOST = "the process of the pool that had to do this ended before it was done"
_NUMBER = struct.Struct("q")  # before a task


def install() -> None:
    """Make `multiprocessing.Pool` such a pool, where its processes are forks."""
    pool.Pool = _Pool


def _shared(count: int) -> memoryview:
    """Return so many integers of 64 bits, 0 at first, that forks share."""
    return memoryview(mmap.mmap(-1, 8 * count)).cast("q")


class _Lock:
    """A lock between processes that ends with its owner, and says whether one has ended inside a message."""

    def __init__(self) -> None:
        self._file = io.FileIO(os.memfd_create("orthanc-pool"), "r+b")
        self._is_inside = _shared(1)

    def acquire(self, wait: bool = True) -> bool:
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        fcntl.lockf(self._file, fcntl.LOCK_UN)

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    @contextlib.contextmanager
    def message(self) -> Iterator[None]:
        """Mark the time in which a part of a message has gone; in a process of the pool that has the lock."""
        if self._is_inside[0]:
            raise SystemExit(1)  # the stream is broken: the server replaces it and all processes
        self._is_inside[0] = 1
        yield
        self._is_inside[0] = 0

    def is_broken(self) -> bool:
        """Tell whether an owner has ended inside a message; in the server."""
        if not self.acquire(wait=False):
            return False  # it is held, by a process that lives
        self.release()
        return bool(self._is_inside[0])

    def mend(self) -> None:
        """Forget that an owner has ended inside a message, once no process is left that uses the stream."""
        self._is_inside[0] = 0


class _Tasks(queues.SimpleQueue):
    """What the processes of a pool are to do, and which of them does what."""

    def __init__(self, ctx: context.BaseContext) -> None:
        super().__init__(ctx=ctx)
        self.cache: Any = {}  # the results that are waited for, by the number of their job
        self._rlock = _Lock()
        self._processes = _shared(_ROOM)  # 0, or a process of the pool
        self._numbers = _shared(_ROOM)  # the number of its task, or 0
        self._own = (0, 0)  # this process, and its place in both
        self._count = 0  # of the tasks sent
        self._open: dict[int, tuple[int, int]] = {}  # by number: the job, and the task's place in it

    def send(self, task: Any) -> None:
        """Give a task to the processes; in the server."""
        self._count += 1
        number = self._count
        data = _NUMBER.pack(number) + ForkingPickler.dumps(task)
        if task is not None:
            self._open[number] = task[:2]
        try:
            self._writer.send_bytes(data)
        except OSError:  # the stream was replaced meanwhile
            self._open.pop(number, None)
            raise ProcessError(_LOST) from None
        except BaseException:
            self._open.pop(number, None)
            raise

    def get(self) -> Any:
        """Take a task; in a process of the pool."""
        with self._rlock:
            self._reader.poll(None)
            with self._rlock.message():
                data = self._reader.recv_bytes()
                self._note(_NUMBER.unpack_from(data)[0])
        return ForkingPickler.loads(memoryview(data)[_NUMBER.size :])

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

    def is_broken(self) -> bool:
        """Tell whether a process has ended while it took a task; in the server."""
        return self._rlock.is_broken()

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
            self.cache[task[0]]._set(task[1], (False, ProcessError(_LOST)))

    def begin_again(self) -> None:
        """Replace a broken stream, once its processes have ended; in the server."""
        self._rlock.mend()
        old = self._reader  # without it, a task that is being sent is an error
        self._reader, self._writer = connection.Pipe(duplex=False)
        old.close()


class _Results(queues.SimpleQueue):
    """What comes back from the processes of a pool."""

    def __init__(self, ctx: context.BaseContext, tasks: _Tasks) -> None:
        super().__init__(ctx=ctx)
        self._wlock = _Lock()
        self._tasks = tasks

    def put(self, item: Any) -> None:
        """Hand over a result; in a process of the pool. The server ends its own thread with None."""
        data = ForkingPickler.dumps(item)
        if item is None:
            self._writer.send_bytes(data)
            return
        with self._wlock, self._wlock.message():
            self._writer.send_bytes(data)
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

    def is_broken(self) -> bool:
        """Tell whether a process has ended while it handed over a result; in the server."""
        return self._wlock.is_broken()

    def begin_again(self) -> None:
        """Replace a broken stream, once its processes have ended; in the server."""
        self._wlock.mend()
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
        before = list(workers)
        _PythonPool._maintain_pool(ctx, process, count, workers, tasks, *more)
        dead = [worker for worker in before if worker not in workers]  # Python has replaced them
        if dead and isinstance(tasks, _Tasks):
            _bury({worker.pid for worker in dead}, workers, tasks, more[0])


def _bury(dead: set[int], workers: Any, tasks: _Tasks, results: _Results) -> None:
    """Let fail what processes had to do that have ended."""
    if not any([tasks.is_broken(), results.is_broken()]):
        tasks.fail(dead)
        return
    for worker in workers:
        worker.kill()
        worker.join()
    for queue in (tasks, results):
        queue.begin_again()
    tasks.fail(worker.pid for worker in workers)
    tasks.fail_all()
