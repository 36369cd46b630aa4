"""Answers GET /$route/STUDY with a summary of a study, and logs each study that is complete."""

from __future__ import annotations

import json
from typing import Any

import orthanc


def summarize(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the description of a study and the number of its series."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    (study_id,) = request["groups"]
    study = json.loads(orthanc.RestApiGet(f"/studies/{study_id}"))
    summary = {
        "Description": study["MainDicomTags"].get("StudyDescription", ""),
        "Series": len(study["Series"]),
    }
    output.AnswerBuffer(json.dumps(summary), "application/json")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Log a study when no instance has been added for StableAge seconds."""
    if change == orthanc.ChangeType.STABLE_STUDY:
        orthanc.LogWarning(f"Study {resource} is complete")


orthanc.RegisterRestCallback("/$route/([^/]+)", summarize)
orthanc.RegisterOnChangeCallback(on_change)
