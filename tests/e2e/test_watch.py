"""`orthanc-codegen run --watch`: changes, errors, storages, and what stays behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orthanc_testing.ports import free_port

from .dicom import make_dicom
from .runs import Run

_SCRIPT = """
import os
import orthanc
import helper

def answer(output, uri, **request):
    output.AnswerBuffer(f"{VERSION} {helper.VERSION}", "text/plain")

orthanc.RegisterRestCallback("/version", answer)

def pid(output, uri, **request):
    output.AnswerBuffer(str(os.getpid()), "text/plain")

orthanc.RegisterRestCallback("/pid", pid)
"""


class Project:
    """A script with a module beside it."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "script.py"
        self.helper = folder / "helper.py"
        self.write(1, 1)

    def write(self, version: object, helper: object, end: str = "") -> None:
        """Write both files. Unchanged ones stay as they are."""
        for file, text in (
            (self.helper, f"VERSION = {helper}\n"),
            (self.script, f"VERSION = {version}\n{_SCRIPT}{end}"),
        ):
            if not file.exists() or file.read_text() != text:
                file.write_text(text)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "project"
    folder.mkdir()
    return Project(folder)


@pytest.fixture
def run(plugin: Path, tmp_path: Path, project: Project) -> Iterator[Run]:
    with Run(plugin, project.script, tmp_path / "log", watch=True) as running:
        running.until_answer("/version", "1 1")
        yield running


def test_changes_are_loaded(run: Run, project: Project) -> None:
    project.write(2, 1)
    run.until_answer("/version", "2 1")
    project.write(2, 2)  # of the module beside it, in the same second and of the same size
    run.until_answer("/version", "2 2")
    project.write(2, 3)
    run.until_answer("/version", "2 3")
    run.until_log(r"Reloaded in \d+\.\d\d seconds$", 3)
    assert run.interrupt() == 0, run.log


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("def (\n", r"script\.py\", line \d+\n    def \(\n +\^\nSyntaxError: "),
        (
            "raise KeyError('load')\n",
            r"^  File \".*script\.py\", line \d+, in <module>\n.*\nKeyError: 'load'$",
        ),
        ("import not_there_at_all\n", r"This Python lacks not_there_at_all\.( It also lacks pip\.)? Install"),
        ("import sys; sys.exit('enough')\n", r"^SystemExit: enough$"),
        (
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)\n",
            r"Orthanc ended with status -11 while it loaded",
        ),
        ("orthanc.RegisterRestCallback('(', answer)\n", r"OrthancException"),
    ],
)
def test_a_script_that_does_not_load_leaves_the_server(
    run: Run, project: Project, end: str, expected: str
) -> None:
    pid = run.get("/pid")
    project.write(2, 1, end)
    run.until_log("does not load: the server goes on")
    run.until_log(expected)
    assert (run.get("/version"), run.get("/pid")) == ("1 1", pid)
    assert '_orthanc_launch.py", line' not in run.log
    project.write(3, 1)
    run.until_answer("/version", "3 1")


def test_a_module_that_is_not_imported_is_compiled(run: Run, project: Project) -> None:
    (project.script.parent / "later.py").write_text("x = = 1\n")
    run.until_log(r"later\.py\", line 1\n.*\n.*\nSyntaxError")
    assert run.get("/version") == "1 1"


def test_a_renamed_module_is_not_to_be_installed(run: Run, project: Project) -> None:
    project.helper.rename(project.helper.with_name("tools.py"))
    run.until_log(r"the module helper is no longer beside the script: restore it")
    assert "pip install" not in run.log
    project.write(2, 2)
    run.until_answer("/version", "2 2")


def test_a_new_package_is_watched(run: Run, project: Project) -> None:
    package = project.script.parent / "package"
    package.mkdir()
    (package / "__init__.py").write_text("VERSION = 7\n")
    project.write("__import__('package').VERSION", 1)
    run.until_answer("/version", "7 1")
    (package / "__init__.py").write_text("VERSION = 8\n")
    run.until_answer("/version", "8 1")


