"""Tests `samples/guides/arrival_metrics.py`."""

from __future__ import annotations

import re

import pytest

from orthanc_testing import Core, Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/arrival_metrics.py"


def metrics(server: Server) -> dict[str, float]:
    """Read the metrics of the script."""
    text = server.get("/tools/metrics-prometheus").text
    return {name: float(value) for name, value in re.findall(r"^(script_\S+) (\S+)", text, re.MULTILINE)}


def test_each_modality_is_counted(orthanc_server: Server) -> None:
    assert metrics(orthanc_server) == {}
    for modality in ("MR", "CT", "MR", "", "X-Y"):
        orthanc_server.upload(make_dataset(Modality=modality))
    assert metrics(orthanc_server) == {
        "script_arrived_mr": 2,
        "script_arrived_ct": 1,
        "script_arrived_none": 1,
        "script_arrived_x_y": 1,
    }


def test_arrivals_are_logged(orthanc_core: Core, caplog: pytest.LogCaptureFixture) -> None:
    stored = orthanc_core.stored(make_dataset(Modality="MR"))
    assert f"{stored}: MR, " in caplog.text
