"""Parses the small headers of ``tests/headers`` and, where it is installed, the official one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orthanc_codegen.ir import Header
from orthanc_codegen.parse import parse_header

_HEADERS = Path(__file__).resolve().parents[2] / "headers"
_OFFICIAL = Path("/usr/include/orthanc/OrthancCPlugin.h")  # Debian package orthanc-dev

ParseSmall = Callable[[str], Header]


@pytest.fixture
def small() -> ParseSmall:
    """Give a function that parses a small header by its name without suffix."""

    def parse(name: str) -> Header:
        return parse_header(read_small(name), f"{name}.h")

    return parse


@pytest.fixture(scope="session")
def official_text() -> bytes:
    """Give the text of the installed SDK header."""
    assert _OFFICIAL.is_file(), f"{_OFFICIAL} is missing; `make test` installs it (package orthanc-dev)"
    return _OFFICIAL.read_bytes()


@pytest.fixture(scope="session")
def official(official_text: bytes) -> Header:
    """Give the IR of the installed SDK header."""
    return parse_header(official_text, str(_OFFICIAL))


def read_small(name: str) -> bytes:
    """Read a small header."""
    return (_HEADERS / f"{name}.h").read_bytes()
