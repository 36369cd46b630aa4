"""How fast a route in Python is, against the core's own and against the Python plugin of Debian."""

from __future__ import annotations

import contextlib
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen.diagnostics import CodegenError

from ..e2e.harness import RunningServer
from .wrk import rate

SCRIPT = Path(__file__).with_name("scripts") / "hello.py"
FETCH = Path(__file__).resolve().parents[2] / "tools" / "fetch_orthanc_python.sh"
CONNECTIONS = (1, 8, 32)


@dataclass(frozen=True, slots=True)
class ThroughputSize:
    """How long to measure."""

    rounds: int
    seconds: float  # for each target in each round


@dataclass(frozen=True, slots=True)
class Pair:
    """Requests per second, medians of runs that took turns."""

    connections: int
    hello: float  # the route in Python
    system: float  # /system of the core, in a server without plugins
    debian: float | None  # the route in Python, with Debian's plugin; None where it can't be had


@dataclass(frozen=True, slots=True)
class ThroughputResult:
    """What was measured."""

    pairs: tuple[Pair, ...]
    debian: str  # which plugin of Debian's, or why there is none


def fetch_debian() -> tuple[Path | None, str]:
    """Fetch Debian's plugin; the second value says what it is, or why there is none."""
    if shutil.which("apt-get") is None:
        return None, "this is no Debian"
    run = subprocess.run([FETCH], capture_output=True, text=True, check=False, timeout=300)
    if run.returncode != 0 or not run.stdout.strip():
        return None, f"the package orthanc-python could not be fetched ({run.stderr.strip()[-200:]})"
    file = Path(run.stdout.strip())
    package = next(file.parents[3].parent.glob("orthanc-python_*.deb"))
    return file, " ".join(package.stem.split("_")[:2])


def _python_of(plugin: Path) -> Path | None:
    """Find the libpython that a plugin is linked to."""
    lines = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=True).stdout.splitlines()
    found = [line.split("=>")[1].split("(")[0].strip() for line in lines if "libpython" in line]
    return Path(found[0]) if found and found[0].startswith("/") else None


def run(plugin: Path, size: ThroughputSize, folder: Path) -> ThroughputResult:
    """Measure, each target in turn, again and again."""
    debian, said = fetch_debian()
    library = None if debian is None else _python_of(debian)
    with contextlib.ExitStack() as stack:

        def serve(name: str, plugins: Path | None, script: Path | None, **more: object) -> RunningServer:
            server = RunningServer(
                plugins,
                script,
                configuration={"DicomServerEnabled": False, **more},
                log=folder / f"{name}.log",
            )
            stack.enter_context(server)
            server.wait_until_ready()
            return server

        # Both plugins with the same Python, where Debian's can be had.
        ours = serve("ours", plugin, SCRIPT, **({"Python": {"Library": str(library)}} if library else {}))
        urls = {"hello": f"{ours.url}/hello", "system": f"{serve('plain', None, None).url}/system"}
        if debian is not None:
            try:
                theirs = serve("debian", debian, SCRIPT)
                assert theirs.get("/hello").text == "hello"
                urls["debian"] = f"{theirs.url}/hello"
            except CodegenError as problem:
                said = f"{said} could not be loaded ({str(problem).splitlines()[0]})"
        assert ours.get("/hello").text == "hello"
        pairs = tuple(_measure(urls, connections, size) for connections in CONNECTIONS)
        assert ours.stop() == 0
    return ThroughputResult(pairs, said)


def _measure(urls: dict[str, str], connections: int, size: ThroughputSize) -> Pair:
    rates: dict[str, list[float]] = {name: [] for name in urls}
    for _ in range(size.rounds):
        for name, url in urls.items():
            rates[name].append(rate(url, connections, size.seconds))
    medians = {name: statistics.median(values) for name, values in rates.items()}
    return Pair(connections, medians["hello"], medians["system"], medians.get("debian"))
