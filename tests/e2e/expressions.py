"""A script that evaluates Python expressions, for tests of single calls."""

from __future__ import annotations

from typing import Any

from .harness import RunningServer

EVALUATOR = """
    import json
    import orthanc

    def plain(value):
        return value.decode("latin-1") if isinstance(value, bytes) else repr(value)

    def evaluate(output, uri, body, **request):
        try:
            answer = eval(body, globals())
        except orthanc.OrthancException as error:
            answer = {"error": error.args[0].name, "text": error.args[1]}
        except Exception as error:
            answer = {"error": type(error).__name__, "text": str(error)}
        output.AnswerBuffer(json.dumps(answer, default=plain), "application/json")

    orthanc.RegisterRestCallback("/evaluate", evaluate)
"""


def evaluate(server: RunningServer, expression: str) -> Any:
    """Evaluate a Python expression in the script above.

    Return bytes as text with the same code points, and an exception as a dict with its name and text.
    """
    answer = server.post("/evaluate", expression)
    assert answer.status == 200, f"{answer.status} for {expression}:\n{server.log_text()}"
    return answer.json()
