"""The template engine: Mako with the project's templates, strict about names."""

from __future__ import annotations

from typing import Any

from mako.lookup import TemplateLookup

from orthanc_codegen.render import docstrings, escape
from orthanc_codegen.resources import templates_dir


class Engine:
    """Renders templates by name."""

    def __init__(self) -> None:
        # No cache folder and no imports from templates: a template prints what it is given.
        self._lookup = TemplateLookup([str(templates_dir())], strict_undefined=True)
        self._tools: dict[str, Any] = {
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
            "short_doc": docstrings.short_doc,
        }

    def render(self, template: str, **values: object) -> str:
        """Render one template with some values of the plan."""
        text: str = self._lookup.get_template(template).render_unicode(**self._tools, **values)
        return text
