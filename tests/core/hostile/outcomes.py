"""What may come of a call: an exception that says what was wrong, or a documented result."""

from __future__ import annotations

import enum

from orthanc_codegen.plan import FunctionPlan

from ..bench import Bench
from .nasty import HOSTILE

_SIMPLE: dict[str, tuple[type, ...]] = {
    "None": (type(None),),
    "str": (str,),
    "bytes": (bytes,),
    "int": (int,),
    "bool": (bool,),
    "str | None": (str, type(None)),
    "bytes | None": (bytes, type(None)),
    "_DictionaryEntry": (dict,),
}
_REFUSALS = (TypeError, ValueError, OverflowError, BufferError, IndexError, RuntimeError)


def check_result(bench: Bench, function: FunctionPlan, result: object) -> None:
    """Refuse a result of a type other than the documented one."""
    annotation = function.returns.annotation
    if annotation in _SIMPLE:
        assert type(result) in _SIMPLE[annotation], f"{result!r} is not {annotation}"
        return
    cls = getattr(bench.orthanc, annotation, None)
    if cls is None:
        assert callable(result), f"{result!r} is not {annotation}"
    elif issubclass(cls, enum.IntEnum | enum.IntFlag):
        assert isinstance(result, int)
    else:
        assert type(result) is cls, f"{result!r} is not {annotation}"


def _reads_json(function: FunctionPlan) -> bool:
    return any("Json" in output.holder for output in function.outputs)


def check_error(bench: Bench, function: FunctionPlan, error: BaseException, *, absurd: bool) -> None:
    """Refuse an exception that does not say what was wrong; `absurd` sizes may be too large for memory."""
    if getattr(error, HOSTILE, False):
        return  # the script's own
    if isinstance(error, bench.orthanc.OrthancException):
        code, description = error.args
        assert isinstance(code, int) and code != 0 and isinstance(description, str)
        return
    if absurd and isinstance(error, MemoryError | OverflowError):
        return
    if _reads_json(function) and isinstance(error, ValueError | RecursionError):
        return
    text = str(error)
    place = f"orthanc.{function.qualified_name}()"
    named = [f"'{argument.name}'" for argument in function.arguments] + ["'self'", "takes at most", "keyword"]
    assert type(error) in _REFUSALS and text.startswith(place), f"{type(error).__name__}: {text}"
    assert any(name in text for name in named), text
