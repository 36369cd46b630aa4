"""Bytes with their size, and memory that the core allocates."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan.conversions import Buffer, Bytes, Content, IgnoredSize, Input, Integer, Text
from orthanc_codegen.plan.functions import CallResult, Part, PassedArgument, PassedOutput, ReturnsValue
from orthanc_codegen.plan.python_types import input_type, return_type

from ....headers.bare import function
from ..snippets import BUFFER, argument, notes, only, plan, symbol

_RING = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "a test"\n'


@pytest.mark.parametrize(
    ("parameters", "conversion", "size"),
    [
        ("const void* body, uint32_t bodySize", Bytes("uint32_t"), "bodySize"),
        ("const void* body, uint64_t size", Bytes("uint64_t"), "size"),
        ("const char* body, uint32_t bodySize", Bytes("uint32_t", characters=True), "bodySize"),
    ],
)
def test_bytes_and_their_number_become_one_argument(parameters: str, conversion: Input, size: str) -> None:
    body = argument(parameters)
    assert (body.name, body.c_name, body.c_names) == ("body", "body", ("body", size))
    assert (body.conversion, input_type(body.conversion), body.default) == (conversion, "_Bytes", None)
    assert only(plan(function("Ring", parameters))).call.passed == (
        PassedArgument("body", Part.DATA),
        PassedArgument("body", Part.SIZE),
    )


def test_bytes_that_may_be_left_out(tmp_path: Path) -> None:
    entry = notes(f"{_RING}parameters.body.optional = true\n", tmp_path)
    (body,) = only(plan(function("Ring", "const void* body, uint32_t bodySize"), entry)).arguments
    assert body.default == "None"


def test_a_size_of_another_buffer_is_a_number_of_its_own() -> None:
    ring = symbol(plan(function("Ring", "const void* body, uint32_t otherSize")), "Ring")
    assert ring.reason == "No rule binds its parameter 'body' of type 'const void *'."


def test_a_size_after_text_is_a_number_of_its_own() -> None:
    arguments = only(plan(function("Ring", "const char* name, uint64_t size"))).arguments
    assert [a.conversion for a in arguments] == [Text(), Integer("uint64_t")]


def test_a_size_that_scripts_may_pass_is_ignored(tmp_path: Path) -> None:
    entry = notes(f"{_RING}parameters.bodySize.ignored = true\n", tmp_path)
    ring = only(plan(function("Ring", "const void* body, uint32_t bodySize"), entry))
    assert [(a.name, a.default, a.c_names) for a in ring.arguments] == [
        ("body", None, ("body", "bodySize")),
        ("body_size", "0", ()),
    ]
    assert ring.arguments[1].conversion == IgnoredSize("uint32_t")
    assert ring.call.passed == (PassedArgument("body", Part.DATA), PassedArgument("body", Part.SIZE))


def test_memory_that_the_core_allocates() -> None:
    ask = only(plan(BUFFER + function("Ask", "OrthancPluginMemoryBuffer* target")))
    (out,) = ask.outputs
    assert (out.conversion, out.c_name, ask.arguments) == (
        Buffer("OrthancPluginMemoryBuffer"),
        "target",
        (),
    )
    assert (ask.returns, return_type(ask)) == (ReturnsValue(out), "bytes")
    assert (ask.call.passed, ask.call.result) == ((PassedOutput("target"),), CallResult.STATUS)


@pytest.mark.parametrize(
    ("key", "conversion"),
    [
        ("text = true", Buffer("OrthancPluginMemoryBuffer", Content.TEXT)),
        ('json = "list[int]"', Buffer("OrthancPluginMemoryBuffer", Content.JSON, "list[int]")),
    ],
)
def test_what_else_memory_may_hold(key: str, conversion: Buffer, tmp_path: Path) -> None:
    entry = notes(f'{_RING}outputs = [{{ source = "target", name = "target", {key} }}]\n', tmp_path)
    ring = only(plan(BUFFER + function("Ring", "OrthancPluginMemoryBuffer* target"), entry))
    assert ring.outputs[0].conversion == conversion
