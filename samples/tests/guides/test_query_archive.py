"""Tests `samples/guides/query_archive.py` with the DICOM clients and servers of pynetdicom."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydicom.dataset import Dataset
from pydicom.uid import SecondaryCaptureImageStorage, generate_uid
from pynetdicom import AE, evt
from pynetdicom.sop_class import (  # type: ignore[attr-defined]
    StorageCommitmentPushModel,
    StorageCommitmentPushModelInstance,
    StudyRootQueryRetrieveInformationModelFind,
    StudyRootQueryRetrieveInformationModelMove,
)

from orthanc_testing import Server, make_dataset

STUDY = "1.2.3.4"


class Viewer:
    """A DICOM server that keeps what it receives."""

    AET = "VIEWER"

    def __init__(self) -> None:
        self.received: list[str] = []
        self.reports: list[Dataset] = []
        self.reported = threading.Event()
        entity = AE(self.AET)
        entity.add_supported_context(SecondaryCaptureImageStorage)
        entity.add_supported_context(StorageCommitmentPushModel, scu_role=True, scp_role=True)
        handlers: list[Any] = [(evt.EVT_C_STORE, self._store), (evt.EVT_N_EVENT_REPORT, self._report)]
        server: Any = entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=handlers)
        self.server = server
        self.port: int = server.socket.getsockname()[1]

    def _store(self, event: Any) -> int:
        self.received.append(event.dataset.SOPInstanceUID)
        return 0x0000

    def _report(self, event: Any) -> tuple[int, None]:
        self.reports.append(event.event_information)
        self.reported.set()
        return 0x0000, None


@pytest.fixture(scope="module")
def viewer() -> Iterator[Viewer]:
    made = Viewer()
    yield made
    made.server.shutdown()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive with two images of one study, and one of another patient."""
    made = tmp_path_factory.mktemp("archive")
    for number, (patient, study) in enumerate([("P1", STUDY), ("P1", STUDY), ("X2", "1.2.9")]):
        dataset = make_dataset(PatientID=patient, StudyInstanceUID=study, SOPInstanceUID=f"{study}.{number}")
        dataset.AccessionNumber = f"A{patient}"
        dataset.save_as(made / f"{number}.dcm", enforce_file_format=True)
    return made


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/query_archive.py"


@pytest.fixture(scope="module")
def orthanc_environment(folder: Path) -> dict[str, str]:
    return {"SAMPLE_ARCHIVE": str(folder)}


@pytest.fixture(scope="module")
def orthanc_configuration(viewer: Viewer) -> dict[str, Any]:
    modality = {
        "AET": viewer.AET,
        "Host": "127.0.0.1",
        "Port": viewer.port,
        "AllowStorageCommitment": True,
    }
    return {
        "DicomAlwaysAllowFind": True,
        "DicomAlwaysAllowMove": True,
        "DicomModalities": {"viewer": modality},
    }


def associate(server: Server, context: Any) -> Any:
    """Open a DICOM association with Orthanc."""
    entity = AE(Viewer.AET)
    entity.add_requested_context(context)
    association = entity.associate("127.0.0.1", server.dicom_port, ae_title="ORTHANC")
    assert association.is_established
    return association


def find(server: Server, **keys: str) -> list[Dataset]:
    """Send a C-FIND."""
    query = Dataset()
    for keyword, value in keys.items():
        setattr(query, keyword, value)
    model = StudyRootQueryRetrieveInformationModelFind
    association = associate(server, model)
    *found, (last, _) = association.send_c_find(query, model)
    association.release()
    assert last.Status == 0
    return [dataset for _, dataset in found]


def test_a_study_is_found_once(orthanc_server: Server) -> None:
    (found,) = find(
        orthanc_server, QueryRetrieveLevel="STUDY", PatientID="P*", PatientName="", StudyInstanceUID=""
    )
    assert (found.PatientID, found.StudyInstanceUID, found.PatientName) == ("P1", STUDY, "Test^Patient")
    assert orthanc_server.get("/studies").json() == []


@pytest.mark.parametrize(
    ("level", "keys", "count"),
    [
        ("STUDY", {"PatientID": ""}, 2),
        ("IMAGE", {"StudyInstanceUID": STUDY, "SOPInstanceUID": ""}, 2),
        ("STUDY", {"PatientID": "nobody"}, 0),
    ],
)
def test_each_level(orthanc_server: Server, level: str, keys: dict[str, str], count: int) -> None:
    assert len(find(orthanc_server, QueryRetrieveLevel=level, **keys)) == count


def move(server: Server, target: str, **keys: str) -> Dataset:
    """Send a C-MOVE, and return the last response."""
    request = Dataset()
    request.QueryRetrieveLevel = "STUDY"
    for keyword, value in keys.items():
        setattr(request, keyword, value)
    model = StudyRootQueryRetrieveInformationModelMove
    association = associate(server, model)
    *_, last = association.send_c_move(request, target, model)
    association.release()
    status: Dataset = last[0]
    return status


def test_a_study_is_moved(orthanc_server: Server, viewer: Viewer) -> None:
    viewer.received.clear()
    assert move(orthanc_server, viewer.AET, StudyInstanceUID=STUDY).Status == 0
    assert sorted(viewer.received) == [f"{STUDY}.0", f"{STUDY}.1"]
    assert orthanc_server.get("/instances").json() == []


def test_an_accession_number_is_moved(orthanc_server: Server, viewer: Viewer) -> None:
    viewer.received.clear()
    assert move(orthanc_server, viewer.AET, AccessionNumber="AX2").Status == 0
    assert viewer.received == ["1.2.9.2"]


def test_a_move_that_names_nothing_sends_nothing(orthanc_server: Server, viewer: Viewer) -> None:
    viewer.received.clear()
    assert move(orthanc_server, viewer.AET, StudyInstanceUID="").NumberOfFailedSuboperations == 1
    orthanc_server.wait_for_log("the C-MOVE names no resource")
    assert viewer.received == []


def test_a_move_to_an_unknown_target_fails(orthanc_server: Server) -> None:
    assert move(orthanc_server, "NOBODY", StudyInstanceUID=STUDY).NumberOfFailedSuboperations == 1


def test_commitment_names_what_is_missing(orthanc_server: Server, viewer: Viewer) -> None:
    request = Dataset()
    request.TransactionUID = generate_uid()
    request.ReferencedSOPSequence = []
    for uid in (f"{STUDY}.0", "1.2.404"):
        item = Dataset()
        item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = SecondaryCaptureImageStorage, uid
        request.ReferencedSOPSequence.append(item)
    association = associate(orthanc_server, StorageCommitmentPushModel)
    status, _ = association.send_n_action(
        request, 1, StorageCommitmentPushModel, StorageCommitmentPushModelInstance
    )
    association.release()
    assert status.Status == 0
    assert viewer.reported.wait(20)
    (report,) = viewer.reports
    assert [i.ReferencedSOPInstanceUID for i in report.ReferencedSOPSequence] == [f"{STUDY}.0"]
    assert [i.ReferencedSOPInstanceUID for i in report.FailedSOPSequence] == ["1.2.404"]
