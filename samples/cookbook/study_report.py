"""Adds a route that returns a table of all studies, which spreadsheet programs such as Excel open.

orthanc-codegen run samples/cookbook/study_report.py
curl "http://localhost:8042/studies.csv?date=20260101-20260131" --output studies.csv
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import orthanc

TAGS = ["StudyDate", "PatientID", "PatientName", "AccessionNumber", "StudyDescription"]
PAGE = 200


def studies(date: str) -> Iterator[dict[str, Any]]:
    """Return the studies of a range of dates. Pages limit the memory."""
    since = 0
    query = {"Level": "Study", "Query": {"StudyDate": date}, "Expand": True, "Limit": PAGE}
    while found := json.loads(orthanc.RestApiPost("/tools/find", json.dumps({**query, "Since": since}))):
        yield from found
        since += len(found)


def cell(value: str) -> str:
    """Return text that no spreadsheet program takes for a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def report(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with a table."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow([*TAGS, "Series", "Instances", "Bytes"])
    for study in studies(request["get"].get("date", "")):
        tags = {**study["PatientMainDicomTags"], **study["MainDicomTags"]}
        size = json.loads(orthanc.RestApiGet(f"/studies/{study['ID']}/statistics"))
        counts = [size["CountSeries"], size["CountInstances"], size["DiskSize"]]
        table.writerow([*(cell(tags.get(tag, "")) for tag in TAGS), *counts])
    output.SetHttpHeader("Content-Disposition", 'attachment; filename="studies.csv"')
    # With a byte order mark (utf-8-sig), because Excel does not assume UTF-8.
    output.AnswerBuffer(text.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8")


orthanc.RegisterRestCallback("/studies.csv", report)
