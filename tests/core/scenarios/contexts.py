"""Scenarios of context variables, which must not leak from one callback to the next."""

from __future__ import annotations

import contextvars
import ctypes
import decimal
import threading
from typing import Any

from ..harness.bench import Bench
from .threads import answering

_USER = contextvars.ContextVar("user", default="nobody")
_PRECISION = decimal.DefaultContext.prec


def _visit(seen: list[tuple[str, int]], name: str) -> None:
    """Record the current values, then set others."""
    seen.append((_USER.get(), decimal.getcontext().prec))
    _USER.set(name)
    decimal.getcontext().prec = 5


def contexts_end_with_their_callback(bench: Bench) -> None:
    seen: list[tuple[str, int]] = []
    address = bench.register_rest(answering(lambda: _visit(seen, "alice")))
    assert bench.fire_on_core_thread(address, *bench.rest_arguments(), repeat=3) == 0
    _USER.set("main")  # on a thread that Python created, as in a call of the script
    assert bench.fire("RestCallback", address, *bench.rest_arguments()) == 0
    assert seen == [("nobody", _PRECISION)] * 4
    assert _USER.get() == "main"
    assert decimal.getcontext().prec == _PRECISION


def nested_callbacks_have_contexts_of_their_own(bench: Bench) -> None:
    seen: list[tuple[str, int]] = []
    inner = bench.register_rest(answering(lambda: _visit(seen, "inner")))

    def rest_api_get(request: Any) -> None:
        assert bench.fire("RestCallback", inner, *bench.rest_arguments()) == 0
        request.fill("target", b"done")

    def outer() -> None:
        _visit(seen, "outer")
        bench.orthanc.RestApiGet("/")
        seen.append((_USER.get(), decimal.getcontext().prec))

    address = bench.register_rest(answering(outer), "/outer")
    bench.core.on("RestApiGet", rest_api_get)
    assert bench.fire_on_core_thread(address, *bench.rest_arguments()) == 0
    assert seen == [("nobody", _PRECISION), ("nobody", _PRECISION), ("outer", 5)]


def deferred_callbacks_have_contexts_of_their_own(bench: Bench) -> None:
    seen: list[tuple[str, int]] = []
    kinds = bench.core.layouts.enums["OrthancPluginChangeType"].enumerators
    address = bench.register("OnChangeCallback", lambda *_: _visit(seen, "change"))
    for _ in range(3):
        assert bench.fire("OnChangeCallback", address, kinds[0].value, 0, "id") == 0
    bench.until(lambda: len(seen) == 3)
    assert seen == [("nobody", _PRECISION)] * 3


def a_context_that_is_never_left_ends_nothing(bench: Bench) -> None:
    """Native code enters contexts without leaving them; finalizers of their values may call the core."""
    python = ctypes.pythonapi
    python.PyContext_New.restype = ctypes.py_object
    python.PyContext_Enter.argtypes = [ctypes.py_object]
    kept: list[object] = []
    seen: list[tuple[str, int]] = []
    ended: list[int] = []

    class Finalised:
        def __del__(self) -> None:
            bench.orthanc.LogWarning("finalised")
            ended.append(threading.get_ident())

    variable = contextvars.ContextVar[Finalised]("variable")

    def body() -> None:
        _visit(seen, "alice")
        variable.set(Finalised())
        kept.append(python.PyContext_New())
        if len(kept) < 3:
            assert python.PyContext_Enter(kept[-1]) == 0

    address = bench.register_rest(answering(body))
    assert bench.fire_on_core_thread(address, *bench.rest_arguments(), repeat=5) == 0
    assert seen == [("nobody", _PRECISION)] * 5
    assert bench.core.logged("error") == ""
    assert len(ended) >= 3, "contexts were not freed"
