"""Tests `samples/cookbook/export_tree.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from orthanc_testing import Core, Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/export_tree.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


@pytest.fixture(scope="module")
def orthanc_environment(folder: Path) -> dict[str, str]:
    return {"EXPORT_FOLDER": str(folder)}


def test_a_study_becomes_a_tree(orthanc_server: Server, folder: Path) -> None:
    dataset = make_dataset(
        PatientID="4711", StudyDate="20260131", StudyDescription="Left knee: 1/2", Modality="MR"
    )
    stored = orthanc_server.upload(dataset)
    orthanc_server.wait_for_log(f"Study {stored.study} is in {folder}")
    study = f"20260131_Left_knee_1_2_{stored.study[:8]}"
    file = folder / "4711" / study / f"MR_{stored.series[:8]}" / f"{dataset.SOPInstanceUID}.dcm"
    assert file.read_bytes() == orthanc_server.get(f"/instances/{stored.id}/file").content
    assert [path for path in (folder / "4711").rglob("*") if path.is_file()] == [file]


def test_tags_do_not_leave_the_folder(orthanc_server: Server, folder: Path) -> None:
    dataset = make_dataset(PatientID="../..", StudyDescription="/etc/passwd", SeriesDescription="..")
    dataset.Modality = ""
    stored = orthanc_server.upload(dataset)
    orthanc_server.wait_for_log(f"Study {stored.study} is in ")
    (file,) = (folder / "unnamed").rglob("*.dcm")
    assert file.relative_to(folder).parts[1:3] == (f"etc_passwd_{stored.study[:8]}", stored.series[:8])


def test_a_long_name_keeps_its_end(orthanc_core: Core) -> None:
    name = orthanc_core.script.named("20260131", "ü" * 200, end="1f2e3d4c")
    assert name == f"20260131_{'ü' * 45}_1f2e3d4c"


def test_a_folder_that_is_not_writable_is_logged(orthanc_server: Server, folder: Path) -> None:
    (folder / "4712").write_text("a file where a folder should be")
    stored = orthanc_server.upload(make_dataset(PatientID="4712"))
    orthanc_server.wait_for_log(f"Study {stored.study} was not exported: .*4712")
