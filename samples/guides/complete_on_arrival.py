"""Adds the name of the institution to each DICOM file that arrives without one, before it is stored.

Requires pydicom 2 or 3 in the Python that Orthanc uses (`pip install pydicom`), and Orthanc 1.10.0.

    SAMPLE_INSTITUTION="City Hospital" orthanc-codegen run samples/guides/complete_on_arrival.py
    curl http://localhost:8042/instances --data-binary @ct.dcm
"""

from __future__ import annotations

import io
import os

import orthanc
import pydicom
from pydicom.errors import InvalidDicomError

INSTITUTION = os.environ.get("SAMPLE_INSTITUTION", "Sample Hospital")


def is_complete(data: bytes) -> bool:
    """Return whether a file names its institution. Pixels are not read."""
    dataset = pydicom.dcmread(io.BytesIO(data), stop_before_pixels=True)
    return bool(dataset.get("InstitutionName"))


def completed(data: bytes) -> bytes:
    """Return the file with the name of the institution."""
    dataset = pydicom.dcmread(io.BytesIO(data))
    dataset.InstitutionName = INSTITUTION
    written = io.BytesIO()
    dataset.save_as(written)  # with the preamble and the header of the received file
    return written.getvalue()


@orthanc.RegisterReceivedInstanceCallback
def on_received(
    data: bytes, origin: orthanc.InstanceOrigin
) -> tuple[orthanc.ReceivedInstanceAction, bytes | None]:
    """Decide whether Orthanc stores a file as it is, or the completed file."""
    try:
        if is_complete(data):
            return orthanc.ReceivedInstanceAction.KEEP_AS_IS, None
        return orthanc.ReceivedInstanceAction.MODIFY, completed(data)
    except InvalidDicomError:  # Orthanc reports it to the sender
        return orthanc.ReceivedInstanceAction.KEEP_AS_IS, None
