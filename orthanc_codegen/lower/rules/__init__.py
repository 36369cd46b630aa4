"""The rules that convert adjacent parameters of a function to arguments and outputs: one file per idiom."""

from __future__ import annotations

from collections.abc import Callable

from orthanc_codegen.ir import Parameter
from orthanc_codegen.lower.rules import buffers, callables, handles, headers, numbers, pixels, structs, text
from orthanc_codegen.lower.scope import Fragment, Scope

Rule = Callable[[Scope, tuple[Parameter, ...]], Fragment | None]

# Tried in this order for each parameter. The first rule that matches consumes one or several parameters.
RULES: tuple[Rule, ...] = (
    buffers.memory_buffer,
    headers.headers,
    buffers.sized_bytes,
    buffers.ignored_size,
    pixels.pixels,
    text.text,
    numbers.number,
    numbers.enumeration,
    handles.handle,
    callables.callback,
    callables.payload,
    numbers.output,
    structs.struct,
)

__all__ = ["RULES", "Rule"]
