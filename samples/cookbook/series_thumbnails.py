"""Stores a small JPEG image of each complete series, and adds a route that returns it.

    orthanc-codegen run samples/cookbook/series_thumbnails.py
    curl http://localhost:8042/thumbnails/SERIES --output thumbnail.jpg

The image is an attachment of the series: it is stored with the series, and deleted with it.
"""

from __future__ import annotations

import json
from typing import Any

import orthanc

SIZE = 128  # the maximum width and height; the proportions are kept
ATTACHMENT = 1100  # number of the attachment; those from 1024 on are free


def render(series: str) -> bytes:
    """Return a small image of the instance in the middle of a series."""
    instances = json.loads(orthanc.RestApiGet(f"/series/{series}/instances"))
    instances.sort(key=lambda instance: instance.get("IndexInSeries") or 0)
    middle = instances[len(instances) // 2]["ID"]
    uri = f"/instances/{middle}/rendered?width={SIZE}&height={SIZE}"
    return orthanc.RestApiGet2(uri, {"Accept": "image/jpeg"})


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Store the image of a series that is complete."""
    if change != orthanc.ChangeType.STABLE_SERIES:
        return
    try:
        orthanc.RestApiPut(f"/series/{resource}/attachments/{ATTACHMENT}", render(resource))
    except orthanc.OrthancException as problem:  # for example a report, which has no image
        orthanc.LogWarning(f"Series {resource} has no thumbnail: {problem}")


def thumbnail(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the image of a series. Without an image, the call raises, and Orthanc answers with 404."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    (series,) = request["groups"]
    picture = orthanc.RestApiGet(f"/series/{series}/attachments/{ATTACHMENT}/data")
    output.AnswerBuffer(picture, "image/jpeg")


orthanc.RegisterOnChangeCallback(on_change)
orthanc.RegisterRestCallback("/thumbnails/([^/]+)", thumbnail)
