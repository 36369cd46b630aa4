"""Fixtures: the built plugin, servers that run scripts in it, and DICOM files."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from orthanc_testing.servers import check_stopped

from ..sharing import once
from .dicom import Archive, DicomFile, make_dicom
from .harness import RunningServer, Servers, first_release, server_release
from .screen import Screen


@pytest.hookimpl(tryfirst=True)  # before a fixture starts a server
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that needs functions which this server lacks; `make test-matrix` has newer servers."""
    release = server_release()
    for mark in item.iter_markers("needs"):
        for function in mark.args:
            needed = first_release(function)
            if release < needed:
                pytest.skip(f"{function}() needs Orthanc {needed}, this is {release}")


@pytest.fixture(scope="session")
def retired() -> Iterator[list[RunningServer]]:
    """Collect servers that are stopping; at the end of the session, all must exit with status 0."""
    servers: list[RunningServer] = []
    yield servers
    check_stopped(servers)


@pytest.fixture
def serve(plugin: Path, tmp_path: Path, retired: list[RunningServer]) -> Iterator[Servers]:
    """Return a starter of servers that run until the end of the test."""
    servers = Servers(plugin, tmp_path, retired)
    yield servers
    servers.release()


@pytest.fixture(scope="module")
def serve_module(
    plugin: Path, tmp_path_factory: pytest.TempPathFactory, retired: list[RunningServer]
) -> Iterator[Servers]:
    """Return a starter of servers that run until the end of the module's tests."""
    servers = Servers(plugin, tmp_path_factory.mktemp("servers"), retired)
    yield servers
    servers.release()


@pytest.fixture(scope="session")
def other_plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile a plugin that changes the process as other plugins may."""
    name = "libOther.so"
    source = Path(__file__).with_name("other_plugin.c")

    def build(folder: Path) -> None:
        subprocess.run(["cc", "-shared", "-fPIC", "-o", folder / name, source, "-ldl"], check=True)

    return once(tmp_path_factory, "other", build) / name


@pytest.fixture
def mr_file(tmp_path: Path) -> DicomFile:
    """Make a greyscale image."""
    return make_dicom(tmp_path / "mr.dcm", "MR")


@pytest.fixture
def sc_file(tmp_path: Path) -> DicomFile:
    """Make a colour image."""
    return make_dicom(tmp_path / "sc.dcm", "SC")


@pytest.fixture
def archive() -> Iterator[Archive]:
    """Run another DICOM server."""
    server = Archive()
    yield server
    server.stop()


@pytest.fixture
def screen() -> Iterator[Screen]:
    """Make a terminal."""
    made = Screen()
    yield made
    made.close()
