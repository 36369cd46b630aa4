"""Values and exceptions of functions in the official plugin and in this one."""

from __future__ import annotations

from typing import Any

import pytest

from ..e2e.harness import RUNNER, RunningServer, Servers


@pytest.fixture(scope="module")
def runner(servers: Servers) -> RunningServer:
    """Return a server that executes posted code."""
    return servers(RUNNER)


def result(server: RunningServer, code: str) -> Any:
    """Return `f()` of posted code, or the name of its exception."""
    return server.run(
        f"{code}\ntry:\n    answer = f()\nexcept Exception as error:\n    answer = type(error).__name__"
    )


@pytest.mark.parametrize(
    ("code", "official", "ours"),
    [
        ("f = lambda: len(orthanc.RestApiGet(uri='/system')) > 0", "TypeError", True),
        ("f = lambda: orthanc.RestApiGet('/sys\\0tem')", "TypeError", "ValueError"),
        ("f = lambda: orthanc.CreateImage(1, -1, 4).GetImageWidth()", 4294967295, "OverflowError"),
        ("f = lambda: len(orthanc.CompressPngImage(1, 9, 9, 9, b'one')) > 0", True, "ValueError"),
        ("f = lambda: memoryview(orthanc.CreateImage(1, 4, 4)).nbytes", "TypeError", 16),
        ("f = lambda: type(orthanc.Image(5, True)).__name__", "Image", "TypeError"),
        ("f = lambda: hasattr(orthanc, 'CreateJob')", False, True),
        ("f = lambda: repr(orthanc.ChangeType.NEW_STUDY)", "6", "<ChangeType.NEW_STUDY: 6>"),
        ("f = lambda: str(orthanc.ChangeType.NEW_STUDY)", "6", "6"),
        ("f = lambda: type(orthanc.ErrorCode.TIMEOUT).__mro__[1].__name__", "object", "IntEnum"),
        ("import inspect\nf = lambda: str(inspect.signature(orthanc.RestApiGet))", "ValueError", "(uri)"),
        ("import sys\nf = lambda: sys.executable", "/usr/sbin/Orthanc", None),
        ("import sys\nf = lambda: len(sys.argv[0]) > 0", False, True),
        ("import sys\nf = lambda: round(sys.getswitchinterval(), 4)", 0.005, 0.001),
    ],
    ids=[
        "keywords", "nul", "negative_size", "small_buffer", "memory", "forged_handle", "more_functions",
        "enumerator", "text_of_an_enumerator", "type_of_an_enumerator", "signature", "executable",
        "argv", "switch_interval",
    ],
)  # fmt: skip
def test_values(which: str, runner: RunningServer, code: str, official: Any, ours: Any) -> None:
    found = result(runner, code)
    if which == "ours" and ours is None:
        assert found != official
    else:
        assert found == {"official": official, "ours": ours}[which]


def test_the_text_of_an_exception(which: str, runner: RunningServer) -> None:
    code = """
def f():
    try:
        orthanc.RestApiGet("/studies/x")
    except orthanc.OrthancException as error:
        return [str(error), error.args == (17, "Unknown resource")]
"""
    text = {"official": "17", "ours": "<ErrorCode.UNKNOWN_RESOURCE: 17>"}[which]
    assert result(runner, code) == [f"({text}, 'Unknown resource')", True]


def test_an_exception_of_orthanc_in_a_route(which: str, runner: RunningServer) -> None:
    status = runner.post("/run", "orthanc.RestApiGet('/studies/x')").status
    assert status == {"official": 500, "ours": 404}[which]
