"""The script of the comparison: one route that says hello, for any Python plugin."""

from __future__ import annotations

from typing import Any

import orthanc


def hello(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Say hello."""
    output.AnswerBuffer("hello", "text/plain")


orthanc.RegisterRestCallback("/hello", hello)
