"""DICOM for the end-to-end tests: images made with pydicom, and clients and servers of other projects."""

from __future__ import annotations

import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, SecondaryCaptureImageStorage, generate_uid
from pynetdicom import AE, evt
from pynetdicom.sop_class import (  # type: ignore[attr-defined]
    StorageCommitmentPushModel,
    StorageCommitmentPushModelInstance,
    StudyRootQueryRetrieveInformationModelMove,
    Verification,
)

from orthanc_testing.dicom import orthanc_id

ROWS, COLUMNS = 96, 128


@dataclass(frozen=True, slots=True)
class DicomFile:
    """A DICOM file with the data that tests compare."""

    path: Path
    dataset: Dataset

    @property
    def content(self) -> bytes:
        """The contents of the file."""
        return self.path.read_bytes()

    @property
    def instance_id(self) -> str:
        """The ID of the instance in Orthanc."""
        return self._orthanc_id("PatientID", "StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID")

    @property
    def study_id(self) -> str:
        """The ID of the study in Orthanc."""
        return self._orthanc_id("PatientID", "StudyInstanceUID")

    def _orthanc_id(self, *keywords: str) -> str:
        return orthanc_id(*(self.dataset[keyword].value for keyword in keywords))


def make_dicom(path: Path, modality: str = "MR", *, items: int = 0) -> DicomFile:
    """Make a new image: "MR" with 16 bits of grey, or "SC" in colour; `items` makes it slow to parse."""
    dataset = Dataset()
    dataset.PatientID = "E2E"
    dataset.PatientName = "Ende^Emil"
    dataset.Modality = "MR" if modality == "MR" else "OT"
    dataset.StudyInstanceUID = generate_uid()
    dataset.SeriesInstanceUID = generate_uid()
    dataset.SOPInstanceUID = generate_uid()
    dataset.SOPClassUID = MRImageStorage if modality == "MR" else SecondaryCaptureImageStorage
    dataset.Rows, dataset.Columns = ROWS, COLUMNS
    dataset.PixelRepresentation = 0
    if modality == "MR":
        _grey(dataset)
    else:
        _colour(dataset)
    if items:
        dataset.ReferencedStudySequence = [_item(number) for number in range(items)]
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta = meta
    dataset.save_as(path, enforce_file_format=True)
    return DicomFile(path, dataset)


def _item(number: int) -> Dataset:
    item = Dataset()
    item.StudyDescription = f"item {number}"
    return item


def _grey(dataset: Dataset) -> None:
    """Add a ramp from black to white, left to right."""
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    row = b"".join((x * 32).to_bytes(2, "little") for x in range(COLUMNS))
    dataset.PixelData = row * ROWS


def _colour(dataset: Dataset) -> None:
    """Add a uniform red."""
    dataset.SamplesPerPixel = 3
    dataset.PlanarConfiguration = 0
    dataset.PhotometricInterpretation = "RGB"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 8, 8, 7
    dataset.PixelData = b"\xff\x00\x00" * (ROWS * COLUMNS)


def storescu(port: int, file: DicomFile, aet: str = "STORESCU") -> None:
    """Send a file to a DICOM server on this machine."""
    _dcmtk("storescu", "-aet", aet, "127.0.0.1", str(port), str(file.path))


def echoscu(port: int) -> None:
    """Send a C-ECHO to a DICOM server on this machine."""
    _dcmtk("echoscu", "127.0.0.1", str(port))


def _dcmtk(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=30, check=False)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"


def findscu(port: int, folder: Path, *keys: str, model: str = "-S") -> list[Dataset]:
    """Send a C-FIND to a DICOM server on this machine; `model` is "-S" for studies, "-W" for worklists."""
    folder.mkdir()
    called = ["-aet", "FINDSCU", "-aec", "ORTHANC", "127.0.0.1", str(port)]
    _dcmtk("findscu", model, *called, "-X", "-od", str(folder), *_keys(keys))
    return [dcmread(file, force=True) for file in sorted(folder.iterdir())]


def movescu(port: int, target: str, *keys: str) -> None:
    """Have a DICOM server on this machine send files to another, whose AET is `target`."""
    called = ["-aet", "MOVESCU", "-aec", "ORTHANC", "127.0.0.1", str(port)]
    _dcmtk("movescu", "-S", *called, "-aem", target, *_keys(keys))


def move_status(port: int, target: str, study: str) -> Dataset:
    """Have a DICOM server on this machine send a study to another; return the last C-MOVE response."""
    entity = AE("MOVESCU")
    entity.add_requested_context(StudyRootQueryRetrieveInformationModelMove)
    association = entity.associate("127.0.0.1", port, ae_title="ORTHANC")
    assert association.is_established
    identifier = Dataset()
    identifier.QueryRetrieveLevel = "STUDY"
    identifier.StudyInstanceUID = study
    model = StudyRootQueryRetrieveInformationModelMove
    *_, (status, _) = association.send_c_move(identifier, target, model)
    association.release()
    return status


def _keys(keys: tuple[str, ...]) -> list[str]:
    return [part for key in keys for part in ("-k", key)]


class Archive:
    """A DICOM server that records the files and commitment reports it receives."""

    AET = "ARCHIVE"

    def __init__(self) -> None:
        self.received: list[Dataset] = []
        self.reports: list[tuple[int, Dataset]] = []
        self.arrived = threading.Event()
        entity = AE(self.AET)
        entity.add_supported_context(Verification)
        for context in (MRImageStorage, SecondaryCaptureImageStorage):
            entity.add_supported_context(context)
        entity.add_supported_context(StorageCommitmentPushModel, scu_role=True, scp_role=True)
        handlers: list[Any] = [(evt.EVT_C_STORE, self._store), (evt.EVT_N_EVENT_REPORT, self._report)]
        server: Any = entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=handlers)
        self._server = server
        self.port: int = server.socket.getsockname()[1]

    def _store(self, event: Any) -> int:
        self.received.append(event.dataset)
        return 0x0000

    def _report(self, event: Any) -> tuple[int, None]:
        self.reports.append((event.event_type, event.event_information))
        self.arrived.set()
        return 0x0000, None

    def stop(self) -> None:
        """End the server."""
        self._server.shutdown()


def ask_for_commitment(port: int, transaction: str, files: list[DicomFile]) -> int:
    """Request storage commitment with an N-ACTION; return the DIMSE status."""
    entity = AE(Archive.AET)
    entity.add_requested_context(StorageCommitmentPushModel)
    association = entity.associate("127.0.0.1", port, ae_title="ORTHANC")
    assert association.is_established
    information = Dataset()
    information.TransactionUID = transaction
    information.ReferencedSOPSequence = []
    for file in files:
        item = Dataset()
        item.ReferencedSOPClassUID = file.dataset.SOPClassUID
        item.ReferencedSOPInstanceUID = file.dataset.SOPInstanceUID
        information.ReferencedSOPSequence.append(item)
    status, _ = association.send_n_action(
        information, 1, StorageCommitmentPushModel, StorageCommitmentPushModelInstance
    )
    association.release()
    return int(status.Status)
