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
