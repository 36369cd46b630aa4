"""Compose the docstrings of functions and callbacks from the plan."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import Final

from orthanc_codegen.ir import Doc
from orthanc_codegen.plan import CallbackPlan, FunctionPlan, LockPlan, NamedTuplePlan
from orthanc_codegen.plan.functions import ReturnsArgument, ReturnsNothing, ReturnsTuple, ReturnsValue
from orthanc_codegen.plan.parameters import untyped
from orthanc_codegen.plan.python_types import (
    arrival_type,
    input_type,
    parameters_of,
    result_type,
    return_type,
)
from orthanc_codegen.render.errors import RaisedError, raised_errors
from orthanc_codegen.render.escape import one_line, python_docstring, shown_type
from orthanc_codegen.render.references import References
from orthanc_codegen.words import english_list

_WIDTH: Final = 100


def text_signature(function: FunctionPlan) -> str:
    """Return the signature that ``inspect`` parses, ex) ``AnswerBuffer($self, answer, mime_type)``."""
    first = "$self" if function.bound_self else "$module"
    rest = untyped(parameters_of(function))
    return f"{function.name}({', '.join(filter(None, [first, rest]))})\n--\n\n"


@dataclass(frozen=True, slots=True)
class Docstrings:
    """Composes docstrings that refer to symbols by their Python names."""

    references: References
    locks_of_core: tuple[LockPlan, ...] = ()
    # Stubs and C++ print the same docstrings. By the identity of the plan, which is kept.
    # To compute its hash takes longer than to compose the text.
    _composed: dict[int, tuple[FunctionPlan, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def function(self, function: FunctionPlan) -> str:
        """Return the docstring of a function."""
        key = id(function)
        if key not in self._composed:
            self._composed[key] = function, self._function(function)
        return self._composed[key][1]

    def _function(self, function: FunctionPlan) -> str:
        doc = self.doc(function.doc)
        parts = [_fill(doc.brief), *map(_fill, doc.description)]
        if function.arguments:
            items = (self._item(a.name, input_type(a.conversion), a.doc) for a in function.arguments)
            parts.append("Args:\n" + "\n".join(items))
        returned = return_type(function)
        if not isinstance(function.returns, ReturnsNothing):
            parts.append(f"Returns:\n{self._item('', returned, return_doc(function))}")
        raised = self.raised(function)
        if raised:
            parts.append("Raises:\n" + "\n".join(_indented(f"{e.exception}: {e.when}") for e in raised))
        parts.extend(f"Note: {_fill(note)}" for note in (*doc.notes, *doc.warnings))
        if doc.deprecated is not None:
            parts.append(_fill(f"Deprecated. {doc.deprecated}"))
        since = f", since SDK {function.since}" if function.since else ""
        parts.append(f"C origin: {function.c_name}(){since}")
        return "\n\n".join(part for part in parts if part)

    def raised(self, function: FunctionPlan) -> tuple[RaisedError, ...]:
        """Return the exceptions of a function."""
        errors = raised_errors(function, self.locks_of_core)
        return tuple(RaisedError(e.exception, self.references.in_python(e.when)) for e in errors)

    def signed(self, function: FunctionPlan) -> str:
        """Return the docstring of a function with the signature first, as CPython expects it."""
        return text_signature(function) + self.function(function)

    def callback(self, callback: CallbackPlan) -> str:
        """Return the docstring of a callable that the core calls."""
        parts = [_fill(self.doc(callback.doc).brief)]
        if callback.arguments:
            items = (
                self._item(a.name, arrival_type(a.conversion), a.doc, a.condition_doc)
                for a in callback.arguments
            )
            parts.append("Args:\n" + "\n".join(items))
        returned = result_type(callback)
        if returned != "None":
            parts.append(f"Returns:\n{self._item('', returned, callback.result.doc)}")
        if callback.locks:
            parts.append(_fill(self.locks(callback)))
        registered = "" if callback.method else f"Registered with {callback.registrar}().\n"
        parts.append(f"{registered}C origin: {callback.c_name}")
        return "\n\n".join(parts)

    def locks(self, callback: CallbackPlan) -> str:
        """Describe the calls that would deadlock in a callback during which the core holds locks."""
        held = [f"{lock.guards}{f' (before {lock.until})' if lock.until else ''}" for lock in callback.locks]
        return (
            f"Orthanc may hold the lock of {english_list(held)} during this call. "
            "Functions that need it, such as those of the REST API, then raise RuntimeError."
        )

    def named_tuple(self, plan: NamedTuplePlan) -> str:
        """Return the docstring of a named tuple."""
        return f"The results of {english_list([f'{maker}()' for maker in plan.makers])}."

    def doc(self, doc: Doc) -> Doc:
        """Return a doc comment with Python names."""
        return self.references.doc(doc)

    def short(self, text: str, indent: str) -> str:
        """Return the content of a docstring of one paragraph, with continuation lines indented."""
        filled = _fill(self.references.in_python(text))
        return python_docstring(filled).replace("\n", f"\n{indent}")

    def _item(self, name: str, annotation: str, doc: str, condition: str = "") -> str:
        shown = ", ".join(filter(None, [shown_type(annotation), condition]))
        head = f"{name} ({shown})" if name else shown
        return _indented(f"{head}: {self.references.in_python(doc)}".rstrip(": "))


def return_doc(function: FunctionPlan) -> str:
    """Return the description of a function's result, with C names."""
    match function.returns:
        case ReturnsNothing():
            return ""
        case ReturnsArgument():
            return "The callable, so that this function can be used as a decorator."
        case ReturnsValue(output):
            return output.doc
        case ReturnsTuple():
            return f"The results of {function.qualified_name}()."


def _indented(text: str) -> str:
    """Format an item of a list, with continuation lines indented."""
    return _fill(text, "    ", "        ")


def _fill(text: str, first: str = "", rest: str = "") -> str:
    """Wrap a text; ``first`` and ``rest`` are the indentation of the first line and of the others."""
    line = one_line(text)
    if len(first) + len(line) <= _WIDTH:  # most texts, for which textwrap takes long
        return first + line if line else ""
    return textwrap.fill(line, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)
