"""What stays behind of a test run, whatever ends it: nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ..ends import until, until_ended

_COMMAND = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]


@pytest.fixture
def project(pytester: pytest.Pytester, plugin: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Make a folder whose tests use the plugin under test, and the script `script.py`."""
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(plugin))
    temporary = pytester.mkdir("temporary")
    monkeypatch.setenv("TMPDIR", str(temporary))
    pytester.makeini("[pytest]\northanc_script = script.py\n")
    return pytester


def started(project: pytest.Pytester) -> subprocess.Popen[str]:
    return subprocess.Popen(
        _COMMAND, cwd=project.path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def folders(project: pytest.Pytester) -> list[Path]:
    """Return the folders of servers."""
    return list(project.path.glob("temporary/orthanc-codegen-*"))


# Their last lines end the test in some way; a signal ends the one that waits.
ENDS = {"passed": "", "failed": "    assert False", "restarted": "    orthanc_server.restart(kill=True)"}


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, *ENDS])
def test_nothing_stays_behind(project: pytest.Pytester, end: signal.Signals | str) -> None:
    (project.path / "script.py").write_text(
        "import orthanc, os, subprocess\n"
        "if not os.path.exists('started'):\n"
        '    orthanc.LogWarning(f\'started {subprocess.Popen(["sleep", "300"]).pid}\')\n'
    )
    last = ENDS[end] if isinstance(end, str) else "    time.sleep(60)"
    project.makepyfile(f"""
import pathlib, time

def test_it(orthanc_server):
    child = orthanc_server.wait_for_log(r"started (\\d+)")[1]
    pathlib.Path("new").write_text(f"{{orthanc_server.pid}} {{child}}")
    pathlib.Path("new").rename("started")
{last}
""")
    file = project.path / "started"
    with started(project) as tests:
        until(file.exists)
        processes = file.read_text().split()
        if isinstance(end, signal.Signals):
            assert folders(project)
            tests.send_signal(end)
        output, _ = tests.communicate(timeout=60)
    assert isinstance(end, signal.Signals) or f"1 {'failed' if end == 'failed' else 'passed'}" in output
    until(lambda: not folders(project))
    until_ended(processes)


def test_ctrl_c_while_a_server_starts_shows_no_traceback(project: pytest.Pytester) -> None:
    slow = "import os, pathlib, time\npathlib.Path('started').write_text(str(os.getpid()))\ntime.sleep(60)\n"
    (project.path / "script.py").write_text(slow)
    project.makepyfile("def test_it(orthanc_server): ...\n")
    file = project.path / "started"
    with started(project) as tests:
        until(lambda: file.exists() and file.read_text())
        tests.send_signal(signal.SIGINT)
        output, _ = tests.communicate(timeout=60)
    assert tests.returncode == pytest.ExitCode.INTERRUPTED, output
    assert "KeyboardInterrupt" in output
    assert "Traceback" not in output
    until_ended([file.read_text()])


# Notes its process, and then the moment at which Ctrl-C is to arrive: in the second start, or in the stop.
_NOTING = """
import os, orthanc, pathlib, time

def note(moment):
    if moment == "{moment}":
        pathlib.Path("moment").touch()
        time.sleep(1 if moment == "stop" else 60)

is_second = pathlib.Path("loaded").exists()
with open("processes", "a") as file:
    print(os.getpid(), file=file)
pathlib.Path("loaded").touch()
if is_second:
    note("load")

def on_change(change, level, resource):
    if change == orthanc.ChangeType.ORTHANC_STOPPED:
        note("stop")
        pathlib.Path("stopped").touch()

orthanc.RegisterOnChangeCallback(on_change)
"""
# Ctrl-C arrives when the process was made, but is not known yet.
_INTERRUPTING = """
import signal, subprocess

class Popen(subprocess.Popen):
    def __init__(self, command, **options):
        super().__init__(command, **options)
        if command[-1].endswith("orthanc.json"):
            with open("processes", "a") as file:
                print(self.pid, file=file)
            numbers.append(len(numbers) + 1)
            if f"launch {{numbers[-1]}}" == "{moment}":
                signal.raise_signal(signal.SIGINT)

numbers = []
subprocess.Popen = Popen

def test_it(orthanc_server):
    orthanc_server.restart(kill={kill})
"""


@pytest.mark.parametrize(
    ("moment", "kill"),
    [("launch 1", False), ("launch 2", True), ("stop", False), ("load", False), ("load", True)],
)
def test_ctrl_c_during_a_restart(project: pytest.Pytester, moment: str, kill: bool) -> None:
    (project.path / "script.py").write_text(_NOTING.format(moment=moment))
    project.makepyfile(_INTERRUPTING.format(moment=moment, kill=kill))
    with started(project) as tests:
        if not moment.startswith("launch"):
            until((project.path / "moment").exists)
            tests.send_signal(signal.SIGINT)
        output, _ = tests.communicate(timeout=60)
    assert tests.returncode == pytest.ExitCode.INTERRUPTED, output
    assert "KeyboardInterrupt" in output
    assert "Traceback" not in output
    assert "AssertionError" not in output
    # A server that was stopping ends in order.
    assert (project.path / "stopped").exists() == (moment in ("stop", "load") and not kill)
    assert not folders(project)
    until_ended((project.path / "processes").read_text().split())
