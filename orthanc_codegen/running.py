"""Run a script in an Orthanc until the user stops it: what `orthanc-codegen run` does after the build."""

from __future__ import annotations

import http.client
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import json5

from orthanc_testing.serve import DICOM_PORT, HTTP_PORT, OrthancServer, passing_signals_on

from .diagnostics import CodegenError
from .files import read_file

# The options of a user's configuration that `run` decides itself.
_OWN = ("PythonScript", "StorageDirectory", "IndexDirectory")
_UPLOAD_TIMEOUT = 60  # seconds

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run a script."""

    http_port: int | None = None  # None: that of the configuration, or Orthanc's default
    dicom_port: int | None = None
    configuration: Mapping[str, Any] = field(default_factory=dict)  # as the user wrote it
    python: Mapping[str, Any] = field(default_factory=dict)  # defaults of its section Python
    storage: Path | None = None  # None: a temporary folder
    environment: Mapping[str, str] = field(default_factory=dict)
    uploads: Sequence[Path] = ()  # DICOM files, ZIP archives of them, and folders
    open_browser: bool = False
    verbose: bool = False


def read_configuration(file: Path) -> dict[str, Any]:
    """Read a configuration of Orthanc, which may have comments and trailing commas."""
    text = read_file(file, "the configuration").decode("utf-8", "surrogateescape")
    try:
        options = json5.loads(text)
    except ValueError as error:
        raise CodegenError.of(f"this is not a configuration of Orthanc: {error}", str(file)) from error
    if not isinstance(options, dict):
        raise CodegenError.of("this is not a configuration of Orthanc: it must be an object", str(file))
    return options


def run_script(plugin: Path, script: Path, options: RunOptions, report: Report) -> int:
    """Run a server with `script`, with its log on the terminal; return its exit status."""
    if not script.is_file():
        raise CodegenError.of("the script does not exist", str(script))
    missing = [path for path in options.uploads if not path.exists()]
    if missing:
        raise CodegenError.of("there is nothing to upload", str(missing[0]))
    given = options.configuration
    ignored = [name for name in _OWN if name in given]
    if ignored:
        report(f"Ignoring {', '.join(ignored)} of the configuration: the command line decides")
    server = OrthancServer(
        plugin,
        script,
        http_port=options.http_port or given.get("HttpPort", HTTP_PORT),
        dicom_port=options.dicom_port or given.get("DicomPort", DICOM_PORT),
        storage=options.storage,
        configuration=_merged(given, plugin, options.python),
        environment=options.environment,
        verbose=options.verbose,
    )
    report(f"Running {script} at http://localhost:{server.http_port} (press Ctrl-C to stop)")
    with passing_signals_on(server), server:
        if options.uploads or options.open_browser:
            server.wait_until_ready()
        if options.uploads:
            report(_upload(server, options.uploads))
        if options.open_browser:
            webbrowser.open(f"{server.url}/app/explorer.html")
        return server.wait()


def _merged(given: Mapping[str, Any], plugin: Path, python: Mapping[str, Any]) -> dict[str, Any]:
    """Add the plugin, and options of Python, to the options of the user."""
    merged = {name: value for name, value in given.items() if name not in (*_OWN, "HttpPort", "DicomPort")}
    others = given.get("Plugins", [])
    merged["Plugins"] = [str(plugin.absolute()), *(others if isinstance(others, list) else [others])]
    section = given.get("Python", {})
    if python and isinstance(section, dict):
        merged["Python"] = {**python, **section}
    return merged


def _upload(server: OrthancServer, paths: Sequence[Path]) -> str:
    """Upload files; return a summary that names those that Orthanc refused."""
    stored, refused = 0, []
    for file in _files(paths):
        request = urllib.request.Request(f"{server.url}/instances", file.read_bytes(), method="POST")
        try:
            with urllib.request.urlopen(request, timeout=_UPLOAD_TIMEOUT):
                stored += 1
        except (OSError, http.client.HTTPException):
            refused.append(str(file))
    summary = f"Uploaded {stored} file{'' if stored == 1 else 's'}"
    return f"{summary}; Orthanc refused {', '.join(refused)}" if refused else summary


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
