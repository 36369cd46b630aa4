"""The HTTP answer that a route of the script writes, call by call."""

from __future__ import annotations

from email.message import Message
from typing import Any

from ..answers import Answer

# The HTTP statuses of error codes, by their Python names. All others are 500.
_STATUSES = {
    "BAD_FILE_FORMAT": 400,
    "BAD_JSON": 400,
    "BAD_PARAMETER_TYPE": 400,
    "BAD_REQUEST": 400,
    "INEXISTENT_ITEM": 404,
    "INEXISTENT_TAG": 404,
    "NOT_ACCEPTABLE": 406,
    "PARAMETER_OUT_OF_RANGE": 400,
    "UNAUTHORIZED": 401,
    "UNKNOWN_RESOURCE": 404,
    "URI_SYNTAX": 400,
}


class Output:
    """Collects what a route answers."""

    def __init__(self) -> None:
        self._status = 200
        self._headers = Message()
        self._body = b""

    def handle(self, service: str, fields: dict[str, Any]) -> bool:
        """Take one call with this output; return False for a service that this is not about."""
        argument = str(fields.get("argument"))
        match service:
            case "AnswerBuffer":
                self._headers["Content-Type"] = fields["mimeType"]
                self._body = fields["answer"] or b""
            case "SendHttpStatusCode":
                self._status = fields["status"]
            case "SendHttpStatus":
                self._status, self._body = fields["status"], fields["body"] or b""
            case "Redirect":
                self._status, self._headers["Location"] = 301, argument
            case "SendUnauthorized":
                self._status, self._headers["WWW-Authenticate"] = 401, f'Basic realm="{argument}"'
            case "SendMethodNotAllowed":
                self._status, self._headers["Allow"] = 405, argument
            case "SetHttpHeader":
                self._headers[fields["key"]] = fields["value"]
            case "SetCookie":
                self._headers["Set-Cookie"] = f"{fields['key']}={fields['value']}"
            case "StartStreamAnswer":
                self._headers["Content-Type"] = fields["contentType"]
            case "StartMultipartAnswer":
                self._headers["Content-Type"] = f"multipart/{fields['subType']}"
            case "SendStreamChunk" | "SendMultipartItem" | "SendMultipartItem2":
                self._body += fields["answer"] or b""
            case "SetHttpErrorDetails":
                self._body = (fields["details"] or "").encode()
            case _:
                return False
        return True

    def answer(self, error: str) -> Answer:
        """Return the answer; `error` is the Python name of the error code, empty for success."""
        return Answer(status_of(error) if error else self._status, self._headers, self._body)


def status_of(error: str) -> int:
    """Return the HTTP status of an error code, given its Python name."""
    return _STATUSES.get(error, 500)
