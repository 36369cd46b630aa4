"""The build driver: the commands that it runs, its progress, and its errors."""

from __future__ import annotations

import io
import sys
import threading
import time
from pathlib import Path

import pytest
from rich.console import Console

from orthanc_codegen import __version__, build, pipeline
from orthanc_codegen.build import BuildStep
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.progress import BuildProgress


def script(folder: Path, name: str, text: str) -> None:
    """Write an executable script to a folder."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with stand-ins for the build tools, the only ones in the PATH."""
    folder = tmp_path / "tools"
    folder.mkdir()
    script(folder, "cmake", "echo '[1/2] Building CXX object CMakeFiles/module.dir/x/gil.cpp.o'")
    script(folder, "ninja", "exit 0")
    script(folder, "g++", "exit 0")
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def build_small(headers: Path, folder: Path) -> list[str]:
    """Build the smallest header and return the steps that were reported."""
    steps: list[str] = []
    file = headers / "minimal.h"
    none = folder / "none.toml"
    none.touch()
    build.build_plugin(
        pipeline.load(file=file), folder / "build", "Debug", lambda s: steps.append(str(s)), none
    )
    return steps


def test_missing_tools_are_named_with_their_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, "cmake", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CodegenError, match=r"ninja, g\+\+.* apt-get install ninja-build g\+\+"):
        build.require_tools()


@pytest.mark.usefixtures("tools")
def test_steps_are_reported(headers: Path, tmp_path: Path) -> None:
    *steps, last = build_small(headers, tmp_path)
    assert steps == ["generating from SDK 1.0.0", "configuring", "[1/2] compiling gil.cpp"]
    assert last.startswith("recording the Python for the plugin: /")


def test_cmake_gets_the_folders_and_this_python(tools: Path, headers: Path, tmp_path: Path) -> None:
    script(tools, "cmake", f'echo "$@" >> {tmp_path}/calls')
    build_small(headers, tmp_path)
    configure, compile_ = (tmp_path / "calls").read_text().splitlines()
    directory = tmp_path / "build"
    for setting in (
        "CMAKE_BUILD_TYPE=Debug",
        f"ORTHANC_SDK_DIR={directory}/sdk",
        f"ORTHANC_GENERATED_DIR={directory}/generated/cpp",
        f"ORTHANC_PLUGIN_DIR={directory}/plugin",
        f"ORTHANC_PYTHON_VERSION={__version__}",
        f"PYTHON_PROGRAM={sys.executable}",
    ):
        assert f"-D{setting}" in configure.split()
    assert compile_ == f"--build {directory}/cmake"
    copied = directory / "sdk" / "orthanc" / "OrthancCPlugin.h"
    assert copied.read_bytes() == (headers / "minimal.h").read_bytes()


@pytest.mark.usefixtures("tools")
def test_nothing_is_touched_the_second_time(headers: Path, tmp_path: Path) -> None:
    build_small(headers, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "build").rglob("*")}
    build_small(headers, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "build").rglob("*")} == before


def test_a_tree_that_was_made_elsewhere_is_made_afresh(tools: Path, headers: Path, tmp_path: Path) -> None:
    script(tools, "cmake", f'echo "$@" >> {tmp_path}/calls')
    cache = tmp_path / "build" / "cmake" / "CMakeCache.txt"
    cache.parent.mkdir(parents=True)
    cache.write_text("CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere\n")
    build_small(headers, tmp_path)
    assert (tmp_path / "calls").read_text().startswith("--fresh ")


def test_compiler_errors_are_shown_without_the_command(tools: Path, headers: Path, tmp_path: Path) -> None:
    script(
        tools,
        "cmake",
        'test "$1" = --build || exit 0\n'
        "echo '[1/9] Building CXX object a.cpp.o'\n"
        "echo 'FAILED: a.cpp.o'\necho '/usr/bin/c++ -Wall and so on'\n"
        "echo 'a.cpp:3:4: error: no such thing'\nexit 1",
    )
    with pytest.raises(CodegenError) as caught:
        build_small(headers, tmp_path)
    assert str(caught.value) == "error: the plugin could not be compiled:\na.cpp:3:4: error: no such thing"


def test_failed_configuration_shows_what_cmake_said(tools: Path, headers: Path, tmp_path: Path) -> None:
    script(tools, "cmake", "echo 'CMake Error: no nlohmann-json' >&2\nexit 1")
    with pytest.raises(CodegenError, match=r"could not configure the build:\nCMake Error: no nlohmann-json"):
        build_small(headers, tmp_path)


def test_link_step_is_named_after_the_library() -> None:
    assert build._describe("Linking CXX shared module /b/plugin/libX.so") == "linking libX.so"


def test_progress_without_a_terminal_is_plain_lines() -> None:
    output = io.StringIO()
    with BuildProgress(Console(file=output, width=20)) as progress:
        progress(BuildStep("compiling [b]a_rather_long_name.cpp", 1, 2))
    assert output.getvalue() == "[1/2] compiling [b]a_rather_long_name.cpp\n"


def test_progress_on_a_terminal_leaves_nothing_behind() -> None:
    output = io.StringIO()
    with BuildProgress(Console(file=output, force_terminal=True, width=80)) as progress:
        progress(BuildStep("compiling gil.cpp", 1, 2))
    assert "compiling gil.cpp" in output.getvalue()
    assert not output.getvalue().endswith("\n")


def test_builds_of_one_folder_take_turns(tmp_path: Path) -> None:
    steps: list[str] = []
    second = threading.Thread(target=lambda: enter(tmp_path, steps))
    with build._only_build_of(tmp_path, lambda step: steps.append(step.text)):
        second.start()
        deadline = time.monotonic() + 20
        while not steps:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        steps.append("the first ends")
    second.join(20)
    assert steps == ["waiting for another build of this folder", "the first ends", "the second begins"]


def enter(folder: Path, steps: list[str]) -> None:
    with build._only_build_of(folder, lambda step: steps.append(step.text)):
        steps.append("the second begins")
