"""Tests `samples/worklist.py`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from orthanc_testing import Core


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../worklist.py"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a worklist with three entries, and a file that is none."""
    made = tmp_path_factory.mktemp("worklist")
    for number, modality in enumerate(["MR", "CT", "MR"]):
        step = {"Modality": modality, "ScheduledStationAETitle": "HERE"}
        entry = {"PatientID": str(number), "ScheduledProcedureStepSequence": [step]}
        (made / f"{number}.json").write_text(json.dumps(entry))
    (made / "broken.json").write_text("{")
    return made


@pytest.fixture(scope="module")
def orthanc_environment(folder: Path) -> dict[str, str]:
    return {"SAMPLE_WORKLIST": str(folder)}


def test_entries_of_a_modality(orthanc_core: Core) -> None:
    query = {"PatientID": "", "ScheduledProcedureStepSequence": [{"Modality": "MR"}]}
    found = orthanc_core.worklist(query, issuer="SCANNER")
    assert [dataset.PatientID for dataset in found] == ["0", "2"]
    assert "broken.json is not a valid worklist entry: " in orthanc_core.log
    assert "W SCANNER gets 2 of 3 entries of the worklist" in orthanc_core.log


def test_all_entries(orthanc_core: Core) -> None:
    assert [dataset.PatientID for dataset in orthanc_core.worklist({"PatientID": "*"})] == ["0", "1", "2"]
