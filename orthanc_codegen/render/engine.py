"""Prints a template of the output: Mako with what such a template may use."""

from __future__ import annotations

from typing import Any, Final

from orthanc_codegen.render import docstrings, escape
from orthanc_codegen.templates import template

_TOOLS: Final[dict[str, Any]] = {
    "cpp_string": escape.cpp_string,
    "cpp_comment": escape.cpp_comment,
    "one_line": escape.one_line,
    "python_docstring": escape.python_docstring,
    "rst": escape.rst,
    "shown_type": escape.shown_type,
    "rst_literal": escape.rst_literal,
    "text_signature": docstrings.text_signature,
    "function_doc": docstrings.function_doc,
    "callback_doc": docstrings.callback_doc,
    "lock_doc": docstrings.lock_doc,
    "short_doc": docstrings.short_doc,
}


def printed(name: str, **values: object) -> str:
    """Print one template with some values of the plan."""
    text: str = template(name).render_unicode(**_TOOLS, **values)
    return text
