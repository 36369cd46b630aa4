"""Python signatures: parameters with and without types, positional, by keyword, or both."""

from __future__ import annotations

from orthanc_codegen.plan.parameters import Kind, PythonParameter, called, typed, untyped

_ANY = (PythonParameter("uri", "str"), PythonParameter("body", "_Bytes", "None"))
_CALLABLE = (
    PythonParameter("tune", "str", "...", Kind.KEYWORD),
    PythonParameter("key", "int", kind=Kind.POSITIONAL),
    PythonParameter("pace", "int", kind=Kind.KEYWORD),
)
_OTHERS = (PythonParameter("exception", "object", kind=Kind.OTHERS),)


def test_with_types() -> None:
    assert typed(_ANY) == "uri: str, body: _Bytes = None"
    assert typed(_CALLABLE) == "key: int, /, *, tune: str = ..., pace: int"
    assert typed(_OTHERS) == "*exception: object"
    assert typed(()) == ""


def test_without_types() -> None:
    assert untyped(_ANY) == "uri, body=None"
    assert untyped(_OTHERS) == "*exception"


def test_as_a_call() -> None:
    assert called(_CALLABLE) == "tune=, key, pace="
    assert called(_CALLABLE, "...") == "tune=..., key, pace=..."
