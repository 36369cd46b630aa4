"""Dump the dataclasses of any stage as stable JSON, for ``inspect``."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from orthanc_codegen.ir import Version


def to_json(value: object, without: str = "") -> str:
    """Return indented JSON, ``without`` one field. The key ``"kind"`` names the class of each dataclass."""
    return json.dumps(_plain(value, without), indent=2, ensure_ascii=False) + "\n"


def _plain(value: object, without: str) -> Any:
    if isinstance(value, Version):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [f.name for f in dataclasses.fields(value) if f.name != without]
        fields = {name: _plain(getattr(value, name), without) for name in names}
        return {"kind": type(value).__name__, **fields}
    if isinstance(value, (tuple, list)):
        return [_plain(item, without) for item in value]
    if isinstance(value, frozenset):
        return sorted(_plain(item, without) for item in value)
    if isinstance(value, dict):
        return {str(key): _plain(item, without) for key, item in value.items()}
    return value
