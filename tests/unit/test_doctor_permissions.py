"""`orthanc-plugin doctor` warns of what an ordinary user may not read, and goes on."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from distribution.orthanc_plugin.configured import check_configuration
from distribution.orthanc_plugin.files import InstalledPlugin
from distribution.orthanc_plugin.findings import Finding, Verdict
from distribution.orthanc_plugin.imports import check_imports
from distribution.orthanc_plugin.paths import as_far_as_readable

_NOBODY = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Have no more rights than an ordinary user."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make a folder that every user can read, with one that nobody can enter, and work in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        monkeypatch.chdir(folder)
        closed = folder / "closed"
        closed.mkdir()
        (closed / "hello.py").touch()
        (closed / "orthanc.json").write_text("{}")
        closed.chmod(0)
        yield folder
        closed.chmod(0o700)
        monkeypatch.undo()


def report(folder: Path, place: Path) -> list[Finding]:
    """Check a configuration as an ordinary user."""
    with ordinary_user():
        return list(as_far_as_readable(check_configuration(InstalledPlugin(folder), str(place))))


def unread(findings: list[Finding]) -> set[Path]:
    """Return the paths that findings report as not readable."""
    advice = " can't be read: run the command as a user who may"
    found = [finding for finding in findings if finding.text.endswith(advice)]
    assert {finding.verdict for finding in found} <= {Verdict.ODD}
    return {Path(finding.text.removesuffix(advice)) for finding in found}


def configure(folder: Path, **options: object) -> Path:
    """Write a configuration of a server that needs no ports."""
    file = folder / "orthanc.json"
    file.write_text(json.dumps({"HttpServerEnabled": False, "DicomServerEnabled": False, **options}))
    return file


@pytest.mark.parametrize("name", ["closed", "closed/orthanc.json"])
def test_a_configuration(folder: Path, name: str) -> None:
    findings = report(folder, folder / name)
    assert unread(findings) == {folder / name}
    assert len(findings) == 1


def test_one_file_of_a_configuration(folder: Path) -> None:
    configurations = folder / "orthanc"
    configurations.mkdir()
    configure(configurations, PythonScript="none.py")
    secret = configurations / "secret.json"
    secret.write_text("{}")
    secret.chmod(0)
    findings = report(folder, configurations)
    assert unread(findings) == {secret}
    assert [f for f in findings if f.verdict is Verdict.BAD and "none.py" in f.text]


def test_a_script_in_a_closed_folder(folder: Path) -> None:
    script = folder / "closed" / "hello.py"
    assert script in unread(report(folder, configure(folder, PythonScript=str(script))))


@pytest.mark.parametrize("name", ["closed", "closed/libOrthancPython.so"])
def test_plugins(folder: Path, name: str) -> None:
    script = folder / "closed" / "hello.py"
    findings = report(folder, configure(folder, Plugins=[name], PythonScript=str(script)))
    assert unread(findings) == {folder / name, script}


def test_the_imports_of_a_script(folder: Path) -> None:
    script = folder / "secret.py"
    script.touch()
    script.chmod(0)
    with ordinary_user():
        (finding,) = as_far_as_readable(check_imports(script, Path("/none/python")))
    assert (finding.verdict, str(script) in finding.text) == (Verdict.ODD, True)
