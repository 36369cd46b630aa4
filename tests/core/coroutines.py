"""Registers and calls callbacks that are coroutines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from orthanc_codegen.plan import CallbackPlan

from .harness.bench import Bench


def register(bench: Bench, kind: CallbackPlan, function: Any) -> int:
    """Register a callable; return the address of the callback."""
    return bench.register(kind.name, function, *(["/route"] if kind.name == "RestCallback" else []))


def answering(body: Callable[[Any], Awaitable[object]]) -> Callable[..., Awaitable[None]]:
    """Return a REST callback that awaits `body` and answers."""

    async def callback(output: Any, _uri: str, **_request: Any) -> None:
        await body(output)
        output.AnswerBuffer(b"ok", "text/plain")

    return callback


def get(bench: Bench, body: Callable[[Any], Awaitable[object]]) -> int:
    """Serve one request by a coroutine; return the code for the core."""
    address = bench.register_rest(answering(body))
    code: int = bench.fire("RestCallback", address, *bench.rest_arguments())
    return code
