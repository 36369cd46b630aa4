"""The docstrings of functions and callbacks: the parts of the plan in reading order."""

from __future__ import annotations

import textwrap

from orthanc_codegen.lower.naming import english_list
from orthanc_codegen.plan import CallbackPlan, FunctionPlan
from orthanc_codegen.render.escape import one_line, python_docstring, shown_type

WIDTH = 100


def text_signature(function: FunctionPlan) -> str:
    """The signature as ``inspect`` reads it, ex) ``AnswerBuffer($self, answer, mime_type)``."""
    first = "$self" if function.bound_self else "$module"
    arguments = [a.name if a.default is None else f"{a.name}={a.default}" for a in function.arguments]
    return f"{function.name}({', '.join([first, *arguments])})\n--\n\n"


def function_doc(function: FunctionPlan) -> str:
    """The docstring of a function."""
    doc = function.doc
    parts = [_fill(doc.brief), *(_fill(paragraph) for paragraph in doc.description)]
    if function.arguments:
        parts.append(
            "Args:\n" + "\n".join(_item(a.name, shown_type(a.annotation), a.doc) for a in function.arguments)
        )
    if function.returns.annotation != "None":
        parts.append(f"Returns:\n{_item('', shown_type(function.returns.annotation), function.returns.doc)}")
    parts.append("Raises:\n    OrthancException: The core refused the call.")
    parts.extend(f"Note: {_fill(note)}" for note in (*doc.notes, *doc.warnings))
    if doc.deprecated is not None:
        parts.append(_fill(f"Deprecated. {doc.deprecated}"))
    since = f", since SDK {function.since}" if function.since else ""
    parts.append(f"C origin: {function.c_name}(){since}")
    return "\n\n".join(part for part in parts if part)


def callback_doc(callback: CallbackPlan) -> str:
    """The docstring of a callable that the core calls."""
    parts = [_fill(callback.doc.brief)]
    if callback.arguments:
        items = [
            _item(a.name, ", ".join(filter(None, [shown_type(a.annotation), a.condition_doc])), a.doc)
            for a in callback.arguments
        ]
        parts.append("Args:\n" + "\n".join(items))
    if callback.result.annotation != "None":
        parts.append(f"Returns:\n{_item('', shown_type(callback.result.annotation), callback.result.doc)}")
    if callback.locks:
        parts.append(_fill(lock_doc(callback)))
    method = callback.payload is not None and callback.payload.method
    registered = "" if method else f"Registered with {callback.registrar}().\n"
    parts.append(f"{registered}C origin: {callback.c_name}")
    return "\n\n".join(parts)


def lock_doc(callback: CallbackPlan) -> str:
    """What a callable with locks must not call, since the core would wait for itself."""
    held = [f"{lock.guards}{f' (before {lock.until})' if lock.until else ''}" for lock in callback.locks]
    return (
        f"Orthanc may hold the lock of {english_list(held)} meanwhile: "
        "calls that need it, those into the REST API for one, raise RuntimeError."
    )


def short_doc(text: str, indent: str) -> str:
    """The inside of a docstring of one paragraph, whose lines after the first are indented."""
    return python_docstring(_fill(text)).replace("\n", f"\n{indent}")


def _fill(text: str) -> str:
    return textwrap.fill(one_line(text), WIDTH, break_long_words=False)


def _item(name: str, annotation: str, doc: str) -> str:
    head = f"{name} ({annotation})" if name else annotation
    return textwrap.fill(
        f"{head}: {one_line(doc)}".rstrip(": "),
        WIDTH,
        initial_indent="    ",
        subsequent_indent="        ",
        break_long_words=False,
    )
