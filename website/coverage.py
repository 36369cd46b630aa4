"""The page with the coverage of the newest release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orthanc_codegen import coverage_page, pipeline
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.ir import Header

from .places import HEADER_PAGE, NEWEST

PAGE: Final = """Coverage
========

.. raw:: html
   :file: coverage.html

``orthanc-codegen coverage --html FILE`` writes this page for any header, and ``orthanc-codegen coverage``
prints the table.
"""


def fragment(newest: Header) -> str:
    """Return the HTML, with links to the reference."""
    found = pipeline.coverage(newest)
    return coverage_page.fragment(found, dict(_links(found)))


def _links(found: Coverage) -> Iterator[tuple[str, str]]:
    for function in found.functions:
        yield function.name, f"{HEADER_PAGE}.html#{function.name}"
        for name in function.python:
            is_method = name.count(".") > 1
            yield name, f"reference/{NEWEST}/{'classes' if is_method else 'functions'}.html#{name}"
