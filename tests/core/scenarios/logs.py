"""Scenarios of the log: clients cannot forge lines, and a slow log blocks no other thread."""

from __future__ import annotations

import threading
import time
from typing import Any

from ..harness.bench import Bench
from .threads import answering

_FORGED = "/x\nE0101 00:00:00.000000 forged\r\x1b[2J\x7f\x85\x9b\u2028\tend"
_SHOWN = r"/x\nE0101 00:00:00.000000 forged\r\x1b[2J\x7f\x85\x9b\u2028\tend"


def clients_forge_no_line(bench: Bench) -> None:
    def callback(_output: Any, uri: str, **_request: Any) -> None:
        error = ValueError(f"no luck with {uri}")
        if hasattr(error, "add_note"):
            error.add_note(uri)
        raise error from LookupError(uri)

    silent = bench.register_rest(lambda *_a, **_k: None, "/silent")
    for address in (bench.register_rest(callback), silent):
        assert bench.fire_on_core_thread(address, *bench.rest_arguments(_FORGED)) != 0
    (_, failed), (_, unanswered) = bench.core.log
    first, *others = failed.split("\n")
    assert first.endswith(f"for {_SHOWN}:")
    assert f"for {_SHOWN} returned without" in unanswered
    assert any("ValueError: no luck with /x" in line for line in others)
    assert all(line.startswith("  ") for line in others if line), failed
    for text in (failed, unanswered):
        assert not set("\r\x1b\x7f\x85\x9b\u2028") & set(text), ascii(text)


def exceptions_that_cannot_be_formatted_show_their_text(bench: Bench) -> None:
    class Foreign(Exception):
        """An exception for which the traceback module fails, as for those of language bridges."""

        def __str__(self) -> str:
            return "java.lang.IllegalStateException: closed"

        @property
        def __cause__(self) -> Any:  # type: ignore[override]
            raise AttributeError("no cause")

    def fail() -> None:
        raise Foreign

    address = bench.register_rest(answering(fail))
    assert bench.fire_on_core_thread(address, *bench.rest_arguments()) != 0
    log = bench.core.logged("error")
    assert "Foreign" in log
    assert "java.lang.IllegalStateException: closed" in log
    assert "in fail" in log, log  # where it was raised


def a_log_that_blocks_holds_up_nobody(bench: Bench) -> None:
    """The core writes to a full pipe: other Python threads continue."""

    def fail() -> None:
        raise ValueError

    silent = bench.register_rest(lambda *_a, **_k: None, "/silent")
    for address in (bench.register_rest(answering(fail)), silent):
        bench.threads.released.value = 0
        timer = threading.Timer(0.05, lambda: setattr(bench.threads.released, "value", 1))
        bench.core.answer_in_c(bench.threads.wait_until_released)
        timer.start()
        begin = time.monotonic()
        assert bench.fire_on_core_thread(address, *bench.rest_arguments()) != 0
        bench.core.answer_in_c(None)
        timer.join()
        assert time.monotonic() - begin < 3, "the GIL is held while the core logs"
