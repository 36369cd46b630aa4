"""Tests `samples/cookbook/study_report.py`."""

from __future__ import annotations

import csv

import pytest

from orthanc_testing import Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/study_report.py"


def rows(server: Server, date: str = "") -> list[dict[str, str]]:
    answer = server.get(f"/studies.csv?date={date}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="studies.csv"'
    return list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))


def test_a_row_for_each_study(orthanc_server: Server) -> None:
    first = make_dataset(PatientID="1", StudyDate="20260101", PatientName="Dœ^Jane")
    first.StudyDescription = '"Knee", left'
    first.SpecificCharacterSet = "ISO_IR 192"
    orthanc_server.upload(first)
    orthanc_server.upload(make_dataset(PatientID="2", StudyDate="20260201", StudyDescription="=1+1"))
    january, february = sorted(rows(orthanc_server), key=lambda row: row["StudyDate"])
    assert (january["PatientName"], january["StudyDescription"]) == ("Dœ^Jane", '"Knee", left')
    assert (january["Series"], january["Instances"]) == ("1", "1")
    assert int(january["Bytes"]) > 64
    assert february["StudyDescription"] == "'=1+1"
    assert rows(orthanc_server, "20260101-20260131") == [january]
    assert rows(orthanc_server, "20250101") == []


def test_other_methods_are_refused(orthanc_server: Server) -> None:
    assert orthanc_server.delete("/studies.csv").status == 405
