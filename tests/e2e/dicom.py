"""Real DICOM for the end-to-end tests: small images made with pydicom, sent with DCMTK."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, SecondaryCaptureImageStorage, generate_uid

ROWS, COLUMNS = 96, 128


@dataclass(frozen=True, slots=True)
class DicomFile:
    """A DICOM file and what the tests ask about it."""

    path: Path
    dataset: Dataset

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    @property
    def instance_id(self) -> str:
        """The ID that Orthanc gives to the instance."""
        return self._orthanc_id("PatientID", "StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID")

    @property
    def study_id(self) -> str:
        """The ID that Orthanc gives to the study."""
        return self._orthanc_id("PatientID", "StudyInstanceUID")

    def _orthanc_id(self, *keywords: str) -> str:
        identifiers = "|".join(str(self.dataset[keyword].value) for keyword in keywords)
        digest = hashlib.sha1(identifiers.encode()).hexdigest()
        return "-".join(digest[i : i + 8] for i in range(0, 40, 8))


def make_dicom(path: Path, modality: str = "MR") -> DicomFile:
    """Make a new image: "MR" with 16 bits of grey, or "SC" in colour."""
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
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta = meta
    dataset.save_as(path, enforce_file_format=True)
    return DicomFile(path, dataset)


def _grey(dataset: Dataset) -> None:
    """Add a ramp from black to white, left to right."""
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    row = b"".join((x * 32).to_bytes(2, "little") for x in range(COLUMNS))
    dataset.PixelData = row * ROWS


def _colour(dataset: Dataset) -> None:
    """Add one flat red."""
    dataset.SamplesPerPixel = 3
    dataset.PlanarConfiguration = 0
    dataset.PhotometricInterpretation = "RGB"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 8, 8, 7
    dataset.PixelData = b"\xff\x00\x00" * (ROWS * COLUMNS)


def storescu(port: int, file: DicomFile, aet: str = "STORESCU") -> None:
    """Send a file to a DICOM server on this machine."""
    _dcmtk("storescu", "-aet", aet, "127.0.0.1", str(port), str(file.path))


def echoscu(port: int) -> None:
    """Ask a DICOM server on this machine for an answer."""
    _dcmtk("echoscu", "127.0.0.1", str(port))


def _dcmtk(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=30, check=False)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"
