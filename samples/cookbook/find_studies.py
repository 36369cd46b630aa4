"""Adds a route that lists studies by page, with filters.

    orthanc-codegen run samples/cookbook/find_studies.py
    curl "http://localhost:8042/find-studies?modality=CT&date=20260101-20260131&size=20&page=2"

A filter may have wildcards (`name=Doe*`), several values (`modality=CT%5CMR`) or a range (`date=20260101-`).
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import orthanc

FILTERS = {
    "patient": "PatientID",
    "name": "PatientName",
    "date": "StudyDate",
    "modality": "ModalitiesInStudy",
    "accession": "AccessionNumber",
}
LARGEST_PAGE = 200


def find(filters: dict[str, str], page: int, size: int) -> dict[str, Any]:
    """Return one page, and whether there is another one: it asks for one study more than it returns."""
    query = {
        "Level": "Study",
        "Query": {tag: filters[name] for name, tag in FILTERS.items() if name in filters},
        "Expand": True,
        "Since": (page - 1) * size,
        "Limit": size + 1,
    }
    found = json.loads(orthanc.RestApiPost("/tools/find", json.dumps(query)))
    studies = [
        {"ID": study["ID"], **study["PatientMainDicomTags"], **study["MainDicomTags"]}
        for study in found[:size]
    ]
    return {"Page": page, "IsLast": len(found) <= size, "Studies": studies}


def on_find(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with a page of studies."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    # Orthanc 1.10.1 does not decode arguments, newer releases do.
    arguments = {name: unquote(value) for name, value in request["get"].items()}
    try:
        page, size = int(arguments.get("page", "1")), int(arguments.get("size", "50"))
    except ValueError:
        page = size = 0
    unknown = arguments.keys() - FILTERS.keys() - {"page", "size"}
    if page < 1 or not 1 <= size <= LARGEST_PAGE or unknown:
        output.SendHttpStatus(400, f"Expected page, size (1 to {LARGEST_PAGE}), or {', '.join(FILTERS)}\n")
        return
    output.AnswerBuffer(json.dumps(find(arguments, page, size)), "application/json")


orthanc.RegisterRestCallback("/find-studies", on_find)
