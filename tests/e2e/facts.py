"""A script that logs facts about its Python, and functions that read them from the server's log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .harness import RunningServer, Servers

FACTS = """
    import json, ssl, subprocess, sys
    import orthanc

    orthanc.LogWarning("facts " + json.dumps({
        "version": "%d.%d" % sys.version_info[:2],
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        "executable": sys.executable,
        "path": sys.path,
        "child": subprocess.run([sys.executable, "-c", "import sys; print(sys.prefix)"],
                                capture_output=True, text=True).stdout.strip(),
    }))
    orthanc.RegisterRestCallback("/hello", lambda output, uri, **r: output.AnswerBuffer("hi", "text/plain"))
    """


def facts_of(server: RunningServer) -> Any:
    """Return the facts that the script has logged in a running server."""
    assert server.get("/hello").text == "hi"
    return json.loads(server.wait_for_log(r"facts (\{.*\})$").group(1))


def facts(
    serve: Servers, section: Mapping[str, Any] | None = None, environment: Mapping[str, str] | None = None
) -> Any:
    """Start a server with a `Python` section, and return its facts."""
    return facts_of(serve(FACTS, configuration={"Python": section or {}}, environment=environment))


def errors_of(log: str) -> str:
    """Return the errors in a log."""
    return "\n".join(line for line in log.splitlines() if line.startswith("E"))