def test_a_script_that_never_finishes_loading_is_given_up(run: Run, project: Project, tmp_path: Path) -> None:
    tried = tmp_path / "tried"
    project.write(2, 1, f"open({str(tried)!r}, 'w').close()\nwhile True: pass\n")
    run.until(tried.exists)
    project.write(3, 1)
    run.until_answer("/version", "3 1")


@pytest.mark.parametrize("case", ["temporary", "kept", "other plugins"])
def test_the_storage_stays(plugin: Path, tmp_path: Path, project: Project, case: str) -> None:
    (tmp_path / "plugins").mkdir()
    options: dict[str, Any] = {
        "storage": tmp_path / "storage" if case == "kept" else None,
        "configuration": {"Plugins": [str(tmp_path / "plugins")]} if case == "other plugins" else {},
        "uploads": [make_dicom(tmp_path / "a.dcm").path],
    }
    with Run(plugin, project.script, tmp_path / "log", watch=True, **options) as run:
        run.until_log("Uploaded")
        instances = run.get("/instances")
        project.write(2, 1)
        run.until_answer("/version", "2 1")
        assert run.get("/instances") == instances
        run.until_log("Reloaded in")
        assert run.interrupt() == 0, run.log
    was_stopped = "Orthanc has stopped" in run.log.partition("Reloaded")[0]
    assert was_stopped == (case != "temporary")


def test_a_script_that_does_not_load_at_first(plugin: Path, tmp_path: Path, project: Project) -> None:
    project.write(1, 1, "1 / 0\n")
    with Run(plugin, project.script, tmp_path / "log", watch=True) as run:
        run.until_log("ZeroDivisionError")
        run.until_log("waiting for a change")
        project.write(2, 1)
        run.until_answer("/version", "2 1")


def test_a_server_that_dies_is_started_after_a_change(run: Run, project: Project) -> None:
    os.kill(int(run.get("/pid")), signal.SIGKILL)
    run.until_log("Orthanc ended with status -9: waiting for a change")
    project.write(2, 1)
    run.until_answer("/version", "2 1")


def test_ctrl_c_while_the_server_is_replaced(plugin: Path, tmp_path: Path, project: Project) -> None:
    kept = tmp_path / "storage"  # so that the old server stops in order, which takes seconds
    with Run(plugin, project.script, tmp_path / "log", watch=True, storage=kept) as run:
        run.until_answer("/version", "1 1")
        project.write(2, 1)
        run.until_log("Orthanc is stopping")
        assert run.interrupt() == 0, run.log
    assert "Orthanc has stopped" in run.log
    assert run.log.count("Orthanc version:") == 1, run.log


def test_a_client_can_stop_it(run: Run) -> None:
    subprocess.run(["curl", "-s", "-X", "POST", f"http://127.0.0.1:{run.port}/tools/shutdown"], check=True)
    assert run.wait() == 0, run.log


def test_a_port_of_the_script(plugin: Path, tmp_path: Path, project: Project) -> None:
    end = f"import socket\nlistening = socket.create_server(('127.0.0.1', {free_port()}))\n"
    project.write(1, 1, end)
    with Run(plugin, project.script, tmp_path / "log", watch=True) as run:
        run.until_answer("/version", "1 1")
        project.write(2, 1, end)
        run.until_answer("/version", "2 1")


def test_nothing_stays_behind(
    plugin: Path, tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    name = f"sleeps-{os.getpid()}"
    end = f"""
import subprocess, multiprocessing
subprocess.Popen(["{name}", "1000"], executable="sleep")
pool = multiprocessing.Pool(2)
"""
    project.write(1, 1, end)
    with Run(plugin, project.script, tmp_path / "log", watch=True) as run:
        run.until_answer("/version", "1 1")
        project.write(2, 1, end)
        run.until_answer("/version", "2 1")
        project.write(3, 1)
        run.until_answer("/version", "3 1")
        pid = run.get("/pid")
        assert not _is_running(name)
        project.write(4, 1, end)
        run.until_answer("/version", "4 1")
        assert _is_running(name)
        assert run.interrupt() == 0, run.log
    assert not Path("/proc", pid).exists()
    assert not _is_running(name)
    assert list(temporary.iterdir()) == []


def _is_running(name: str) -> bool:
    """Return whether a process with a name runs."""
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it has just ended
            if file.read_bytes().startswith(name.encode()):
                return True
    return False
