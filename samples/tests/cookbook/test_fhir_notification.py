"""Tests `samples/cookbook/fhir_notification.py`."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from orthanc_testing import Server, make_dataset


@dataclass
class Fhir:
    """A FHIR server that fails `failures` times, then stores what it gets."""

    port: int = 0
    failures: int = 0
    requests: list[tuple[str, Any, str | None]] = field(default_factory=list)


@pytest.fixture(scope="module")
def fhir() -> Iterator[Fhir]:
    state = Fhir()

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.requests.append((self.path, body, self.headers["Authorization"]))
            state.failures -= 1
            self.send_response(503 if state.failures >= 0 else 201)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.port = server.server_port
        threading.Thread(target=server.serve_forever).start()
        yield state
        server.shutdown()


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/fhir_notification.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


@pytest.fixture(scope="module")
def orthanc_environment(fhir: Fhir) -> dict[str, str]:
    url = f"http://127.0.0.1:{fhir.port}/r4/"
    return {"FHIR_URL": url, "FHIR_TOKEN": "opensesame", "FHIR_DELAYS": "0.1,0.1"}


def test_a_study_becomes_an_imaging_study(orthanc_server: Server, fhir: Fhir) -> None:
    fhir.failures = 1
    dataset = make_dataset(PatientID="4711", Modality="MR")
    stored = orthanc_server.upload(dataset)
    orthanc_server.wait_for_log(f"The FHIR server knows study {stored.study}$")
    assert f"does not know study {stored.study} yet: " in orthanc_server.log
    first, second = fhir.requests
    assert first == second
    path, resource, authorization = second
    uid = f"urn:oid:{dataset.StudyInstanceUID}"
    assert urlsplit(path).path == "/r4/ImagingStudy"
    assert parse_qs(urlsplit(path).query) == {"identifier": [f"urn:dicom:uid|{uid}"]}
    assert resource["identifier"] == [{"system": "urn:dicom:uid", "value": uid}]
    assert resource["subject"] == {"identifier": {"value": "4711"}}
    assert (resource["numberOfSeries"], resource["numberOfInstances"]) == (1, 1)
    assert resource["series"][0]["modality"]["code"] == "MR"
    assert authorization == "Bearer opensesame"


def test_a_server_that_always_fails_is_given_up(orthanc_server: Server, fhir: Fhir) -> None:
    fhir.failures = 100
    stored = orthanc_server.upload(make_dataset())
    orthanc_server.wait_for_log(f"The FHIR server was not notified of study {stored.study}$")
    assert fhir.failures == 97
