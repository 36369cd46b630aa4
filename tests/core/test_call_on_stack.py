"""The call on another stack, without Python: on this machine, and for Arm if the tools are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_PROGRAM = Path(__file__).with_name("visiting.cpp")
_RUNTIME = Path(__file__).resolve().parents[2] / "plugin_runtime" / "module"
_CALL = _RUNTIME / "threads" / "call_on_stack.cpp"
_ARM = "aarch64-linux-gnu-g++"
_EMULATOR = "qemu-aarch64-static"


def build(compiler: str, folder: Path, *options: str) -> Path:
    program = folder / "visiting"
    common = ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-pthread", f"-I{_RUNTIME}"]
    subprocess.run([compiler, *common, *options, "-o", program, _PROGRAM, _CALL], check=True)
    return program


def check(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("options", [["-O0"], ["-O2", "-fomit-frame-pointer"]], ids=" ".join)
def test_what_unwinds_on_the_other_stack(tmp_path: Path, options: list[str]) -> None:
    check(build("g++", tmp_path, *options))


@pytest.mark.skipif(shutil.which(_ARM) is None, reason=f"there is no {_ARM}")
@pytest.mark.skipif(shutil.which(_EMULATOR) is None, reason=f"there is no {_EMULATOR}")
def test_on_arm(tmp_path: Path) -> None:
    check(_EMULATOR, build(_ARM, tmp_path, "-O2", "-static-pie", "-mbranch-protection=standard"))
