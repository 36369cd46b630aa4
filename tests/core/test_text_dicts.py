"""Dictionaries of text that callbacks receive, such as HTTP headers: kept, copied, and each one its own."""

from __future__ import annotations

import gc
from typing import Any

from .harness.bench import Bench


def test_keys_of_headers(bench: Bench) -> None:
    """Keys are kept for later requests, so each of many must arrive, whatever came before."""
    seen: list[dict[str, str]] = []

    def callback(output: Any, _uri: str, headers: dict[str, str], **_request: Any) -> None:
        seen.append(headers)
        output.AnswerBuffer(b"ok", "text/plain")

    address = bench.register_rest(callback)
    usual = {"host": "localhost", "": "empty", "größe": "1", "x" * 31: "long", "x" * 32: "longer"}
    sent = [usual, *({f"x-{10 * n + i}": str(n) for i in range(10)} for n in range(100)), usual]
    for headers in sent:
        assert bench.fire("RestCallback", address, *bench.rest_arguments(headers=headers)) == 0
    assert seen == sent


def test_headers_that_repeat(bench: Bench) -> None:
    """Earlier dictionaries are copied, so each request must get a new one with its own texts."""
    seen: list[dict[str, str]] = []

    def callback(output: Any, _uri: str, headers: dict[str, str], **_request: Any) -> None:
        seen.append(dict(headers))
        headers["host"] = "changed by the script"
        headers["more"] = "text"
        output.AnswerBuffer(b"ok", "text/plain")

    address = bench.register_rest(callback)
    usual = {"host": "localhost", "accept": "größe", "empty": ""}
    sent = [
        usual,
        usual,
        {**usual, "host": "localhos"},
        {**usual, "host": "localhost2"},
        {"host": "localhost", "accepts": "größe", "empty": ""},
        {**usual, "empty": "x" * 1024},
        {**usual, "empty": "x" * 1025},
        {**usual, "empty": "x" * 1026},
        usual,
        {},
        *({f"x-{i}": str(n) for i in range(count)} for count in (1, 31, 32, 33, 100) for n in (1, 1, 2)),
    ]
    for headers in sent:
        assert bench.fire("RestCallback", address, *bench.rest_arguments(headers=headers)) == 0
    assert seen == sent


def test_headers_while_garbage_is_collected(bench: Bench) -> None:
    """Until CPython 3.11, allocations collect garbage at once. Another request may come meanwhile."""
    seen: list[tuple[str, str]] = []
    following: list[Any] = []

    def callback(output: Any, uri: str, headers: dict[str, str], **_request: Any) -> None:
        gc.set_threshold(100_000)
        seen.append((uri, headers["host"]))
        output.AnswerBuffer(b"ok", "text/plain")

    def follow(phase: str, _info: Any) -> None:
        if phase == "stop" and following:
            fire(*following.pop())

    address = bench.register_rest(callback)
    fire = bench.core.layouts.prototype(bench.callback("RestCallback").c_name)(address)

    def arguments(uri: str, count: int) -> Any:
        headers = {"host": uri} | {f"x-{i}": uri for i in range(count - 1)}
        return bench._c(bench.rest_arguments(uri, headers=headers))

    threshold = gc.get_threshold()
    gc.callbacks.append(follow)
    try:
        for count in range(1, 33):
            first, second = arguments("/first", count), arguments("/second", count)
            # Python reuses deleted dictionaries without an allocation.
            kept: list[dict[str, str]] = [{} for _ in range(120)]
            following[:] = [second]
            gc.set_threshold(gc.get_count()[0] + count % 4 + 1, 100_000, 100_000)
            fire(*first)
            del kept
            fire(*second)
    finally:
        gc.callbacks.remove(follow)
        gc.set_threshold(*threshold)
    assert {uri for uri, _ in seen} == {"/first", "/second"}
    assert [uri for uri, _ in seen] == [host for _, host in seen]
