"""One build in servers of several releases: functions that the server lacks raise, all others work."""

from __future__ import annotations

import pytest

from orthanc_codegen.ir import Version

from .expressions import EVALUATOR, evaluate
from .harness import Servers


# Each function is newer than some servers of `make test-matrix`, and older than others.
@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("orthanc.SetCurrentThreadName('mine')", Version(1, 12, 2)),
        ("orthanc.GetQueueSize('empty')", Version(1, 12, 8)),
        ("orthanc.ClearCurrentThreadName()", Version(1, 13, 0)),
    ],
    ids=["1.12.2", "1.12.8", "1.13.0"],
)
def test_a_function_that_the_server_lacks_names_the_release(
    serve: Servers, expression: str, needed: Version
) -> None:
    server = serve(EVALUATOR)
    answer = evaluate(server, expression)
    if server.release >= needed:
        assert answer in (None, 0)
    else:
        name = expression.partition("(")[0]
        assert answer == {
            "error": "NOT_IMPLEMENTED",
            "text": f"{name}() needs Orthanc {needed}, this is {server.release}",
        }


def test_a_callback_that_the_server_lacks_names_the_release(serve: Servers) -> None:
    server = serve("""
        import orthanc
        try:
            orthanc.RegisterWorklistCallback2(lambda answers, query, connection: None)
            orthanc.LogWarning("registered")
        except orthanc.OrthancException as error:
            orthanc.LogWarning(f"refused: {error.args[1]}")
        """)
    if server.release >= Version(1, 12, 10):
        server.wait_for_log("registered$")
    else:
        server.wait_for_log(rf"refused: .*Callback2\(\) needs Orthanc 1\.12\.10, this is {server.release}")
