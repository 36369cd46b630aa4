"""Show files of the repository that pages link to, such as tests, each on a page of its own."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from .places import ROOT

_LANGUAGES: Final = {".py": "python", ".json": "json", ".conf": "nginx", ".toml": "toml", ".sh": "bash"}
_PAGE: Final = """:orphan:
:nosearch:

{title}
{line}

A file of the repository.

.. literalinclude:: /../{file}
   :language: {language}
"""


def page_of(file: str) -> str | None:
    """Return the page that shows a file, ex) of ``tests/e2e/test_rest.py``; None if no page does."""
    shown = PurePosixPath(file).suffix in _LANGUAGES and file.startswith(("samples/", "tests/"))
    return f"files/{file}.rst" if shown and (ROOT / file).is_file() else None


def listing(file: str) -> str:
    """Return the page that shows a file."""
    language = _LANGUAGES[PurePosixPath(file).suffix]
    title = f"``{file}``"
    return _PAGE.format(title=title, line="=" * len(title), file=file, language=language)
