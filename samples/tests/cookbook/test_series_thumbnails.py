"""Tests `samples/cookbook/series_thumbnails.py`."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from orthanc_testing import Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/series_thumbnails.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


def test_a_series_gets_a_small_image(orthanc_server: Server) -> None:
    pixels = bytes(200 * 100)
    stored = orthanc_server.upload(make_dataset(Rows=200, Columns=100, PixelData=pixels))
    uri = f"/thumbnails/{stored.series}"
    orthanc_server.until(lambda: orthanc_server.get(uri).status == 200)
    answer = orthanc_server.get(uri)
    image = Image.open(io.BytesIO(answer.content))
    assert (image.format, image.size, answer.headers["Content-Type"]) == ("JPEG", (64, 128), "image/jpeg")
    assert orthanc_server.post(uri).status == 405
    orthanc_server.delete(f"/series/{stored.series}")
    assert orthanc_server.get(uri).status == 404


def test_a_series_without_pixels_has_none(orthanc_server: Server) -> None:
    report = make_dataset(Modality="SR")
    del report.PixelData, report.Rows, report.Columns
    stored = orthanc_server.upload(report)
    orthanc_server.wait_for_log(f"Series {stored.series} has no thumbnail: ")
    assert orthanc_server.get(f"/thumbnails/{stored.series}").status == 404
