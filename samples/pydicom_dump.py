"""Adds a route that returns an instance in the text format of pydicom.

Requires pydicom in the Python environment that Orthanc uses: `pip install pydicom`.

    orthanc-codegen run samples/pydicom_dump.py
    curl http://localhost:8042/instances --data-binary @ct.dcm     returns the ID of the instance
    curl http://localhost:8042/pydicom/ID
"""

from __future__ import annotations

import io
from typing import Any

import orthanc
import pydicom


def on_dump(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the data set of an instance as text."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    (instance_id,) = request["groups"]
    dataset = pydicom.dcmread(io.BytesIO(orthanc.GetDicomForInstance(instance_id)))
    output.AnswerBuffer(f"{dataset}\n", "text/plain; charset=utf-8")


orthanc.RegisterRestCallback("/pydicom/(.*)", on_dump)
