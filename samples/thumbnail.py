"""Adds a route that returns a small JPEG image of an instance.

Requires Pillow in the Python environment that Orthanc uses: `pip install Pillow`.

    orthanc-codegen run samples/thumbnail.py
    curl http://localhost:8042/instances --data-binary @ct.dcm     returns the ID of the instance
    curl http://localhost:8042/thumbnail/ID --output thumbnail.jpg
"""

from __future__ import annotations

import io
from typing import Any

import orthanc
from PIL import Image

SIZE = (64, 64)  # the maximum size; the proportions are kept


def thumbnail(picture: bytes) -> bytes:
    """Return a small JPEG of an image in any format that Pillow reads."""
    with Image.open(io.BytesIO(picture)) as image:
        small = image.convert("RGB")
    small.thumbnail(SIZE, Image.Resampling.LANCZOS)
    jpeg = io.BytesIO()
    small.save(jpeg, format="JPEG", quality=80)
    return jpeg.getvalue()


def on_thumbnail(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the thumbnail of an instance."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    (instance_id,) = request["groups"]
    rendered = orthanc.RestApiGet(f"/instances/{instance_id}/rendered")
    output.AnswerBuffer(thumbnail(rendered), "image/jpeg")


orthanc.RegisterRestCallback("/thumbnail/(.*)", on_thumbnail)
