"""Runs the event loop on which the plugin awaits what callbacks return."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later. Imported when a callback
# first returns an awaitable.

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import sys
import threading
import traceback
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

# The time that the tasks of the script may take to end after their cancellation, in seconds.
_GRACE = 1.0
# The threads of `asyncio.to_thread`. Each starts when no other one is idle.
_MOST_THREADS = 1000

_End = Callable[[object, BaseException | None], None]


class _LoopThread(threading.Thread):
    """The thread of an event loop."""

    def __init__(self) -> None:
        super().__init__(name="orthanc-event-loop", daemon=True)
        self.loop = asyncio.new_event_loop()  # of the policy that the script has set, if any
        # Threads of `asyncio.to_thread` may wait for calls that lead to coroutines, which need more of them.
        # Python's own limit is some ten threads: they could all wait for one another.
        self.loop.set_default_executor(ThreadPoolExecutor(_MOST_THREADS, "asyncio"))
        self._is_ending = False

    def run(self) -> None:
        """Run the loop until its end."""
        asyncio.set_event_loop(self.loop)
        try:
            while not self._is_ending:  # a script may call loop.stop()
                try:
                    self.loop.run_forever()
                except (SystemExit, KeyboardInterrupt):  # of a task that the script has made
                    logging.getLogger("asyncio").exception("A task has tried to end the event loop:")
            _cancel_all(self.loop)
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        finally:
            asyncio.set_event_loop(None)
            self.loop.close()
            _fail_rest(self)

    def end(self) -> None:
        """Cancel all tasks, end the loop, and wait for a while."""
        self._is_ending = True
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self.loop.call_soon_threadsafe(self.loop.stop)
        self.join(_GRACE)


class _Current:
    """The current event loop. The lock guards its replacement."""

    lock = threading.Lock()
    thread: _LoopThread | None = None


# The awaitables of callbacks and their tasks, by their functions `end`. Used on the thread of the loop.
_awaited: dict[_End, tuple[object, asyncio.Task[None]]] = {}


def submit(awaitable: Awaitable[object], begin: Callable[[], None], end: _End) -> None:
    """Await an object on the event loop, in a copy of the current context.

    `begin` is called first, on the thread of the loop, and `end` with the result or the exception.
    """
    with _Current.lock:
        _started().call_soon_threadsafe(_start, awaitable, begin, end)


def cancel(end: _End) -> None:
    """Cancel the task of an awaitable."""
    thread = _Current.thread
    if thread is not None:
        with contextlib.suppress(RuntimeError):  # the loop is closed
            thread.loop.call_soon_threadsafe(_cancel, end)


def _started() -> asyncio.AbstractEventLoop:
    """Return the event loop. Start it on first use, and after a reset."""
    if _Current.thread is None:
        thread = _LoopThread()
        thread.start()
        _Current.thread = thread
    return _Current.thread.loop


def _fail_rest(thread: _LoopThread) -> None:
    """Fail the callbacks that still wait for a loop that has ended, perhaps by an exception of its own."""
    with _Current.lock:
        if _Current.thread is thread:
            _Current.thread = None
    for end, (_, task) in list(_awaited.items()):
        if task.get_loop() is thread.loop:
            end(None, RuntimeError("the event loop has ended"))


def _cancel_all(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel all tasks, as `asyncio.run` does at its end, and report exceptions."""
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.wait(tasks))
    for task in tasks:
        error = None if task.cancelled() else task.exception()
        if error is not None:
            message = "Exception of a task that was cancelled because the server stops"
            loop.call_exception_handler({"message": message, "exception": error, "task": task})


def _start(awaitable: Awaitable[object], begin: Callable[[], None], end: _End) -> None:
    begin()
    coroutine = _await(awaitable, end)
    try:
        task = asyncio.get_running_loop().create_task(coroutine)
    except BaseException as error:  # a task factory of the script may raise anything
        coroutine.close()
        _close(awaitable)
        end(None, error)
        return
    _awaited[end] = awaitable, task
    task.add_done_callback(functools.partial(_forget, end))


def _forget(end: _End, task: asyncio.Task[None]) -> None:
    awaitable, _ = _awaited.pop(end)
    if task.cancelled():  # before it has begun
        _close(awaitable)
        end(None, asyncio.CancelledError())
    elif (error := task.exception()) is not None:  # no memory to report the result
        end(None, error)


def _close(awaitable: object) -> None:
    """Close a coroutine that will not be awaited, of which Python would warn."""
    if asyncio.iscoroutine(awaitable):
        awaitable.close()


async def _await(awaitable: Awaitable[object], end: _End) -> None:
    try:
        answer = await awaitable
    except BaseException as error:  # any exception fails the callback only
        # Like that of a plain callback, the traceback begins in the script.
        below = error.__traceback__.tb_next if error.__traceback__ is not None else None
        end(None, error.with_traceback(below))
    else:
        end(answer, None)


def _cancel(end: _End) -> None:
    if end in _awaited:
        _awaited[end][1].cancel()


def stacks() -> list[str]:
    """Return the stack of each awaitable of a callback."""
    return ["".join(_frames(awaitable)) for awaitable, _ in list(_awaited.values())]


def _frames(awaitable: Any) -> list[str]:
    """Return the lines where an awaitable and those that it awaits have stopped, the outermost first."""
    lines: list[str] = []
    while awaitable is not None:
        if getattr(awaitable, "cr_running", False) and _Current.thread is not None:
            frame = sys._current_frames().get(_Current.thread.ident or 0)
            return lines + traceback.format_stack(frame)
        frame = getattr(awaitable, "cr_frame", None) or getattr(awaitable, "gi_frame", None)
        if frame is not None:
            lines += traceback.format_stack(frame, limit=1)
        awaitable = getattr(awaitable, "cr_await", None) or getattr(awaitable, "gi_yieldfrom", None)
    return lines


def end() -> None:
    """Cancel the tasks that the script has left, and end the loop. The next one starts when it is needed."""
    with _Current.lock:
        thread, _Current.thread = _Current.thread, None
    if thread is not None:
        thread.end()


def forget(end_fork: Callable[[], object]) -> None:
    """Forget the loop in a process that was just forked.

    If the thread of the loop has forked, call `end_fork` as soon as the running coroutine has suspended.
    """
    thread, _Current.thread, _Current.lock = _Current.thread, None, threading.Lock()
    if thread is not None and thread.ident == threading.get_ident():
        # Private in Python's own loops, but nothing else keeps tasks of other callbacks from running here.
        getattr(thread.loop, "_ready", []).clear()
        thread.loop.call_soon(end_fork)
