"""The REST API that the test provides to the script: canned answers, and a record of what was asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from ..errors import KitError
from .errors import Unanswered
from .request import Request

METHODS = {"Get": "GET", "Post": "POST", "Put": "PUT", "Delete": "DELETE"}
_CALL = re.compile(r"RestApi(Get|Post|Put|Delete)(2?)(AfterPlugins)?")
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class RestRequest:
    """One call of the REST API by the script."""

    method: str  # ex) "GET"
    uri: str  # without its arguments, ex) "/instances"
    body: bytes = b""
    arguments: Mapping[str, str] = field(default_factory=dict)  # behind the question mark
    headers: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[str, ...] = ()  # of the pattern that matched
    after_plugins: bool = False  # whether the routes of plugins are asked, too

    def json(self) -> Any:
        """Parse the body as JSON."""
        return json.loads(self.body)


Handler = Callable[[RestRequest], Any]
H = TypeVar("H", bound=Handler)


@dataclass(frozen=True, slots=True)
class _Route:
    method: str
    pattern: re.Pattern[str]
    handler: Handler


class Rest:
    """The answers to the script's calls of the REST API. Later ones take precedence."""

    def __init__(self) -> None:
        self.requests: list[RestRequest] = []  # what the script has asked, in order
        self._routes: list[_Route] = []

    def on(self, method: str, pattern: str, answer: Any = _NOTHING) -> Callable[[H], H]:
        """Answer the URIs that a regular expression matches as a whole, without their arguments.

        The answer is bytes, text, or a value that becomes JSON. Without one, the result is a decorator for a
        function that takes the request and returns such an answer; it may raise `orthanc.OrthancException`.
        """
        if answer is not _NOTHING:
            self._add(method, pattern, lambda _request: answer)

        def decorate(handler: H) -> H:
            self._add(method, pattern, handler)
            return handler

        return decorate

    def fail(self, method: str, pattern: str, code: int) -> None:
        """Answer the URIs that a regular expression matches with an error code of `orthanc.ErrorCode`."""

        def handler(_request: RestRequest) -> Any:
            raise RestFailure(int(code))

        self._add(method, pattern, handler)

    def _add(self, method: str, pattern: str, handler: Handler) -> None:
        if method.upper() not in METHODS.values():
            raise KitError(f"{method!r} is not a method of the REST API: give {', '.join(METHODS.values())}")
        try:
            compiled = re.compile(pattern)
        except re.error as error:
            raise KitError(f"{pattern!r} is not a regular expression: {error}") from error
        self._routes.insert(0, _Route(method.upper(), compiled, handler))

    def answer(self, request: RestRequest) -> bytes:
        """Return the answer to a request; raise Unanswered if the test has none."""
        for route in self._routes:
            found = route.pattern.fullmatch(request.uri)
            if route.method == request.method and found is not None:
                given = {name: getattr(request, name) for name in RestRequest.__slots__}
                matched = RestRequest(**{**given, "groups": found.groups()})
                return as_bytes(route.handler(matched))
        raise Unanswered(self._advice(request))

    def _advice(self, request: RestRequest) -> str:
        """Say what is missing, with the line to add."""
        pattern = _pattern(request.uri)
        said = (
            f"the script asked for {request.method} {request.uri}, for which the test has no answer: "
            f'orthanc_core.rest.on("{request.method}", {pattern}, …)'
        )
        if any("?" in text and _reaches(text, request.uri) for text in self._patterns(request.method)):
            said += ". Patterns match the URI without its arguments, which are in `request.arguments`"
        return said

    def _patterns(self, method: str) -> list[str]:
        return [route.pattern.pattern for route in self._routes if route.method == method]


def _reaches(pattern: str, uri: str) -> bool:
    """Return whether a pattern is meant for a URI, but has arguments."""
    return pattern.partition("?")[0].rstrip("\\").replace("\\", "") == uri


def _pattern(uri: str) -> str:
    """Return a literal of Python: a pattern that matches the URI."""
    escaped = re.escape(uri).replace(r"\-", "-")
    return f'r"{escaped}"' if "\\" in escaped and '"' not in escaped else json.dumps(escaped)


class RestFailure(Exception):  # noqa: N818
    """The REST API answers with an error."""

    def __init__(self, code: int) -> None:
        super().__init__(f"error {code}")
        self.code = code


def as_bytes(answer: Any) -> bytes:
    """Return the body for an answer."""
    match answer:
        case None:
            return b""
        case bytes() | bytearray() | memoryview():
            return bytes(answer)
        case str():
            return answer.encode("utf-8", "surrogateescape")
        case _:
            return json.dumps(answer).encode()


def rest_request(request: Request, methods: Mapping[int, str]) -> RestRequest | None:
    """Return the call of the REST API that a request of the module makes, or None if it makes none."""
    fields = request.fields
    found = _CALL.fullmatch(request.service)
    if found is None and request.service != "CallRestApi":
        return None
    method = METHODS[found[1]] if found else methods[fields["method"]]
    path, _, arguments = str(fields.get("uri", fields.get("argument"))).partition("?")
    return RestRequest(
        method,
        path,
        fields.get("body") or b"",
        dict(parse_qsl(arguments, keep_blank_values=True)),
        dict(zip(fields.get("headersKeys") or (), fields.get("headersValues") or (), strict=False)),
        (),
        bool(found[3]) if found and not found[2] else bool(fields.get("afterPlugins")),
    )


def give(request: Request, body: bytes, status: int = 200) -> None:
    """Give the module the answer to its call of the REST API."""
    for name in request.outputs:
        if name in ("target", "answerBody"):
            request.fill(name, body)
        elif name == "answerHeaders":
            request.fill(name, b"{}")
        elif name == "httpStatus":
            request.fill(name, status)
