"""Any stage's dataclasses as stable JSON: the one dump behind ``inspect ir`` and ``inspect plan``."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from orthanc_codegen.ir import Version


def to_json(value: object) -> str:
    """The value as indented JSON; every dataclass names itself under ``"kind"``."""
    return json.dumps(_plain(value), indent=2, ensure_ascii=False) + "\n"


def _plain(value: object) -> Any:
    if isinstance(value, Version):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"kind": type(value).__name__, **fields}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
