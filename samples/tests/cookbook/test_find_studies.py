"""Tests `samples/cookbook/find_studies.py`."""

from __future__ import annotations

import pytest

from orthanc_testing import Server, Uploaded, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/find_studies.py"


@pytest.fixture(scope="module")
def stored(orthanc_server: Server) -> list[Uploaded]:
    """Store five studies of January 2026, the first of them CT, the others MR."""
    return [
        orthanc_server.upload(
            make_dataset(
                PatientID=f"{day}",
                PatientName=f"Doe^{day}",
                StudyDate=f"2026010{day}",
                Modality="MR" if day > 1 else "CT",
            )
        )
        for day in range(1, 6)
    ]


def found(server: Server, arguments: str) -> list[str]:
    return [study["ID"] for study in server.get(f"/find-studies?{arguments}").json()["Studies"]]


def test_pages_hold_each_study_once(orthanc_server: Server, stored: list[Uploaded]) -> None:
    pages = [orthanc_server.get(f"/find-studies?size=2&page={page}").json() for page in (1, 2, 3)]
    assert [len(page["Studies"]) for page in pages] == [2, 2, 1]
    assert [page["IsLast"] for page in pages] == [False, False, True]
    assert {study["ID"] for page in pages for study in page["Studies"]} == {study.study for study in stored}
    assert pages[0]["Studies"][0]["PatientName"].startswith("Doe^")
    assert found(orthanc_server, "size=2&page=4") == []


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        ("modality=CT", [1]),
        ("modality=CT%5CMR", [1, 2, 3, 4, 5]),
        ("date=20260102-20260103", [2, 3]),
        ("name=doe*4", [4]),
        ("patient=5&modality=CT", []),
        ("modality=MR&size=3&page=2", [-1]),
    ],
)
def test_filters(orthanc_server: Server, stored: list[Uploaded], arguments: str, days: list[int]) -> None:
    studies = found(orthanc_server, arguments)
    if days == [-1]:
        assert len(studies) == 1  # the fourth of four
    else:
        assert sorted(studies) == sorted(stored[day - 1].study for day in days)


@pytest.mark.parametrize("arguments", ["page=0", "page=x", "size=0", "size=201", "patientid=4711"])
def test_wrong_arguments_are_refused(orthanc_server: Server, arguments: str) -> None:
    answer = orthanc_server.get(f"/find-studies?{arguments}")
    assert (answer.status, answer.text[:8]) == (400, "Expected")


def test_other_methods_are_refused(orthanc_server: Server) -> None:
    assert orthanc_server.post("/find-studies").status == 405
