"""Build the plugin: generate the C++, then run CMake and Ninja."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen import __version__, pipeline, pythons
from orthanc_codegen.description import FILE as DESCRIPTION
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.pipeline import Source
from orthanc_codegen.resources import runtime_dir

BUILD_TYPES = ("Release", "Lto", "Debug", "Asan", "Tsan")
_TAIL = 60  # lines of a failed tool's output to include in the error
_STATUS = re.compile(r"\[(\d+)/(\d+)\] (.*)")  # a line of Ninja's progress, with the NINJA_STATUS below

# Alternative programs, one of which suffices, and the Debian package of the first.
_TOOLS = (
    (("cmake",), "cmake"),
    (("ninja",), "ninja-build"),
    (("g++", "c++", "clang++"), "g++"),
)


@dataclass(frozen=True, slots=True)
class BuildStep:
    """A progress report of a build."""

    text: str  # ex) "compiling class_image.cpp"
    done: int = 0  # ex) 3; 0 if the steps are not counted
    total: int = 0  # ex) 57

    def __str__(self) -> str:
        return f"[{self.done}/{self.total}] {self.text}" if self.total else self.text


Report = Callable[[BuildStep], None]


@dataclass(frozen=True, slots=True)
class BuiltPlugin:
    """The two shared objects of a built plugin."""

    folder: Path  # for "Plugins" in Orthanc's configuration, ex) /home/me/build/1.10.1/plugin

    @property
    def loader(self) -> Path:
        """The plugin that Orthanc loads."""
        return self.folder / "libOrthancPython.so"

    @property
    def module(self) -> Path:
        """The Python module `orthanc`."""
        return self.folder / "orthanc-python" / "orthanc.abi3.so"


def build_plugin(
    source: Source,
    directory: Path,
    build_type: str,
    report: Report,
    annotations: Path | None = None,
    python: Path | None = None,
) -> BuiltPlugin:
    """Build the plugin for a header in a folder. Steps that are up to date are skipped.

    `python` is the program that the plugin uses unless Orthanc's configuration names another one. It
    defaults to the system's Python.
    """
    require_tools()
    program = pythons.choose(python)
    directory = directory.absolute()
    with _only_build_of(directory, report):
        return _build(source, directory, build_type, report, annotations, program)


@contextlib.contextmanager
def _only_build_of(directory: Path, report: Report) -> Iterator[None]:
    """Wait for other builds of a folder: CMake and Ninja would disturb each other there."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        lock = (directory / ".lock").open("a")
    except OSError as error:
        raise CodegenError.of(f"the folder can't be written: {error.strerror}", str(directory)) from error
    with lock:  # whose end releases it
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            report(BuildStep("waiting for another build of this folder"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError:
            pass  # a file system without locks
        yield


def _build(
    source: Source, directory: Path, build_type: str, report: Report, annotations: Path | None, program: Path
) -> BuiltPlugin:
    plugin = BuiltPlugin(directory / "plugin")
    report(BuildStep(f"generating from SDK {source.header.version}"))
    pipeline.generate(source.header, directory / "generated", annotations=annotations)
    _put(source.text, directory / "sdk" / "orthanc" / "OrthancCPlugin.h")
    report(BuildStep("configuring"))
    _run(_configure_command(directory, build_type), "CMake could not configure the build", _ignore)
    _run(["cmake", "--build", str(directory / "cmake")], "the plugin could not be compiled", report)
    # For the test kit, which has only the plugin.
    _put((directory / "generated" / DESCRIPTION).read_bytes(), plugin.module.with_name(DESCRIPTION))
    report(BuildStep(f"recording the Python for the plugin: {program}"))
    pythons.record(plugin.folder, program)
    return plugin


def require_tools() -> None:
    """Raise CodegenError if a program that the build needs is not installed."""
    missing = [(names[0], package) for names, package in _TOOLS if not any(map(shutil.which, names))]
    if missing:
        programs = ", ".join(name for name, _ in missing)
        packages = " ".join(package for _, package in missing)
        raise CodegenError.of(
            f"the build needs programs that are not installed: {programs}. "
            f"On Debian: apt-get install {packages}"
        )


def _put(text: bytes, target: Path) -> None:
    """Write a file if it has changed. A new timestamp alone would recompile everything."""
    try:
        if not target.is_file() or target.read_bytes() != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
    except OSError as error:
        raise CodegenError.of(f"the file can't be written: {error.strerror}", str(target)) from error


def _configure_command(directory: Path, build_type: str) -> list[str]:
    runtime, tree = runtime_dir(), directory / "cmake"
    settings = {
        "CMAKE_BUILD_TYPE": build_type,
        "ORTHANC_SDK_DIR": directory / "sdk",
        "ORTHANC_GENERATED_DIR": directory / "generated" / "cpp",
        "ORTHANC_PLUGIN_DIR": directory / "plugin",
        "ORTHANC_PYTHON_VERSION": __version__,
        "PYTHON_PROGRAM": sys.executable,  # only for its headers
    }
    # CMake rejects a build tree of another source folder, ex) after the project was moved.
    fresh = ["--fresh"] if _configured_for(tree) not in (None, runtime) else []
    options = [f"-D{name}={value}" for name, value in settings.items()]
    return ["cmake", *fresh, "-G", "Ninja", "-S", str(runtime), "-B", str(tree), *options]


def _configured_for(tree: Path) -> Path | None:
    """Return the source folder for which a build tree was configured, or None."""
    try:
        cache = (tree / "CMakeCache.txt").read_text(encoding="utf-8")
    except OSError:
        return None
    found = re.search(r"^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$", cache, re.MULTILINE)
    return Path(found[1]) if found else None


def _run(command: Sequence[str], failure: str, report: Report) -> None:
    """Run a tool. If it fails, raise CodegenError with its output, without its progress."""
    process = subprocess.Popen(
        command,
        env={**os.environ, "NINJA_STATUS": "[%f/%t] "},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    said: deque[str] = deque(maxlen=_TAIL)
    with process:
        for line in _without_failed_commands(process.stdout or ()):
            status = _STATUS.fullmatch(line)
            if status:
                report(BuildStep(_describe(status[3]), int(status[1]), int(status[2])))
            else:
                said.append(line)
    if process.returncode:
        raise CodegenError.of("\n".join([f"{failure}:", *said]))


def _without_failed_commands(output: Iterable[str]) -> Iterator[str]:
    """Drop Ninja's two lines for a failed step: the name of its output and its very long command."""
    lines = iter(output)
    for line in lines:
        if line.startswith("FAILED: "):
            next(lines, None)
        else:
            yield line.rstrip("\n")


def _describe(step: str) -> str:
    """Shorten a step of Ninja, ex) ``Building CXX object …/gil.cpp.o`` to ``compiling gil.cpp``."""
    name = step.rsplit("/", 1)[-1].removesuffix(".o")
    if step.startswith("Building "):
        return f"compiling {name}"
    if step.startswith("Linking "):
        return f"linking {name.split()[-1]}"
    return step


def _ignore(_step: BuildStep) -> None:
    """Discard a progress report."""
