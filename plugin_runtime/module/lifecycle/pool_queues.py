"""The queues of a pool, which know the task of each process, and survive processes that are killed."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.
#
# The kernel releases the locks of a process that ends. Each process records its current task in shared
# memory, so that the pool's thread that replaces the process can fail that task: see pools.py.
#
# "In the server" marks methods that the server calls, "in a worker" those that a process of the pool calls.

from __future__ import annotations

import contextlib
import fcntl
import io
import mmap
import os
import socket
import struct
import threading
import time
from collections.abc import Iterable, Iterator
from multiprocessing import ProcessError, connection, context, pool, queues
from multiprocessing.reduction import ForkingPickler
from typing import Any

_MOST_WORKERS = 1024  # processes of one pool at a time
_IDLE = 0
_LOST = "a process of the pool ended before this call was done"
_NUMBER = struct.Struct("q")  # appended to a pickled task, where unpickling ignores it


def _shared(count: int) -> memoryview:
    """Return `count` 64-bit integers in memory that forks share, initially 0."""
    return memoryview(mmap.mmap(-1, 8 * count)).cast("q")


def _is_ending() -> bool:
    """Return whether this thread of a pool drains its queue because the pool ends."""
    return getattr(threading.current_thread(), "_state", pool.RUN) != pool.RUN


class _Lock:
    """A lock between processes, released when its owner ends, that detects incomplete messages."""

    def __init__(self) -> None:
        self._file = io.FileIO(os.memfd_create("orthanc-pool"), "r+b")
        self._is_inside = _shared(1)
        # The kernel does not separate the threads of one process. Only the server has several.
        self._server = os.getpid()
        self._threads = threading.Lock()

    def acquire(self, wait: bool = True) -> bool:
        if os.getpid() == self._server and not self._threads.acquire(wait):
            return False
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError as error:
            self._let_threads()
            if isinstance(error, BlockingIOError):
                return False
            raise
        return True

    def release(self) -> None:
        fcntl.lockf(self._file, fcntl.LOCK_UN)
        self._let_threads()

    def _let_threads(self) -> None:
        if os.getpid() == self._server:
            self._threads.release()

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def require_whole(self) -> None:
        """End this process if the stream is broken; in a worker. Requires the lock."""
        if self.is_inside():
            raise SystemExit(1)  # the server replaces the stream and all processes

    @contextlib.contextmanager
    def message(self) -> Iterator[None]:
        """Mark a message as incomplete within the scope; in a worker. Requires the lock."""
        self.require_whole()
        self._is_inside[0] = 1
        yield
        self._is_inside[0] = 0

    def is_broken(self) -> bool:
        """Return whether an owner has ended in the middle of a message; in the server."""
        if not self.acquire(wait=False):
            return False  # a running process holds it, or another thread of the server
        try:
            return self.is_inside()
        finally:
            self.release()

    def is_inside(self) -> bool:
        """Return whether the last message is incomplete. Requires the lock."""
        return bool(self._is_inside[0])

    def reset(self) -> None:
        """Forget the incomplete message. No process may use the stream any longer."""
        self._is_inside[0] = 0


def _shut_down(stream: Any) -> None:
    """End a stream for all processes."""
    # Not closed: a thread of the pool may still use its descriptor, which another file must not reuse.
    with socket.socket(fileno=os.dup(stream.fileno())) as copy, contextlib.suppress(OSError):
        copy.shutdown(socket.SHUT_RDWR)


class _Queue(queues.SimpleQueue):
    """A queue between processes with a stream that can be replaced."""

    def __init__(self, ctx: context.BaseContext) -> None:
        super().__init__(ctx=ctx)
        for end in (self._reader, self._writer):
            end.close()
        self._lock = _Lock()
        self._open_stream()

    def _open_stream(self) -> None:
        # A socket, which can be shut down even though forks of the server hold copies of its ends.
        self._reader, self._writer = connection.Pipe(duplex=True)
        self._poll = self._reader.poll

    def is_broken(self) -> bool:
        """Return whether a process has ended in the middle of a message; in the server."""
        return self._lock.is_broken()

    def renew(self) -> None:
        """Replace a broken stream; in the server. Its workers must have ended."""
        self._lock.reset()
        old = self._reader
        self._open_stream()
        _shut_down(old)


class Tasks(_Queue):
    """The queue of tasks of a pool, with a record of which process runs which task."""

    stopping = False  # whether the stop of the script kills processes: then no pool begins further tasks

    def __init__(self, ctx: context.BaseContext) -> None:
        super().__init__(ctx)
        self._rlock = self._lock
        self.cache: Any = {}  # the pool's pending results, by job number
        self._processes = _shared(_MOST_WORKERS)  # the ID of the process in each slot, or 0
        self._numbers = _shared(_MOST_WORKERS)  # the number of its task, or 0
        self._own = (0, 0)  # the ID of this process, and its slot
        self._count = 0  # of the tasks sent
        self._open: dict[int, tuple[int, int]] = {}  # task number: the job, and the task's index in it
        self._number_of: dict[tuple[int, int], int] = {}  # the reverse

    def send(self, task: Any) -> None:
        """Send a task to the workers; in the server."""
        if task is not None and self.stopping:
            raise ProcessError(_LOST)
        self._count += 1
        number = self._count
        data = bytes(ForkingPickler.dumps(task)) + _NUMBER.pack(number)
        if task is not None:
            self._open[number] = task[:2]
            self._number_of[task[:2]] = number
        try:
            self._writer.send_bytes(data)
        except OSError:  # renew() has replaced the stream meanwhile
            if task is None:
                raise  # which the pool expects at its end
            if self._close(number) is not None:  # otherwise, it has been failed
                raise ProcessError(_LOST) from None
        except BaseException:
            self._close(number)
            raise

    def get(self) -> Any:
        """Receive a task; in a worker."""
        with self._rlock:
            self._rlock.require_whole()  # otherwise, this process could wait here with the lock
            self._reader.poll(None)
            with self._rlock.message():
                data = self._reader.recv_bytes()
                self._note(_NUMBER.unpack(data[-_NUMBER.size :])[0])
        return ForkingPickler.loads(data)

    def done(self) -> None:
        """Record that the result of the task has been sent; in a worker."""
        self._note(_IDLE)

    def _note(self, number: int) -> None:
        process = os.getpid()
        if self._own[0] != process:
            free = (slot for slot in range(_MOST_WORKERS) if self._processes[slot] == 0)
            self._own = process, next(free, _MOST_WORKERS)
        if self._own[1] == _MOST_WORKERS:
            return  # as in Python's own pool, the end of this process stays undetected
        self._numbers[self._own[1]] = number
        self._processes[self._own[1]] = process

    def close_task(self, job: int, index: int) -> bool:
        """Record the result of a task; return False if it already had one. In the server."""
        return self._close(self._number_of.get((job, index))) is not None

    def _close(self, number: int | None) -> tuple[int, int] | None:
        """Remove and return an open task; None if it is not open. Only one thread receives it."""
        task = None if number is None else self._open.pop(number, None)
        if task is not None:
            self._number_of.pop(task, None)
        return task

    def fail(self, dead: Iterable[int]) -> None:
        """Fail the tasks of processes that have ended; in the server."""
        gone = set(dead)
        for slot in range(_MOST_WORKERS):
            process = self._processes[slot]
            if process in gone:
                number = self._numbers[slot]
                self._processes[slot] = 0  # from now on, a new process may take the slot
                self._fail(number)

    def fail_all(self) -> None:
        """Fail all tasks; in the server."""
        for number in list(self._open):
            self._fail(number)

    def _fail(self, number: int) -> None:
        task = self._close(number)
        if task is not None:
            with contextlib.suppress(KeyError):  # another thread has just set the last result of the job
                self.cache[task[0]]._set(task[1], (False, ProcessError(_LOST)))

    def drain(self, sender: threading.Thread) -> None:
        """Take the tasks from the workers, so that the thread that sends them can end; in the server."""
        # Python's own pool waits for the lock, and hangs if an idle worker has it: one that was started so
        # late that others have taken the requests to end.
        while not self._rlock.acquire(wait=False):
            if not sender.is_alive():
                return
            time.sleep(0.001)
        if self._rlock.is_inside():  # a stop has killed a worker: what follows cannot be read
            _shut_down(self._reader)
            return
        while sender.is_alive() and self._reader.poll():
            with contextlib.suppress(EOFError, OSError):  # renew() has replaced the stream meanwhile
                self._reader.recv_bytes()
            time.sleep(0)


class Results(_Queue):
    """The queue of results of a pool."""

    def __init__(self, ctx: context.BaseContext, tasks: Tasks) -> None:
        super().__init__(ctx)
        self._wlock = self._lock
        self._tasks = tasks

    def put(self, item: Any) -> None:
        """Send a result; in a worker. The server sends None to end its own thread."""
        data = ForkingPickler.dumps(item)
        if item is None:
            with self._wlock:
                self._writer.send_bytes(data)
            return
        with self._wlock, self._wlock.message():
            self._writer.send_bytes(data)
        self._tasks.done()

    def receive(self) -> Any:
        """Return the next result, except for tasks that already have one; in the server."""
        while True:
            reader = self._reader
            try:
                item = reader.recv()
            except (EOFError, OSError):
                if reader is self._reader:
                    raise
                continue
            if item is None or self._tasks.close_task(item[0], item[1]) or _is_ending():
                return item
