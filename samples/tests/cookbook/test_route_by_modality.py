"""Tests `samples/cookbook/route_by_modality.py`."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest
from pydicom.uid import SecondaryCaptureImageStorage
from pynetdicom import AE, evt

from orthanc_testing import Server, Servers, make_dataset
from orthanc_testing.ports import free_port


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/route_by_modality.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1, "DicomModalitiesInDatabase": True, "DicomScuTimeout": 60}


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"ROUTES": '{"CT": "archive"}', "FIRST_DELAY": "0.2"}


def set_archive(server: Server, aet: str, port: int) -> None:
    modality = {"AET": aet, "Host": "127.0.0.1", "Port": port}
    assert server.put("/modalities/archive", json.dumps(modality)).status == 200


def test_a_series_arrives_in_the_end(orthanc_server: Server, orthanc_servers: Servers[Server]) -> None:
    set_archive(orthanc_server, "NOBODY", free_port())
    other = orthanc_server.upload(make_dataset(Modality="MR"))
    stored = orthanc_server.upload(make_dataset(Modality="CT"))
    orthanc_server.wait_for_log(f"Series {stored.series} has not been sent to archive yet: ")
    orthanc_server.restart(kill=True)
    orthanc_server.wait_for_log(f"Series {stored.series} has not been sent to archive yet: ")
    archive = orthanc_servers.start(with_plugin=False, dicom=True)
    set_archive(orthanc_server, archive.aet, archive.dicom_port)
    orthanc_server.wait_for_log(f"Series {stored.series} was sent to archive$")
    assert archive.get("/instances").json().count(stored.id) == 1
    assert other.id not in archive.get("/instances").json()
    orthanc_server.restart()
    assert "has not been sent" not in orthanc_server.log
    assert archive.get("/instances").json().count(stored.id) == 1


def test_instances_that_arrive_during_a_transfer_are_sent(orthanc_server: Server) -> None:
    received: list[str] = []
    go_on = threading.Event()

    def store(event: Any) -> int:
        received.append(event.dataset.SOPInstanceUID)
        return 0x0000 if go_on.wait(40) else 0xA700

    entity = AE("SLOW")
    entity.add_supported_context(SecondaryCaptureImageStorage)
    server: Any = entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(evt.EVT_C_STORE, store)])
    set_archive(orthanc_server, "SLOW", server.socket.getsockname()[1])
    first = make_dataset(Modality="CT", PatientID="4713")
    series = orthanc_server.upload(first).series
    orthanc_server.until(lambda: received == [first.SOPInstanceUID])
    uids = {name: first[name].value for name in ("PatientID", "StudyInstanceUID", "SeriesInstanceUID")}
    second = make_dataset(Modality="CT", **uids)
    orthanc_server.upload(second)
    stable = {"ChangeType": "StableSeries", "ID": series}
    orthanc_server.until(lambda: count_changes(orthanc_server, stable) == 2)
    other = make_dataset(Modality="CT", PatientID="4714")
    orthanc_server.upload(other)
    orthanc_server.until(lambda: other.SOPInstanceUID in received)  # so the script knows the event before it
    go_on.set()
    orthanc_server.until(lambda: second.SOPInstanceUID in received)
    server.shutdown()


def count_changes(server: Server, wanted: dict[str, str]) -> int:
    changes = server.get("/changes?limit=1000").json()["Changes"]
    return sum(wanted.items() <= change.items() for change in changes)


def test_a_deleted_series_is_forgotten(orthanc_server: Server) -> None:
    set_archive(orthanc_server, "NOBODY", free_port())
    stored = orthanc_server.upload(make_dataset(Modality="CT"))
    orthanc_server.wait_for_log(f"Series {stored.series} has not been sent to archive yet: ")
    assert orthanc_server.delete(f"/patients/{stored.patient}").status == 200
    later = orthanc_server.upload(make_dataset(Modality="CT", PatientID="4712"))
    orthanc_server.wait_for_log(f"Series {later.series} has not been sent to archive yet: ")
    orthanc_server.restart(kill=True)
    orthanc_server.wait_for_log(f"Series {later.series} has not been sent to archive yet: ")
    assert stored.series not in orthanc_server.log
