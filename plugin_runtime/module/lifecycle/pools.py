"""A `multiprocessing.Pool` whose calls fail if their process is killed; Python's own waits forever."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.
#
# If a process of Python's own pool is killed (for lack of memory, for example), its task is lost, and the
# caller waits forever (https://github.com/python/cpython/issues/66587). An idle process even holds the lock
# of the task queue, which then stays locked.
#
# Here, the pool's thread that replaces the process fails its task: see pool_queues.py. A process that is
# killed in the middle of a message breaks the stream: then all tasks fail, and all processes are replaced.

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from multiprocessing import pool
from typing import Any

from _orthanc_pool_queues import Results, Tasks

_PythonPool = pool.Pool
_PAUSE = 0.5  # seconds until a pool that could start no process tries again


def install() -> None:
    """Replace `multiprocessing.Pool`. Pools whose processes are not forks behave like Python's."""
    pool.Pool = _Pool


class _Pool(_PythonPool):
    _quick_put: Callable[[Any], None]
    _quick_get: Callable[[], Any]

    def _setup_queues(self) -> None:
        if self._ctx.get_start_method() != "fork":
            super()._setup_queues()
            return
        self._inqueue = Tasks(self._ctx)
        self._outqueue = Results(self._ctx, self._inqueue)
        self._quick_put = self._inqueue.send
        self._quick_get = self._outqueue.receive

    # The pool's thread that replaces processes calls these methods, and so does a ThreadPool, with other
    # queues.

    @classmethod
    def _handle_workers(cls, cache: Any, *arguments: Any) -> None:
        for tasks in arguments:
            if isinstance(tasks, Tasks):
                tasks.cache = cache
        super()._handle_workers(cache, *arguments)

    @staticmethod
    def _maintain_pool(ctx: Any, process: Any, count: int, workers: Any, tasks: Any, *more: Any) -> None:
        if not isinstance(tasks, Tasks):
            _PythonPool._maintain_pool(ctx, process, count, workers, tasks, *more)
            return
        before = list(workers)
        try:
            _PythonPool._maintain_pool(ctx, process, count, workers, tasks, *more)
            if len(workers) < count:  # Python only starts processes in place of others that have just ended
                _require_fork()
                _PythonPool._repopulate_pool_static(ctx, process, count, workers, tasks, *more)
            _thread.lacks_workers = False
        except OSError as error:
            if not _lacks_workers():
                import logging  # only now, since it is slow to import

                logging.error(
                    "A pool of processes cannot replace those that have ended, and tries again: %s", error
                )
            _thread.lacks_workers = True
        finally:
            dead = [worker for worker in before if worker not in workers]
            if dead:
                _fail_tasks_of({worker.pid for worker in dead}, workers, tasks, more[0])
            if Tasks.stopping:
                tasks.fail_all()

    @staticmethod
    def _wait_for_updates(sentinels: Any, change_notifier: Any, timeout: float | None = None) -> None:
        _PythonPool._wait_for_updates(sentinels, change_notifier, _PAUSE if _lacks_workers() else timeout)

    @staticmethod
    def _help_stuff_finish(tasks: Any, sender: threading.Thread, size: int) -> None:
        if isinstance(tasks, Tasks):
            tasks.drain(sender)
        elif not Tasks.stopping:  # otherwise, a worker may have been killed that had the lock of the tasks
            _PythonPool._help_stuff_finish(tasks, sender, size)


_thread = threading.local()  # `lacks_workers`: whether the pool of this thread has too few processes


def _lacks_workers() -> bool:
    return bool(getattr(_thread, "lacks_workers", False))


def _require_fork() -> None:
    """Raise OSError if the system allows no more processes.

    If a process cannot be started, `multiprocessing` leaves four descriptors open, each time.
    """
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _fail_tasks_of(dead: set[int], workers: Any, tasks: Tasks, results: Results) -> None:
    """Fail the tasks of ended processes; if one of them broke a stream, fail all tasks and renew the pool."""
    if not any([tasks.is_broken(), results.is_broken()]):
        tasks.fail(dead)
        return
    for worker in workers:
        worker.kill()
        worker.join()
    for queue in (tasks, results):
        queue.renew()
    tasks.fail(dead | {worker.pid for worker in workers})
    tasks.fail_all()
