"""Tests in a real Orthanc, which all tests of this file share."""

from __future__ import annotations

from orthanc_testing import Server, make_dataset


def test_summary(orthanc_server: Server) -> None:
    stored = orthanc_server.upload(make_dataset(StudyDescription="Knee"))
    answer = orthanc_server.get(f"/$route/{stored.study}")
    assert answer.json() == {"Description": "Knee", "Series": 1}


def test_complete_study(orthanc_server: Server) -> None:
    stored = orthanc_server.upload(make_dataset())
    orthanc_server.wait_for_log(f"Study {stored.study} is complete")
