"""Adds notes to studies, as a small REST API that speaks JSON.

    orthanc-codegen run samples/guides/study_notes.py
    curl http://localhost:8042/studies/ID/notes -d '{"text": "Compare with 2024"}'
    curl http://localhost:8042/studies/ID/notes?search=2024
    curl -X DELETE http://localhost:8042/studies/ID/notes

The notes are metadata of the study, so they are deleted with it.
"""

from __future__ import annotations

import json
import threading
from typing import Any

import orthanc

METADATA = 4100  # user-defined metadata has numbers from 1024 to 65535

lock = threading.Lock()  # between reading and writing the notes of a study


def load(study: str) -> list[str]:
    """Return the notes of a study; raise the error of Orthanc if it does not exist."""
    orthanc.RestApiGet(f"/studies/{study}")
    try:
        notes: list[str] = json.loads(orthanc.RestApiGet(f"/studies/{study}/metadata/{METADATA}"))
    except orthanc.OrthancException as error:
        if error.args[0] != orthanc.ErrorCode.UNKNOWN_RESOURCE:
            raise
        return []
    return notes


def save(study: str, notes: list[str]) -> None:
    """Replace the notes of a study."""
    orthanc.RestApiPut(f"/studies/{study}/metadata/{METADATA}", json.dumps(notes))


def text_of(body: bytes) -> str:
    """Return the note in the body of a request; raise ValueError if there is none."""
    note = json.loads(body)
    if not isinstance(note, dict) or not isinstance(note.get("text"), str):
        raise ValueError('expected an object with a field "text"')
    return str(note["text"])


def on_notes(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer a request for the notes of a study."""
    (study,) = request["groups"]
    with lock:
        notes = load(study)
        match request["method"]:
            case "GET":
                search = request["get"].get("search", "")
                notes = [note for note in notes if search in note]
            case "POST":
                try:
                    notes.append(text_of(request["body"]))
                except ValueError as error:
                    output.SendHttpStatus(400, json.dumps({"error": str(error)}))
                    return
                save(study, notes)
            case "DELETE":
                notes = []
                save(study, notes)
            case _:
                output.SendMethodNotAllowed("GET,POST,DELETE")
                return
    output.AnswerBuffer(json.dumps(notes), "application/json")


orthanc.RegisterRestCallback("/studies/([0-9a-f-]{44})/notes", on_notes)
