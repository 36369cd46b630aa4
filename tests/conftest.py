"""Fixtures and options of all tests: golden results, the headers, the built plugin, a folder for sockets."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import interface
from .sharing import once
from .tools import OFFICIAL_HEADER, ROOT

pytest_plugins = ["pytester"]  # for tests/kit

# A shell script lets what it starts in the background ignore SIGINT. Tests interrupt what they start.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden results")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Return whether to rewrite golden results."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def headers() -> Path:
    """Return the folder of the small headers."""
    return ROOT / "tests" / "headers"


@pytest.fixture(scope="session")
def official_header() -> Path:
    """Return the installed SDK header."""
    assert OFFICIAL_HEADER.is_file(), f"{OFFICIAL_HEADER} is missing; `make test` installs it"
    return OFFICIAL_HEADER


@pytest.fixture(scope="session")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the plugin; build it unless ORTHANC_PYTHON_PLUGIN names one."""
    given = os.environ.get("ORTHANC_PYTHON_PLUGIN")
    if given is not None:
        return Path(given).absolute()
    from orthanc_codegen import build, sdk

    directory = ROOT / "build" / sdk.default_release()
    once(
        tmp_path_factory,
        "plugin",
        lambda _: build.build_plugin(interface.source(), directory, "Release", print),
    )
    return directory / "plugin"


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder for sockets of this user, which does not exist yet."""
    # Not below tmp_path, since the path of a socket has at most 107 bytes.
    with tempfile.TemporaryDirectory(prefix="run") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder) / "orthanc-codegen"
