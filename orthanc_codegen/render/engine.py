"""Render the templates of the output with Mako and the helpers that they use."""

from __future__ import annotations

from typing import Any

from orthanc_codegen.plan import ModulePlan, parameters, python_types, stub_types
from orthanc_codegen.render import escape
from orthanc_codegen.render.docstrings import Docstrings, return_doc
from orthanc_codegen.render.errors import raised_errors
from orthanc_codegen.render.examples import example
from orthanc_codegen.render.links import Links
from orthanc_codegen.render.references import References
from orthanc_codegen.templates import template


class Printer:
    """Renders templates for one module. Texts refer to symbols by their Python names."""

    def __init__(self, plan: ModulePlan) -> None:
        references = References.of(plan)
        docstrings = Docstrings(references, plan.locks)
        links = Links.of(plan)
        self._tools: dict[str, Any] = {
            "plan": plan,
            "types": python_types,
            "stub_types": stub_types,
            "called": parameters.called,
            "typed": parameters.typed,
            "typed_items": parameters.typed_items,
            "untyped": parameters.untyped,
            "docs": docstrings,
            "in_python": references.in_python,
            "cpp_string": escape.cpp_string,
            "cpp_comment": escape.cpp_comment,
            "one_line": escape.one_line,
            "python_docstring": escape.python_docstring,
            "rst": escape.rst,
            "links": links,
            "prose": links.prose,
            "return_doc": return_doc,
            "raised_errors": raised_errors,
            "example": lambda group: example(group, links.available),
            "rst_literal": escape.rst_literal,
            "shown_type": escape.shown_type,
        }

    def printed(self, name: str, **values: object) -> str:
        """Render one template with values of the plan or of its C++."""
        text: str = template(name).render_unicode(**self._tools, **values)
        return text
