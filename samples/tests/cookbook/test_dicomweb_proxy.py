"""Tests `samples/cookbook/dicomweb_proxy.py`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from orthanc_testing import Server

PARTS = 'multipart/related; type="application/dicom"'
STUDIES = b'[{"0020000D": {"vr": "UI", "Value": ["1.2.3"]}}]'


@dataclass
class Pacs:
    """A DICOMweb server; the headers of each request."""

    port: int = 0
    requests: list[tuple[str, str | None, str | None]] = field(default_factory=list)


@pytest.fixture(scope="module")
def pacs() -> Iterator[Pacs]:
    state = Pacs()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.requests.append((self.path, self.headers["Accept"], self.headers["Authorization"]))
            status, kind, body = {
                "/dicom-web/studies": (200, "application/dicom+json", STUDIES),
                "/dicom-web/studies/1.2.3": (200, f"{PARTS}; boundary=b", b"--b--"),
                "/dicom-web/studies/1/series": (302, "text/plain", b""),
            }.get(self.path.split("?")[0], (404, "text/plain", b"No such study"))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.port = server.server_port
        threading.Thread(target=server.serve_forever).start()
        yield state
        server.shutdown()


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/dicomweb_proxy.py"


@pytest.fixture(scope="module")
def orthanc_environment(pacs: Pacs) -> dict[str, str]:
    url = f"http://127.0.0.1:{pacs.port}/dicom-web"
    return {"DICOMWEB_URL": url, "DICOMWEB_TOKEN": "opensesame", "NO_PROXY": "*"}


def test_a_search_is_passed_on(orthanc_server: Server, pacs: Pacs) -> None:
    answer = orthanc_server.get("/proxy/studies?PatientName=Doe%5EJane&limit=5")
    assert (answer.status, answer.content) == (200, STUDIES)
    assert answer.headers["Content-Type"] == "application/dicom+json"
    path, accept, authorization = pacs.requests[-1]
    assert path.startswith("/dicom-web/studies?")
    assert sorted(path.split("?")[1].split("&")) == ["PatientName=Doe%5EJane", "limit=5"]
    assert (accept, authorization) == ("application/dicom+json", "Bearer opensesame")


def test_instances_are_passed_on(orthanc_server: Server, pacs: Pacs) -> None:
    answer = orthanc_server.get("/proxy/studies/1.2.3", accept=PARTS)
    assert (answer.status, answer.content) == (200, b"--b--")
    assert answer.headers["Content-Type"] == f"{PARTS}; boundary=b"
    assert pacs.requests[-1][1] == PARTS


def test_errors_are_passed_on(orthanc_server: Server) -> None:
    answer = orthanc_server.get("/proxy/studies/9")
    assert (answer.status, answer.text) == (404, "No such study")


def test_only_studies_can_be_read(orthanc_server: Server, pacs: Pacs) -> None:
    before = len(pacs.requests)
    for path in (
        "/proxy/series",
        "/proxy/studies/../admin",
        "/proxy/studies/..%2Fadmin",
        "/proxy/studies/.hidden",
    ):
        assert orthanc_server.get(path).status == 404, path
    assert orthanc_server.post("/proxy/studies").status == 405
    assert len(pacs.requests) == before


def test_redirections_are_not_followed(orthanc_server: Server, pacs: Pacs) -> None:
    assert orthanc_server.get("/proxy/studies/1/series").status == 302
    assert pacs.requests[-1][0].startswith("/dicom-web/studies/1/series")
