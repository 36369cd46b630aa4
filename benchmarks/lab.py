"""The servers that the benchmarks measure: with our plugin, with Debian's, with a native one."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from orthanc_codegen import pythons
from orthanc_codegen.diagnostics import CodegenError
from tests.e2e import packages
from tests.e2e.harness import RunningServer

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parent
ROUTES = _HERE / "scripts" / "routes.py"

_SOURCES = {"plugin": ("plugin.c", "large.c"), "waiting": ("waiting.c",)}

OURS, DEBIAN, NATIVE = "ours", "debian", "native"
LOCKED = "native, locked"  # the native plugin, with a lock that is held as long as Python's per request
LEAST = "least"  # what remains without the plugin's part: Python's own API alone, or no callback
POSITIONAL = "positional"  # our plugin, but without keywords

S = TypeVar("S", bound=RunningServer)


@dataclass(frozen=True, slots=True)
class Size:
    """How much to measure."""

    rounds: int
    seconds: float  # of load, for each target in each round
    scale: float  # of counts: 1 for results, less to see that the benchmarks run


@dataclass(frozen=True, slots=True)
class Lab:
    """The resources that all cases share."""

    size: Size
    folder: Path  # for logs and binaries
    plugin: Path  # folder of our plugin
    python: pythons.Python  # the one that all scripts run in
    debian: Path | None  # Debian's plugin, if there is one
    debian_name: str  # its package and version, or why there is none

    def count(self, number: int) -> int:
        """Scale a count."""
        return max(1, int(number * self.size.scale))

    @contextlib.contextmanager
    def servers(
        self,
        environment: Mapping[str, str] | None = None,
        *,
        targets: tuple[str, ...] = (OURS, DEBIAN, NATIVE),
        configuration: Mapping[str, object] | None = None,
    ) -> Iterator[dict[str, RunningServer]]:
        """Start a server for each target that this machine has; all run the same Python."""
        with contextlib.ExitStack() as stack:
            started: dict[str, RunningServer] = {}
            for target in targets:
                if target == DEBIAN and self.debian is None:
                    continue
                server = self.server(RunningServer, target, environment, configuration)
                started[target] = stack.enter_context(server)
            for server in started.values():
                server.wait_until_ready()
            yield started

    def server(
        self,
        kind: Callable[..., S],
        target: str,
        environment: Mapping[str, str] | None = None,
        configuration: Mapping[str, object] | None = None,
    ) -> S:
        """Return the server for a target, which is not started."""
        plugin = {OURS: self.plugin, DEBIAN: self.debian, NATIVE: self.folder / "native"}[target]
        settings: dict[str, object] = {
            "DicomServerEnabled": False,
            "HttpThreadsCount": 50,
            **(configuration or {}),
        }
        settings["Plugins"] = [str(plugin), str(self.folder / "waiting")]
        if target == OURS:
            settings["Python"] = {"Library": str(self.python.library)}
        return kind(
            plugin,
            None if target == NATIVE else ROUTES,
            configuration=settings,
            environment={"VIRTUAL_ENV": "", **(environment or {})},
            log=self.folder / f"{target}.log",
        )


def open_lab(size: Size, folder: Path, plugin: Path) -> Lab:
    """Compile the native plugins, and find Debian's."""
    for name in _SOURCES:
        target = folder / {"plugin": "native"}.get(name, name)
        target.mkdir()
        compile_c(target / f"lib{name}.so", *_SOURCES[name], options=("-shared", "-fPIC"))
    debian, said = _fetch_debian()
    # Debian's plugin is linked to the libpython of the system's Python, so ours has to run that, too.
    program = pythons.choose(Path("/usr/bin/python3") if debian else None)
    python = pythons.describe(program)
    if python is None or python.flaw is not None:
        raise CodegenError.of(f"{program} {python.flaw if python else 'does not run'}")
    return Lab(size, folder, plugin, python, debian, said)


def compile_c(target: Path, *sources: str, options: tuple[str, ...] = ()) -> None:
    """Compile sources of the folder `native` as a release would be."""
    includes = [f"-I{_ROOT / 'sdk_headers'}", f"-I{sysconfig.get_paths()['include']}"]
    command = [
        shutil.which("gcc") or "cc",
        "-O2",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-Wno-deprecated-declarations",
        *options,
        *includes,
    ]
    subprocess.run(
        [
            *command,
            *(str(_HERE / "native" / source) for source in sources),
            "-o",
            str(target),
            "-ldl",
            "-lpthread",
        ],
        check=True,
    )


def _fetch_debian() -> tuple[Path | None, str]:
    """Fetch Debian's plugin; the second value is its package, or the reason why there is none."""
    if "ORTHANC_SERVER" in os.environ:
        return None, "not measured: ORTHANC_SERVER names another server than Debian's"
    root, said = packages.fetch("orthanc-python")
    return root and packages.plugin(root), said
