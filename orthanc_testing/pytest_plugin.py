"""The plugin of pytest: the fixtures, and the logs in failure reports.

pytest imports this module in every run of an environment that has it, so it imports the rest of the kit
only in fixtures.
"""

from __future__ import annotations

import contextlib
import textwrap
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import pytest

if TYPE_CHECKING:
    import pluggy

    from .inprocess.core import Core
    from .server import Server
    from .servers import Servers

Configuration: TypeAlias = "Mapping[str, Any] | Path | str"  # options, or the file that has them

_LINES = 100  # of a log in a failure report


class _Logging(Protocol):
    """An object with a log: a server, or the in-process core."""

    def log_size(self) -> int: ...
    def log_after(self, size: int) -> str: ...


_LIVE = pytest.StashKey[list[_Logging]]()  # whose logs a failure report shows
_SIZES = pytest.StashKey[dict[int, int]]()  # of the logs before a test, by the id() of what has it


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `orthanc_script` of pytest.ini or pyproject.toml."""
    parser.addini("orthanc_script", "The script for the fixtures orthanc_server and orthanc_core", default="")


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the list of logs, and let tests import the module of a plugin that is only built."""
    from .finder import install

    install()
    config.stash[_LIVE] = []


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Remember how long the logs are, so that a failure report begins there."""
    item.stash[_SIZES] = {id(live): live.log_size() for live in item.config.stash[_LIVE]}


# Also in the form of pluggy before 1.2: the Debian package puts this beside bookworm's pytest 7.2.
@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]  # noqa: ARG001
) -> Generator[None, pluggy.Result[pytest.TestReport], None]:
    """Add what Orthanc has logged during the test to the report of a failure."""
    outcome = yield
    report = outcome.get_result()
    if report.failed:
        sizes = item.stash.get(_SIZES, {})
        for live in item.config.stash[_LIVE]:
            lines = live.log_after(sizes.get(id(live), 0)).splitlines()
            # Some messages of the kit have the log already.
            if lines and lines[-1] not in report.longreprtext:
                report.sections.append(("Orthanc's log", "\n".join(lines[-_LINES:])))


@pytest.fixture(scope="module")
def orthanc_script(request: pytest.FixtureRequest) -> Path | str:
    """Return the script to test. Override this fixture, or set `orthanc_script` in pytest's configuration.

    A path is relative to the folder of the test, or to pytest's root folder. A text with a line break is the
    script itself.
    """
    named = str(request.config.getini("orthanc_script"))
    if not named:
        pytest.fail(
            "no script to test: define a fixture `orthanc_script` (scope module) that returns its path, "
            "or set `orthanc_script` in pytest's configuration",
            pytrace=False,
        )
    return named


@pytest.fixture(scope="module")
def orthanc_configuration() -> Configuration:
    """Return options for the configuration of the server. Override this fixture to set some.

    A path names a file that has them, relative to the folder of the test, or to pytest's root folder.
    """
    return {}


@pytest.fixture(scope="module")
def orthanc_environment() -> Mapping[str, str]:
    """Return variables for the environment of the script. Override this fixture to set some."""
    return {}


@pytest.fixture(scope="session")
def _orthanc_retired() -> Iterator[list[Server]]:
    """Collect servers that are stopping; at the end of the session, all must exit with status 0."""
    from .servers import check_stopped

    retired: list[Server] = []
    yield retired
    check_stopped(retired)


@pytest.fixture(scope="module")
def orthanc_servers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, _orthanc_retired: list[Server]
) -> Iterator[Servers[Server]]:
    """Return a starter of further servers, which run until the end of the module's tests."""
    from .locate import find_orthanc, find_plugin
    from .server import Server
    from .servers import Servers, own_python

    with _skipping():
        find_orthanc()
        plugin = find_plugin()
    folder = tmp_path_factory.mktemp("orthanc")
    servers = Servers(
        plugin.folder,
        folder,
        _orthanc_retired,
        Server,
        python=own_python(plugin),
        beside=_beside(request),
    )
    try:
        yield servers
    finally:
        servers.release()


@pytest.fixture(scope="module")
def orthanc_server(
    request: pytest.FixtureRequest,
    orthanc_script: Path | str,
    orthanc_configuration: Configuration,
    orthanc_environment: Mapping[str, str],
    orthanc_servers: Servers[Server],
) -> Iterator[Server]:
    """Run the script in an Orthanc for all tests of the module; skip them without Orthanc or plugin."""
    live = request.config.stash[_LIVE]
    with _failing():
        server = orthanc_servers.start(
            orthanc_script,
            dicom=True,
            configuration=_options(orthanc_configuration, request),
            environment=orthanc_environment,
        )
    live.append(server)
    yield server
    live.remove(server)


@pytest.fixture
def orthanc_core(
    request: pytest.FixtureRequest,
    orthanc_script: Path | str,
    orthanc_configuration: Configuration,
    orthanc_environment: Mapping[str, str],
) -> Iterator[Core]:
    """Load the script into the real module without a server; skip the test without the plugin."""
    from .inprocess.start import open_core

    with _skipping():
        script = _file(orthanc_script, request)
        core = open_core(script, _options(orthanc_configuration, request), orthanc_environment)
    live = request.config.stash[_LIVE]
    live.append(core)
    try:
        yield core
    finally:
        live.remove(core)
        core.close()


@contextlib.contextmanager
def _skipping() -> Iterator[None]:
    """Skip the test if something is not installed, and fail it if something is wrong."""
    from .errors import Missing

    try:
        with _failing(unless=Missing):
            yield
    except Missing as error:
        pytest.skip(str(error))


@contextlib.contextmanager
def _failing(unless: tuple[type[Exception], ...] | type[Exception] = ()) -> Iterator[None]:
    """Fail the test with the text of a KitError alone."""
    from .errors import KitError

    try:
        yield
    except unless:
        raise
    except KitError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


def _beside(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """Return the folders to which the paths of a test are relative."""
    return request.path.parent, request.config.rootpath


def _file(script: Path | str, request: pytest.FixtureRequest) -> Path:
    """Return the file of a script; write one for a text."""
    from .named import is_text, named_file

    if not is_text(script):
        return named_file(script, _beside(request), "script")
    file: Path = request.getfixturevalue("tmp_path") / "script.py"
    file.write_text(textwrap.dedent(str(script)), encoding="utf-8")
    return file


def _options(given: Configuration, request: pytest.FixtureRequest) -> Mapping[str, Any]:
    """Return the options of a configuration, which may be a file."""
    from .configuration import read_configuration
    from .named import named_file

    if isinstance(given, Path | str):
        return read_configuration(named_file(given, _beside(request), "configuration"))
    return given
