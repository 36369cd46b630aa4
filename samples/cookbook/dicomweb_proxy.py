"""Passes DICOMweb requests (QIDO-RS and WADO-RS) on to another server, with a token that clients do not get.

    DICOMWEB_URL=https://pacs.example.org/dicom-web DICOMWEB_TOKEN=opensesame \
        orthanc-codegen run samples/cookbook/dicomweb_proxy.py
    curl "http://localhost:8042/proxy/studies?PatientID=4711"

Requests with another method are refused.
"""

from __future__ import annotations

import http.client
import os
import threading
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import orthanc

SERVER = os.environ["DICOMWEB_URL"].rstrip("/")
TOKEN = os.environ.get("DICOMWEB_TOKEN", "")
TIMEOUT = 30.0
slots = threading.BoundedSemaphore(20)  # requests at a time; Orthanc has 50 threads for all of HTTP


class NoRedirects(HTTPRedirectHandler):
    """Keeps the token from other servers."""

    def redirect_request(self, *args: Any) -> None:
        """Treat a redirection as an error."""


opener = build_opener(NoRedirects)


def fetch(path: str, arguments: dict[str, str], accept: str) -> tuple[int, str, bytes]:
    """Return the status, type and body of an answer of the other server."""
    headers = {"Accept": accept, "Authorization": f"Bearer {TOKEN}"}
    try:
        request = Request(f"{SERVER}/{path}?{urlencode(arguments)}", headers=headers)
        with opener.open(request, timeout=TIMEOUT) as got:
            return got.status, got.headers.get("Content-Type", ""), got.read()
    except HTTPError as answer:  # a status such as 404
        with answer:
            return answer.code, answer.headers.get("Content-Type", ""), answer.read()


def proxy(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the answer of the other server."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    if not slots.acquire(blocking=False):
        output.SendHttpStatus(503, "Too many requests at a time\n")
        return
    try:
        accept = request["headers"].get("accept", "application/dicom+json")
        # Orthanc 1.10.1 does not decode arguments, newer releases do.
        arguments = {name: unquote(value) for name, value in request["get"].items()}
        status, kind, body = fetch(request["groups"][0], arguments, accept)
    except (OSError, http.client.HTTPException) as problem:
        orthanc.LogError(f"The DICOMweb server did not answer: {problem}")
        output.SendHttpStatus(502, "The DICOMweb server did not answer\n")
    else:
        if status == 200:
            output.AnswerBuffer(body, kind or "application/octet-stream")
        else:
            output.SendHttpStatus(status, body)
    finally:
        slots.release()


# Each part of the path begins with a letter or digit, so that no `..` leaves the folder of the other server.
orthanc.RegisterRestCallback(r"/proxy/(studies(?:/[A-Za-z0-9][\w.,-]*)*)", proxy)
