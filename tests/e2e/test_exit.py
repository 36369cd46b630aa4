"""Scripts and native code that end the process from within a callback."""

from __future__ import annotations

import contextlib
import http.client

import pytest

from .harness import Servers


def test_a_script_may_stop_the_server(serve: Servers) -> None:
    server = serve("""
        import orthanc

        def leave(output, uri, **request):
            output.AnswerBuffer("bye", "text/plain")
            orthanc.RestApiPost("/tools/shutdown", "")

        orthanc.RegisterRestCallback("/leave", leave)
        """)
    assert server.get("/leave").text == "bye"
    assert server.wait(20) == 0


@pytest.mark.parametrize(
    "how",
    [
        pytest.param("CDLL", id="without the interpreter lock"),
        pytest.param("PyDLL", id="with the interpreter lock"),
    ],
)
@pytest.mark.parametrize("workers", [False, True], ids=["on its stack", "on a worker"])
def test_native_code_may_end_the_process_in_a_callback(serve: Servers, how: str, workers: bool) -> None:
    server = serve(
        f"""
        import ctypes
        import os
        import orthanc

        def leave(output, uri, **request):
            # Runs first in exit(), and skips Orthanc's own end, which is not under test.
            library = ctypes.{how}(None)
            library.on_exit(ctypes.cast(library._exit, ctypes.c_void_p), None)
            library.exit(7)

        orthanc.RegisterRestCallback("/leave", leave)
        """,
        configuration={"Python": {"WorkerThreads": workers}},
    )
    with contextlib.suppress(OSError, http.client.HTTPException):
        server.get("/leave")
    assert server.wait(10) == 7
