"""The data folders of the package are found in a checkout and in an installed wheel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orthanc_codegen import resources
from orthanc_codegen.diagnostics import CodegenError

_CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("room", "name"),
    [
        (resources.templates_dir, "templates"),
        (resources.runtime_dir, "plugin_runtime"),
        (resources.sdk_headers_dir, "sdk_headers"),
    ],
)
def test_rooms(room: Callable[[], Path], name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert room() == _CHECKOUT / name
    package = tmp_path / "orthanc_codegen"
    package.mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    with pytest.raises(CodegenError, match=f"{name} is missing"):
        room()
    beside, inside = tmp_path / name, package / "data" / name
    beside.mkdir()
    assert room() == beside
    inside.mkdir(parents=True)
    assert room() == inside
