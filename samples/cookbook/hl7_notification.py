"""Sends an HL7 message (ORU^R01) over MLLP for each complete study, and waits for its acknowledgement.

HL7_HOST=ris.example.org HL7_PORT=2575 orthanc-codegen run samples/cookbook/hl7_notification.py
"""

from __future__ import annotations

import datetime
import json
import os
import socket

import orthanc

ADDRESS = os.environ.get("HL7_HOST", "127.0.0.1"), int(os.environ.get("HL7_PORT", "2575"))
TIMEOUT = 10.0  # seconds; later events and the stop of the server wait as long
START, END = b"\x0b", b"\x1c\r"
# Escapes the separators of HL7, so that no value can add a field or a segment.
ESCAPES = str.maketrans(
    {"\\": "\\E\\", "|": "\\F\\", "^": "\\S\\", "&": "\\T\\", "~": "\\R\\", "\r": " ", "\n": " "}
)


def message(study: str) -> bytes:
    """Return a message that announces a study."""
    found = json.loads(orthanc.RestApiGet(f"/studies/{study}"))
    tags = {**found["PatientMainDicomTags"], **found["MainDicomTags"]}
    value = {name: text.translate(ESCAPES) for name, text in tags.items()}
    name = "^".join(part.translate(ESCAPES) for part in tags.get("PatientName", "").split("^"))
    now = datetime.datetime.now().strftime("%Y%m%d%H%M%S")
    segments = [
        f"MSH|^~\\&|ORTHANC||||{now}||ORU^R01|{orthanc.GenerateUuid()[:20]}|P|2.5|||AL|||UNICODE UTF-8",
        f"PID|1||{value.get('PatientID', '')}||{name}||{value.get('PatientBirthDate', '')}",
        f"OBR|1||{value.get('AccessionNumber', '')}|{value.get('StudyDescription', '')}",
        f"OBX|1|ST|113014^DICOM Study^DCM||{value['StudyInstanceUID']}||||||F",
    ]
    return "\r".join([*segments, ""]).encode()


def send(content: bytes) -> None:
    """Send a message; raise OSError unless the receiver accepts it."""
    with socket.create_connection(ADDRESS, TIMEOUT) as connection:
        connection.sendall(START + content + END)
        answer = b""
        while END not in answer:
            if not (received := connection.recv(4096)):
                raise ConnectionError("the receiver closed the connection without an acknowledgement")
            answer += received
    if b"\rMSA|AA|" not in answer and b"\rMSA|CA|" not in answer:
        raise ConnectionError(f"the receiver refused the message: {answer!r}")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Announce a complete study."""
    if change == orthanc.ChangeType.STABLE_STUDY:
        try:
            send(message(resource))
        except (OSError, orthanc.OrthancException) as problem:
            orthanc.LogError(f"Study {resource} was not announced: {problem}")
        else:
            orthanc.LogWarning(f"Study {resource} was announced")


orthanc.RegisterOnChangeCallback(on_change)
