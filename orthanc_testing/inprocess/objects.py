"""Objects of the core that callbacks receive as handles: instances, queries, their answers, connections."""

from __future__ import annotations

import copy
import fnmatch
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from ..dicom import dicom_bytes, instance_id, make_dataset, read_dataset
from .request import Request

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


class CoreObject(Protocol):
    """The object behind a handle."""

    def answer(self, request: Request) -> bool:
        """Answer a call with the handle; return False for a service that the object does not have."""


class Instance:
    """A DICOM instance."""

    def __init__(self, data: bytes, origin: int, remote_aet: str | None, metadata: Mapping[str, str]) -> None:
        self.data, self.origin, self.remote_aet = data, origin, remote_aet
        self.dataset = read_dataset(data)
        self.id = instance_id(self.dataset)
        meta = getattr(self.dataset, "file_meta", {})
        self.transfer_syntax = str(meta.get("TransferSyntaxUID", ""))
        known = {
            "TransferSyntax": self.transfer_syntax,
            "SopClassUid": str(self.dataset.get("SOPClassUID", "")),
        }
        self.metadata = {**known, **metadata}

    def answer(self, request: Request) -> bool:
        """Answer a call with the instance."""
        match request.service:
            case "GetInstanceData":
                value: Any = self.data
            case "GetInstanceSize":
                value = len(self.data)
            case "GetInstanceOrigin":
                value = self.origin
            case "GetInstanceRemoteAet":
                value = self.remote_aet
            case "GetInstanceMetadata":
                value = self.metadata.get(request.fields["key"])
            case "HasInstanceMetadata":
                value = int(request.fields["key"] in self.metadata)
            case "GetInstanceTransferSyntaxUid":
                value = self.transfer_syntax
            case "HasInstancePixelData":
                value = int("PixelData" in self.dataset)
            case "GetInstanceSimplifiedJson":
                value = json.dumps(simplified(self.dataset))
            case "SerializeDicomInstance":
                value = self.data
            case _:
                return False
        fill_only(request, value)
        return True


def simplified(dataset: Dataset) -> dict[str, Any]:
    """Return a data set as JSON by keywords, as Orthanc's `simplified-tags` do; without pixels."""
    found: dict[str, Any] = {}
    for element in dataset:
        if element.keyword and element.tag.group < 0x7FE0:
            items = element.value if element.VR == "SQ" else None
            texts = element.value if isinstance(element.value, list) else [element.value]
            joined = "\\".join("" if text is None else str(text) for text in texts)
            found[element.keyword] = joined if items is None else [simplified(item) for item in items]
    return found


class Query:
    """A C-FIND, whose elements the script reads one by one."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._elements = [element for element in dataset if element.VR != "SQ"]

    def answer(self, request: Request) -> bool:
        """Answer a call with the query."""
        if request.service == "GetFindQuerySize":
            fill_only(request, len(self._elements))
            return True
        if request.service not in ("GetFindQueryTag", "GetFindQueryTagName", "GetFindQueryValue"):
            return False
        element = self._elements[request.fields["index"]]
        values = {
            "resultGroup": element.tag.group,
            "resultElement": element.tag.element,
            "resultString": element.keyword if request.service.endswith("Name") else str(element.value or ""),
        }
        for name in request.outputs:
            request.fill(name, values[name])
        return True


class WorklistQuery:
    """A query of the modality worklist, which the script compares with its entries."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def answer(self, request: Request) -> bool:
        """Answer a call with the query."""
        if request.service == "WorklistIsMatch":
            fill_only(request, int(is_match(self.dataset, read_dataset(request.fields["dicom"] or b""))))
            return True
        if request.service == "WorklistGetDicomQuery":
            file = copy.copy(self.dataset)
            file.file_meta = make_dataset().file_meta  # with UIDs, which a query lacks
            fill_only(request, dicom_bytes(file))
            return True
        return False


def is_match(query: Dataset, entry: Dataset) -> bool:
    """Return whether an entry has all values of a query, with the wildcards * and ?."""
    for wanted in query:
        found = entry.get(wanted.tag)
        if wanted.VR == "SQ":
            items = list(found.value) if found is not None else []
            if wanted.value and not any(is_match(wanted.value[0], item) for item in items):
                return False
        elif wanted.keyword != "SpecificCharacterSet" and str(wanted.value or ""):
            text = "" if found is None else str(found.value)
            if not fnmatch.fnmatchcase(text, str(wanted.value).replace("[", "[[]")):
                return False
    return True


class Answers:
    """The answers of the script to a query."""

    def __init__(self) -> None:
        self.found: list[bytes] = []
        self.is_complete = True

    def answer(self, request: Request) -> bool:
        """Take an answer."""
        if request.service.endswith("AddAnswer"):
            self.found.append(request.fields["dicom"] or b"")
            return True
        if request.service.endswith("MarkIncomplete"):
            self.is_complete = False
            return True
        return False


class Connection:
    """A DICOM association."""

    def __init__(self, remote_aet: str, remote_ip: str, called_aet: str) -> None:
        self._values = {
            "GetConnectionRemoteAet": remote_aet,
            "GetConnectionRemoteIp": remote_ip,
            "GetConnectionCalledAet": called_aet,
        }

    def answer(self, request: Request) -> bool:
        """Answer a call with the connection."""
        if request.service not in self._values:
            return False
        fill_only(request, self._values[request.service])
        return True


def fill_only(request: Request, value: Any) -> None:
    """Fill the only output of a request, or several ones by their names."""
    outputs = list(request.outputs)
    if isinstance(value, Mapping):
        for name, item in value.items():
            request.fill(name, item)
        return
    assert len(outputs) == 1, f"{request.service} has the outputs {', '.join(outputs) or 'none'}: give a dict"
    pointee = request.outputs[outputs[0]]
    is_buffer = request.core.layouts.is_buffer(pointee)
    request.fill(outputs[0], value.encode() if is_buffer and isinstance(value, str) else value)
