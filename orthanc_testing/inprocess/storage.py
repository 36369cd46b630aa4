"""The storage area of the script, as the core uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import Unanswered

if TYPE_CHECKING:
    from .calls import Result
    from .session import Session


class Storage:
    """Stores, reads and removes attachments through whichever storage area the script has registered."""

    def __init__(self, core: Session) -> None:
        self._core = core
        self._stored: dict[str, tuple[int, bytes | None]] = {}  # size and custom data, as Orthanc keeps them

    def create(self, uuid: str, data: bytes, content_type: int = 1, *, instance: int | None = None) -> None:
        """Store an attachment; `content_type` is an `orthanc.ContentType`, by default DICOM."""
        values: dict[str, Any] = {"uuid": uuid, "content_type": content_type, "data": data}
        result = self._call(
            {
                "StorageCreate2": {**values, "compression_type": 4, "dicom_instance": instance},
                "StorageCreate": values,
            }
        )
        self._stored[uuid] = len(data), result.answers.get("custom_data")

    def read(self, uuid: str, content_type: int = 1) -> bytes:
        """Read a whole attachment."""
        size, custom = self._stored.get(uuid, (0, None))
        values: dict[str, Any] = {"uuid": uuid, "type": content_type}
        part = {"uuid": uuid, "content_type": content_type, "start": 0, "size": size}
        result = self._call(
            {
                "StorageReadWhole": values,
                "StorageRead": values,
                "StorageReadRange2": {**part, "custom_data": custom},
                "StorageReadRange": part,
            }
        )
        return bytes(result.answers.get("target", result.answers.get("content")) or b"")

    def read_range(self, uuid: str, start: int, size: int, content_type: int = 1) -> bytes:
        """Read a part of an attachment."""
        part = {"uuid": uuid, "content_type": content_type, "start": start, "size": size}
        custom = self._stored.get(uuid, (0, None))[1]
        result = self._call({"StorageReadRange2": {**part, "custom_data": custom}, "StorageReadRange": part})
        return bytes(result.answers["target"])

    def remove(self, uuid: str, content_type: int = 1) -> None:
        """Remove an attachment."""
        values: dict[str, Any] = {"uuid": uuid, "type": content_type}
        custom = self._stored.get(uuid, (0, None))[1]
        self._call({"StorageRemove2": {**values, "custom_data": custom}, "StorageRemove": values})
        self._stored.pop(uuid, None)

    def _call(self, choices: dict[str, dict[str, Any]]) -> Result:
        """Call the first callback that the script has registered."""
        for name, values in choices.items():
            if self._core.registered(self._core.callback(name)):
                return self._core.expect(self._core.fire(name, **values), name)[0]
        raise Unanswered("the script has registered no storage area for this")
