"""The loader's query of a Python for its facts, in environments that disturb the answer."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path

import pytest

from ..stress.watch import wait_until
from .facts import FACTS, errors_of, facts
from .harness import Servers
from .pythons import project

# Runs in every Python of the environment, but acts only in the one that the loader queries (with -I).
WHEN_ASKED = "import os, subprocess, sys; '-I' in sys.orig_argv and "


def environment_that(folder: Path, does: str) -> Path:
    """Create a virtual environment whose Python runs some code before it answers."""
    environment = project().make_environment(folder)
    packages = environment / "lib" / f"python{project().version}" / "site-packages"
    (packages / "does.pth").write_text(f"{WHEN_ASKED}{does}\n")
    return environment


def processes_with(argument: str) -> list[str]:
    """Return the processes with this argument."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            arguments = file.read_bytes().split(b"\0")
        except OSError:  # the process may just have ended
            continue
        if argument.encode() in arguments:
            found.append(file.parent.name)
    return found


@pytest.mark.parametrize("said", ["hello", "3.12\\n-\\n/usr/include\\n", "orthanc-python:\\n", "version 2.7"])
def test_what_others_print_is_no_answer(serve: Servers, tmp_path: Path, said: str) -> None:
    environment = environment_that(tmp_path / "venv", f"(sys.stdout.write('{said}'), sys.stdout.flush())")
    found = facts(serve, {"VirtualEnv": str(environment)})
    assert (found["version"], found["prefix"]) == (project().version, str(environment))


def test_sigchld_may_be_ignored(serve: Servers, plugin: Path, other_plugin: Path, tmp_path: Path) -> None:
    # The queried Python can still wait for its own child processes.
    check = "(subprocess.run(['false']).returncode == 1 or sys.exit(1))"
    environment = environment_that(tmp_path / "venv", check)
    server = serve(
        FACTS,
        configuration={
            "Plugins": [str(other_plugin), str(plugin)],
            "Python": {"VirtualEnv": str(environment)},
        },
        environment={"OTHER_IGNORES_CHILDREN": "1"},
    )
    ignored = re.search(r"^SigIgn:\s*(\w+)", Path(f"/proc/{server.pid}/status").read_text(), re.MULTILINE)
    assert ignored is not None
    assert int(ignored[1], 16) >> (signal.SIGCHLD - 1) & 1
    assert server.get("/hello").text == "hi"


def test_what_a_python_starts_is_not_waited_for(serve: Servers, tmp_path: Path) -> None:
    environment = environment_that(tmp_path / "venv", "subprocess.Popen(['sleep', '31415.9'])")
    begin = time.monotonic()
    assert facts(serve, {"VirtualEnv": str(environment)})["prefix"] == str(environment)
    assert time.monotonic() - begin < 8
    wait_until(lambda: not processes_with("31415.9"), 10, "the process has gone")


def test_a_python_that_ends_without_an_answer_is_not_waited_for(serve: Servers, tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.write_text("#!/bin/sh\nsleep 27182.8 &\nexit 1\n")
    broken.chmod(0o755)
    begin = time.monotonic()
    log = errors_of(serve.refused(FACTS, {"Python": {"VirtualEnv": str(tmp_path / "broken")}}))
    assert f"{broken} cannot be run" in log
    assert time.monotonic() - begin < 8
    wait_until(lambda: not processes_with("27182.8"), 10, "the process has gone")


@pytest.mark.parametrize(
    ("text", "mode", "said"),
    [
        ("#!/bin/sh\n", 0o644, "Permission denied"),  # not even root can run it
        ("#!/none/sh\n", 0o755, "No such file or directory"),
    ],
)
def test_the_reason_of_the_system_is_named(
    serve: Servers, tmp_path: Path, text: str, mode: int, said: str
) -> None:
    program = tmp_path / "venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text(text)
    program.chmod(mode)
    log = errors_of(serve.refused(FACTS, {"Python": {"VirtualEnv": str(tmp_path / "venv")}}))
    assert f"{program} cannot be run: {said} (chosen by" in log
