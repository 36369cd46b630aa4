"""Lets owners of a key share single studies: a token opens one study for reading, for some hours.

SAMPLE_KEY is the key, at least 16 characters. Without it, the server does not start.

    SAMPLE_KEY=correct-horse-battery orthanc-codegen run samples/guides/share_links.py
    curl -H "Authorization: Bearer correct-horse-battery" -d '{"hours": 24}' http://localhost:8042/studies/ID/share
    curl -H "Authorization: Bearer TOKEN" -o study.zip http://localhost:8042/studies/ID/archive
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import time
from typing import Any

import orthanc

KEY = os.environ["SAMPLE_KEY"]
if len(KEY) < 16:
    raise ValueError("SAMPLE_KEY needs at least 16 characters")

ID = "[0-9a-f-]{44}"
# What a token opens, if the resource belongs to its study. Everything else, such as /patient, stays closed.
PARTS = "archive|series|instances|file|preview|rendered|simplified-tags"
SHARED = re.compile(rf"/(studies|series|instances)/({ID})(?:/(?:{PARTS}))?")


def signature(study: str, until: str) -> str:
    """Return the part of a token that only this server can make."""
    return hmac.new(KEY.encode(), f"{study} {until}".encode(), hashlib.sha256).hexdigest()


def study_of_token(token: str) -> str | None:
    """Return the study that a valid token opens."""
    study, _, rest = token.partition(".")
    until, _, signed = rest.partition(".")
    given = signed.encode(errors="surrogateescape")
    if not hmac.compare_digest(given, signature(study, until).encode()):
        return None
    return study if int(until) > time.time() else None


def study_of_path(uri: str) -> str | None:
    """Return the study to which a shared path belongs."""
    match = SHARED.fullmatch(uri)
    if match is None:
        return None
    level, resource = match.groups()
    if level == "studies":
        return resource
    try:
        return str(json.loads(orthanc.RestApiGet(f"/{level}/{resource}/study"))["ID"])
    except orthanc.OrthancException:
        return None


@orthanc.RegisterIncomingHttpRequestFilter
def allow(uri: str, **request: Any) -> bool:
    """Return whether Orthanc may serve a request."""
    kind, _, token = request["headers"].get("authorization", "").partition(" ")
    if kind != "Bearer":
        return False
    if hmac.compare_digest(token.encode(errors="surrogateescape"), KEY.encode()):
        return True
    study = study_of_token(token)
    return study is not None and request["method"] == orthanc.HttpMethod.GET and study_of_path(uri) == study


def on_share(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with a token. The filter has let only owners of the key reach this route."""
    if request["method"] != "POST":
        output.SendMethodNotAllowed("POST")
        return
    (study,) = request["groups"]
    orthanc.RestApiGet(f"/studies/{study}")  # 404 if it does not exist
    hours = float(json.loads(request["body"] or b"{}").get("hours", 1))
    until = str(int(time.time() + hours * 3600))
    token = f"{study}.{until}.{signature(study, until)}"
    output.AnswerBuffer(json.dumps({"token": token}), "application/json")


orthanc.RegisterRestCallback(f"/studies/({ID})/share", on_share)
