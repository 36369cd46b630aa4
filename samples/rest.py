"""Adds two routes to the REST API of Orthanc.

The first route is a regular expression with two groups, whose matches the callback receives. Both routes
share one callback, which writes a line to the server's log and accepts only GET.

    orthanc-codegen run samples/rest.py
    curl http://localhost:8042/toto              returns: ok
    curl http://localhost:8042/tata?name=value   returns: ok, and the log shows the argument
    curl -i -X DELETE http://localhost:8042/tata is refused: 405, with "Allow: GET"
"""

from __future__ import annotations

from typing import Any

import orthanc


def on_rest(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer a request."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    orthanc.LogWarning(f"Request for {uri}: groups {request['groups']}, arguments {request['get']}")
    output.AnswerBuffer("ok\n", "text/plain")


for route in ("/(to)(t)o", "/tata"):
    orthanc.RegisterRestCallback(route, on_rest)
