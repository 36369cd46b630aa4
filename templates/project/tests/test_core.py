"""Tests without a server: they decide what Orthanc answers, and take milliseconds."""

from __future__ import annotations

import orthanc
from orthanc_testing import Core

STUDY = {"MainDicomTags": {"StudyDescription": "Knee"}, "Series": ["a", "b"]}


def test_summary(orthanc_core: Core) -> None:
    orthanc_core.rest.on("GET", "/studies/abc", STUDY)
    assert orthanc_core.get("/$route/abc").json() == {"Description": "Knee", "Series": 2}


def test_unknown_study(orthanc_core: Core) -> None:
    orthanc_core.rest.fail("GET", "/studies/.*", orthanc.ErrorCode.UNKNOWN_RESOURCE)
    assert orthanc_core.get("/$route/abc").status == 404


def test_only_get(orthanc_core: Core) -> None:
    assert orthanc_core.post("/$route/abc", b"").status == 405


def test_complete_study(orthanc_core: Core) -> None:
    orthanc_core.change(orthanc.ChangeType.NEW_STUDY, orthanc.ResourceType.STUDY, "abc")
    assert "is complete" not in orthanc_core.log
    orthanc_core.change(orthanc.ChangeType.STABLE_STUDY, orthanc.ResourceType.STUDY, "abc")
    assert "Study abc is complete" in orthanc_core.log
