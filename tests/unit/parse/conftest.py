"""Fixtures that parse the small headers of ``tests/headers`` and the official header."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orthanc_codegen.ir import Header
from orthanc_codegen.parse import parse_header

from ...headers.texts import text_of

ParseSmall = Callable[[str], Header]


@pytest.fixture
def small() -> ParseSmall:
    """Return a function that parses a small header, given its name without suffix."""

    def parse(name: str) -> Header:
        return parse_header(read_small(name), f"{name}.h")

    return parse


@pytest.fixture(scope="session")
def official_text(official_header: Path) -> bytes:
    """Return the text of the installed SDK header."""
    return official_header.read_bytes()


@pytest.fixture(scope="session")
def official(official_header: Path, official_text: bytes) -> Header:
    """Return the IR of the installed SDK header."""
    return parse_header(official_text, str(official_header))


def read_small(name: str) -> bytes:
    """Read a small header."""
    return text_of(name)
