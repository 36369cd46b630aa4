"""Adds a route that returns the maximum intensity projection of a series as a PNG image.

Requires numpy in the Python environment that Orthanc uses: `pip install numpy`, and Orthanc 1.7.0.

    orthanc-codegen run samples/guides/projections.py
    curl http://localhost:8042/series/ID/projection --output projection.png
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import orthanc
from numpy.typing import NDArray

Pixels = NDArray[Any]


def frames(series: str) -> Iterator[Pixels]:
    """Decode the frames of a series, one after the other. Each array is a view of Orthanc's image."""
    for instance in json.loads(orthanc.RestApiGet(f"/series/{series}/instances")):
        with orthanc.CreateDicomInstance(orthanc.GetDicomForInstance(instance["ID"])) as dicom:
            for index in range(dicom.GetInstanceFramesCount()):
                yield np.asarray(dicom.GetInstanceDecodedFrame(index))


def project(series: str) -> Pixels:
    """Return the highest value of each pixel."""
    highest: Pixels | None = None
    for pixels in frames(series):
        if pixels.ndim != 2:
            raise orthanc.OrthancException(
                orthanc.ErrorCode.INCOMPATIBLE_IMAGE_FORMAT, "the series has colours"
            )
        if highest is None:
            highest = pixels.copy()
        elif highest.shape != pixels.shape:
            raise orthanc.OrthancException(
                orthanc.ErrorCode.INCOMPATIBLE_IMAGE_SIZE, "the images differ in size"
            )
        else:
            np.maximum(highest, pixels, out=highest)
    if highest is None:
        raise orthanc.OrthancException(orthanc.ErrorCode.UNKNOWN_RESOURCE, "the series has no image")
    return highest


def to_grey(pixels: Pixels) -> NDArray[np.uint8]:
    """Scale values to 0…255."""
    low, high = int(pixels.min()), int(pixels.max())
    return ((pixels.astype(np.float32) - low) * (255 / max(high - low, 1))).astype(np.uint8)


def on_projection(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the projection of a series. Orthanc encodes the memory of the array, without a copy."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    grey = to_grey(project(request["groups"][0]))
    height, width = grey.shape  # the rows have no padding, so a row of the image has `width` bytes
    output.CompressAndAnswerPngImage(orthanc.PixelFormat.GRAYSCALE8, width, height, width, grey.data)


orthanc.RegisterRestCallback("/series/([0-9a-f-]{44})/projection", on_projection)
