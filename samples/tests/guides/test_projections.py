"""Tests `samples/guides/projections.py`."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from orthanc_testing import Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/projections.py"


def store(server: Server, series: str, pixels: np.ndarray[Any, Any]) -> str:
    """Store an image of 16 bits, and return the ID of its series."""
    rows, columns = pixels.shape
    dataset = make_dataset(StudyInstanceUID="1.2.3", SeriesInstanceUID=series, Rows=rows, Columns=columns)
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 16, 15
    dataset.PixelData = pixels.astype("<u2").tobytes()
    return server.upload(dataset).series


def test_the_highest_values_of_a_series(orthanc_server: Server) -> None:
    first, second = np.zeros((5, 7)), np.zeros((5, 7))
    first[1, 2], second[3, 4], second[1, 2] = 1000, 500, 200
    store(orthanc_server, "1.2.3.1", first)
    series = store(orthanc_server, "1.2.3.1", second)
    answer = orthanc_server.get(f"/series/{series}/projection")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/png")
    shown = np.asarray(Image.open(io.BytesIO(answer.content)))
    expected = np.zeros((5, 7))
    expected[1, 2], expected[3, 4] = 255, 127
    assert shown.tolist() == expected.tolist()


def test_images_of_different_size_are_refused(orthanc_server: Server) -> None:
    store(orthanc_server, "1.2.3.2", np.zeros((5, 7)))
    series = store(orthanc_server, "1.2.3.2", np.zeros((4, 4)))
    assert orthanc_server.get(f"/series/{series}/projection").status == 500
    orthanc_server.wait_for_log("the images differ in size")
    assert orthanc_server.get(f"/series/{'0' * 44}/projection").status == 404
