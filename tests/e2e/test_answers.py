"""Answers other than plain bytes: encoded images, and details of errors."""

from __future__ import annotations

import io
import json

import pytest
from PIL import Image

from .harness import RunningServer, Servers


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with a route for each kind of answer."""
    return serve_module("""
        import orthanc

        ROWS = bytes([0, 80, 160, 240] * 4)
        GREY = orthanc.PixelFormat.GRAYSCALE8

        def png(output, uri, **request):
            output.CompressAndAnswerPngImage(GREY, 4, 4, 4, ROWS)

        def jpeg(output, uri, **request):
            output.CompressAndAnswerJpegImage(GREY, 4, 4, 4, ROWS, 90)

        def details(output, uri, **request):
            output.SetHttpErrorDetails("No such bell:\\nring another", log=True)
            raise orthanc.OrthancException(orthanc.ErrorCode.UNKNOWN_RESOURCE, "bell")

        for function in (png, jpeg, details):
            orthanc.RegisterRestCallback("/" + function.__name__, function)
        """)


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_pixels_are_encoded(server: RunningServer, kind: str) -> None:
    answer = server.get(f"/{kind}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, f"image/{kind}")
    image = Image.open(io.BytesIO(answer.body))
    assert (image.format, image.mode, image.size) == (kind.upper(), "L", (4, 4))
    row = [image.getpixel((x, 1)) for x in range(4)]
    assert all(abs(value - wanted) <= 8 for value, wanted in zip(row, [0, 80, 160, 240], strict=True))  # type: ignore[operator]


def test_details_of_an_error_are_in_the_answer_and_in_the_log(server: RunningServer) -> None:
    answer = server.get("/details")
    assert answer.status == 404
    assert json.loads(answer.body)["Details"] == "No such bell:\nring another"
    server.wait_for_log("No such bell:")
