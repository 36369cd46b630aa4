"""The services that the core answers by itself, without the test."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..dicom import dicom_bytes, make_dataset, needing_pydicom
from .objects import fill_only
from .request import Request

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

_BAD_JSON, _UNKNOWN_TAG = 28, 27  # error codes


class OwnServices:
    """Services that compute their answers from the request, or keep what the script gives."""

    def __init__(self, configuration: Mapping[str, Any]) -> None:
        self.configuration = configuration
        self._properties: dict[int, str] = {}

    def answer(self, request: Request) -> int | None:
        """Answer a request; return the error code, or None for a service that needs the test."""
        fields = request.fields
        match request.service:
            case "GetConfiguration":
                fill_only(request, json.dumps(self.configuration))
            case "GetErrorDescription":
                fill_only(request, _error_name(request))
            case "GenerateUuid":
                fill_only(request, str(uuid.uuid4()))
            case "ComputeMd5":
                fill_only(request, hashlib.md5(_data(fields)).hexdigest())
            case "ComputeSha1":
                fill_only(request, hashlib.sha1(_data(fields)).hexdigest())
            case "SetGlobalProperty":
                self._properties[fields["property"]] = fields["value"]
            case "GetGlobalProperty":
                fill_only(request, self._properties.get(fields["property"], fields["value"]))
            case "CreateDicom" | "CreateDicom2":
                return _create_dicom(request)
            case _:
                return _generic(request)
        return 0


def _generic(request: Request) -> int | None:
    """Allocate memory and make objects; other services that have outputs need the test."""
    if request.service.startswith("CreateMemoryBuffer"):
        request.fill("target", bytes(request.fields["size"]))
        return 0
    outputs = request.outputs
    if not all(pointee.endswith("*") and "Orthanc" in pointee for pointee in outputs.values()):
        return None
    for name in outputs:
        request.fill(name, request.core.new_handle())
    return 0


def _data(fields: Mapping[str, Any]) -> bytes:
    return fields.get("buffer") or fields.get("data") or b""


def _error_name(request: Request) -> str:
    """Return the name of an error code in words, ex) ``Unknown resource``."""
    codes = request.core.layouts.description.enums["OrthancPluginErrorCode"]
    number = next((v for v in request.fields.values() if isinstance(v, int) and v in codes.values()), None)
    name = next((name for name, value in codes.items() if value == number), "unknown error")
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.rpartition("_")[2])
    return words.capitalize()


def _create_dicom(request: Request) -> int:
    """Make a DICOM file from JSON by keywords."""
    try:
        elements = json.loads(request.fields["json"])
    except ValueError:
        return _BAD_JSON
    dataset = make_dataset()
    for keyword in ("PixelData", "Rows", "Columns", "BitsAllocated", "BitsStored", "HighBit"):
        delattr(dataset, keyword)
    if unknown_keywords(elements):
        return _UNKNOWN_TAG
    set_elements(dataset, elements)
    fill_only(request, dicom_bytes(dataset))
    return 0


def unknown_keywords(elements: Mapping[str, Any]) -> list[str]:
    """Return the keywords that DICOM does not have, also those in sequences."""
    with needing_pydicom("keywords"):
        from pydicom.datadict import tag_for_keyword

    unknown = []
    for keyword, value in elements.items():
        unknown += [keyword] if tag_for_keyword(keyword) is None else []
        for item in value if isinstance(value, list) else ():
            unknown += unknown_keywords(item)
    return unknown


def set_elements(dataset: Dataset, elements: Mapping[str, Any]) -> None:
    """Set elements by their keywords; a list becomes a sequence."""
    with needing_pydicom("keywords"):
        from pydicom.dataset import Dataset

    for keyword, value in elements.items():
        if isinstance(value, list):
            items = [Dataset() for _ in value]
            for item, part in zip(items, value, strict=True):
                set_elements(item, part)
            value = items
        setattr(dataset, keyword, value)
