"""POST /tools/reset reloads the script and its modules in the same interpreter."""

from __future__ import annotations

import contextlib
import os
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from .harness import Servers
from .pythons import installed

SCRIPT = """
import enum
import json
import logging
import sys
import OWN_MODULE
import orthanc

sys.path.append("/nowhere")
logging.error("logged by the script")
orthanc.LogWarning(json.dumps({
    "own": OWN_MODULE.VALUE,
    "enumeration": issubclass(orthanc.ErrorCode, enum.IntEnum),
    "paths": sys.path.count("/nowhere"),
}))
"""


def assert_reset(serve: Servers, script: Path, more: str = "", **options: object) -> None:
    """Start a server, change a module of its script, reset the server, and check the log before and after."""
    own = script.with_name(f"{script.stem}_own.py")
    script.write_text(SCRIPT.replace("OWN_MODULE", own.stem) + more)
    own.write_text("VALUE = 'first'\n")
    server = serve(script, environment={"PYTHONDONTWRITEBYTECODE": "1"}, **options)  # type: ignore[arg-type]
    server.wait_for_log('"own": "first"')
    own.write_text("VALUE = 'the second'\n")
    server.reset({})
    found = server.wait_for_log(r'"own": "the second".*$').group()
    assert '"enumeration": true, "paths": 1' in found
    assert server.log_text().count("logged by the script") == 2
    assert server.stop() == 0


def test_a_reset_reads_the_modules_of_the_script_anew(serve: Servers, tmp_path: Path) -> None:
    assert_reset(serve, tmp_path / "script.py")


def test_a_reset_leaves_packages_beside_the_script(serve: Servers, tmp_path: Path) -> None:
    # As `pip install --target .` installs it. numpy cannot be imported twice.
    packages = Path(sysconfig.get_path("purelib"))
    for part in packages.glob("numpy*"):
        (tmp_path / part.name).symlink_to(part)
    assert (tmp_path / "numpy").exists()
    use = "import numpy\northanc.LogWarning(str(numpy.arange(3).sum()))\n"
    assert_reset(serve, tmp_path / "script.py", use, packages=True)


def test_a_reset_keeps_finalizers_working(serve: Servers) -> None:
    server = serve("""
        import weakref
        import orthanc

        class Thing:
            pass

        short, long = Thing(), Thing()
        weakref.finalize(short, orthanc.LogWarning, "an object ended")
        weakref.finalize(long, orthanc.LogWarning, "Python ended")
        del short
        """)
    server.reset({})
    assert server.stop() == 0
    assert server.log_text().count("an object ended") == 2
    assert server.log_text().count("Python ended") == 2


def test_a_reset_closes_the_descriptors_of_processes(serve: Servers) -> None:
    server = serve("""
        import multiprocessing

        pool = multiprocessing.Pool(4)
        process = multiprocessing.Process(target=int)
        process.start()
        process.join()
        """)

    def count_pipes() -> int:
        found = 0
        for entry in Path(f"/proc/{server.pid}/fd").iterdir():
            with contextlib.suppress(OSError):  # just closed
                found += str(entry.readlink()).startswith("pipe:")
        return found

    server.reset({})
    before = count_pipes()
    for _ in range(2):
        server.reset({})
    assert count_pipes() == before


@pytest.fixture
def home_script() -> Iterator[Path]:
    """Return a path for a script in the home directory; remove it afterwards."""
    script = Path.home() / f"orthanc_reset_test_{os.getpid()}.py"
    yield script
    for file in (script, script.with_name(f"{script.stem}_own.py")):
        file.unlink(missing_ok=True)


@pytest.mark.skipif("ORTHANC_PYTHON_LIBRARY" in os.environ, reason="it names another Python")
def test_a_reset_leaves_a_python_below_the_script(serve: Servers, home_script: Path) -> None:
    below = [python.library for python in installed() if home_script.parent in python.library.parents]
    if not below:
        pytest.skip("no Python is installed below the home directory")
    assert_reset(serve, home_script, configuration={"Python": {"Library": str(below[0])}})
