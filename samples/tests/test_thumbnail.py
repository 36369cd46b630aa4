"""Tests `samples/thumbnail.py`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from orthanc_testing import Core, RestRequest, Server

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../thumbnail.py"


def test_the_proportions_are_kept(orthanc_core: Core) -> None:
    @orthanc_core.rest.on("GET", r"/instances/(.*)/rendered")
    def rendered(request: RestRequest) -> bytes:
        assert request.groups == ("abc",)
        png = io.BytesIO()
        Image.new("L", (200, 100), 255).save(png, format="PNG")
        return png.getvalue()

    answer = orthanc_core.get("/thumbnail/abc")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(io.BytesIO(answer.content)).size == (64, 32)


def test_in_a_server(orthanc_server: Server, dataset: Dataset) -> None:
    answer = orthanc_server.get(f"/thumbnail/{orthanc_server.upload(dataset).id}")
    assert Image.open(io.BytesIO(answer.content)).size == (8, 8)
    assert orthanc_server.get("/thumbnail/nothing").status == 404
    assert orthanc_server.post("/thumbnail/nothing").status == 405
