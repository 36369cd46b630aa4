"""Adds a route that answers with a small JPEG picture of an instance.

It needs Pillow, in the Python environment that Orthanc uses: `pip install Pillow`.

    orthanc-codegen run samples/thumbnail.py
    curl http://localhost:8042/instances --data-binary @ct.dcm     answers with the ID of the instance
    curl http://localhost:8042/thumbnail/ID --output thumbnail.jpg
"""

from __future__ import annotations

import io
from typing import Any

import orthanc
from PIL import Image

SIZE = (64, 64)  # no side of the thumbnail is longer; the proportions stay


def thumbnail(picture: bytes) -> bytes:
    """Make a small JPEG of any picture that Pillow reads."""
    with Image.open(io.BytesIO(picture)) as image:
        small = image.convert("RGB")
    small.thumbnail(SIZE, Image.Resampling.LANCZOS)
    jpeg = io.BytesIO()
    small.save(jpeg, format="JPEG", quality=80)
    return jpeg.getvalue()


def on_thumbnail(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the thumbnail of one instance."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    (instance_id,) = request["groups"]
    rendered = orthanc.RestApiGet(f"/instances/{instance_id}/rendered")
    output.AnswerBuffer(thumbnail(rendered), "image/jpeg")


orthanc.RegisterRestCallback("/thumbnail/(.*)", on_thumbnail)
