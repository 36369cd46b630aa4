"""Serves a small web page: a table of studies, with links to Orthanc Explorer.

orthanc-codegen run samples/cookbook/web_page.py
open http://localhost:8042/overview
"""

from __future__ import annotations

import html
import json
from string import Template
from typing import Any

import orthanc

PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Studies</title>
  <style>body { font-family: sans-serif } td, th { padding: 0.3em 1em; text-align: left }</style>
</head>
<body>
  <h1>Studies: $count</h1>
  <table>
    <tr><th>Patient</th><th>Date</th><th>Description</th></tr>
    $rows
  </table>
</body>
</html>
""")
LINK = '<a href="app/explorer.html#study?uuid=$id">$name</a>'
ROW = Template(f"<tr><td>{LINK}</td><td>$date</td><td>$text</td></tr>")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # no scripts, and nothing from elsewhere
SHOWN = 100


def row(study: dict[str, Any]) -> str:
    """Return a row of the table. Escapes all values, since clients choose them."""
    tags = {**study["PatientMainDicomTags"], **study["MainDicomTags"]}
    values = {"name": "PatientName", "date": "StudyDate", "text": "StudyDescription"}
    escaped = {name: html.escape(tags.get(tag, "")) for name, tag in values.items()}
    return ROW.substitute(escaped, id=study["ID"])


def page(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the page."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    studies = json.loads(orthanc.RestApiGet(f"/studies?expand&since=0&limit={SHOWN}"))
    count = json.loads(orthanc.RestApiGet("/statistics"))["CountStudies"]
    text = PAGE.substitute(count=count, rows="\n    ".join(row(study) for study in studies))
    output.SetHttpHeader("Content-Security-Policy", POLICY)
    output.AnswerBuffer(text, "text/html; charset=utf-8")


orthanc.RegisterRestCallback("/overview", page)
