"""DICOM for tests: the bytes of what a test gives, and small images made with pydicom."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from .errors import KitError, Missing

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

# A data set of pydicom, the bytes of a DICOM file, or its path.
DicomSource: TypeAlias = "Dataset | bytes | bytearray | memoryview | Path | str"

_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
_EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1"


@contextlib.contextmanager
def needing_pydicom(what: str) -> Iterator[None]:
    """Import pydicom inside; raise Missing if it is not installed."""
    try:
        yield
    except ImportError as error:
        raise Missing(f"{what} needs pydicom: pip install pydicom") from error


def dicom_bytes(source: DicomSource) -> bytes:
    """Return the contents of a DICOM file."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, Path | str):
        try:
            return Path(source).read_bytes()
        except OSError as error:
            raise KitError(f"the DICOM file can't be read: {error.strerror} ({source})") from error
    stream = io.BytesIO()
    if getattr(source, "file_meta", None) is None:
        source.save_as(stream, implicit_vr=False, little_endian=True, enforce_file_format=True)
    else:
        source.save_as(stream, enforce_file_format=True)
    return stream.getvalue()


def orthanc_id(*identifiers: object) -> str:
    """Return the ID that Orthanc derives from DICOM identifiers: of the patient, the study, the series, …."""
    digest = hashlib.sha1("|".join(map(str, identifiers)).encode()).hexdigest()
    return "-".join(digest[i : i + 8] for i in range(0, 40, 8))


def instance_id(dataset: Dataset) -> str:
    """Return the ID that an instance has in Orthanc."""
    keywords = ("PatientID", "StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID")
    return orthanc_id(*(dataset.get(keyword, "") for keyword in keywords))


def read_dataset(data: bytes) -> Dataset:
    """Read a DICOM file."""
    with needing_pydicom("a data set"):
        from pydicom import dcmread

    return dcmread(io.BytesIO(data), force=True)


def make_dataset(**elements: Any) -> Dataset:
    """Make a grey image of 8 × 8 pixels with new UIDs; `PatientID="1"` sets an element by its keyword."""
    with needing_pydicom("make_dataset()"):
        from pydicom.dataset import Dataset, FileMetaDataset
        from pydicom.uid import UID, generate_uid

    dataset = Dataset()
    dataset.SOPClassUID = UID(_SECONDARY_CAPTURE)
    for keyword in ("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
        setattr(dataset, keyword, generate_uid())
    dataset.PatientID, dataset.PatientName = "TEST", "Test^Patient"
    dataset.Modality = "OT"
    dataset.Rows = dataset.Columns = 8
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 8, 8, 7, 0
    dataset.PixelData = bytes(range(64))
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = UID(_EXPLICIT_LITTLE_ENDIAN)
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    return dataset
