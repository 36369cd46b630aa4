"""The routes of the script: requests to them, and their calls by the script itself."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from ..answers import Answer
from .calls import Registration
from .errors import Unanswered
from .output import Output
from .request import Request
from .rest import RestFailure, RestRequest

if TYPE_CHECKING:
    from .session import Session

_PATH = "pathRegularExpression"
_FORBIDDEN, _BAD_METHOD = 403, 405
_CHUNK = 64 << 10  # bytes
_UNKNOWN_RESOURCE = 17  # an error code
_READER = "OrthancPluginServerChunkedRequestReader"


class _Handle:
    """The answer of a route, as an object of the core."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def answer(self, request: Request) -> bool:
        """Take one call of the route."""
        return self._output.handle(request.service, request.fields)


class Routes:
    """Finds the route for a request, and calls it."""

    def __init__(self, core: Session) -> None:
        self._core = core

    def request(self, method: str, path: str, body: bytes | str | None, headers: Mapping[str, str]) -> Answer:
        """Send a request as an HTTP client: to the script's filters, its routes, then the REST API."""
        uri, _, query = path.partition("?")
        sent = RestRequest(
            method,
            uri,
            body.encode("utf-8", "surrogateescape") if isinstance(body, str) else body or b"",
            dict(parse_qsl(query, keep_blank_values=True)),
            {name.lower(): value for name, value in headers.items()},
        )
        if not self._is_allowed(sent):
            return _plain(_FORBIDDEN)
        answer = self._call_route(sent)
        if answer is not None:
            return answer
        try:
            body = self._core.rest.answer(sent)
        except RestFailure as failure:
            return Output().answer(self._error(failure.code))
        except Unanswered:
            routes = sorted({found.request[_PATH] for found in self._all()})
            raise Unanswered(
                f"the script has no route for {method} {uri}; it has {', '.join(routes) or 'none'}"
            ) from None
        return dataclasses.replace(_plain(200), body=body)

    def answer(self, asked: RestRequest) -> bytes:
        """Answer the script's own call of the REST API, which may reach its own routes."""
        self._core.rest.requests.append(asked)
        try:
            return self._core.rest.answer(asked)
        except Unanswered:
            answer = self._call_route(asked) if asked.after_plugins else None
            if answer is None:
                raise
        if answer.status >= 400:
            raise RestFailure(_UNKNOWN_RESOURCE)
        return answer.body

    def answer_script(self, method: str, uri: str) -> bytes:
        """Answer a call of the REST API that a shorthand of the module makes."""
        return self.answer(RestRequest(method, uri))

    def _is_allowed(self, sent: RestRequest) -> bool:
        names = ("IncomingHttpRequestFilter", "IncomingHttpRequestFilter2")
        values = {"uri": sent.uri, "method": self._method(sent), "ip": "127.0.0.1", "headers": sent.headers}
        for plan in map(self._core.callback, names):
            known = {argument.name for argument in plan.arguments}
            given = {**values, "get": sent.arguments} if "get" in known else values
            for found in self._core.registered(plan):
                if not self._core.call(plan, found, **given).value:
                    return False
        return True

    def _method(self, sent: RestRequest) -> int:
        return int(self._core.orthanc.HttpMethod[sent.method])

    def _all(self) -> list[Registration]:
        plans = map(self._core.callback, ("RestCallback", "ServerChunkedRequestReaderFactory"))
        return [found for plan in plans for found in self._core.registered(plan)]

    def _call_route(self, sent: RestRequest) -> Answer | None:
        """Call the route of the script for a request; return None if it has none."""
        refused = None
        for found in self._all():
            match = re.fullmatch(found.request[_PATH], sent.uri)
            if match is None:
                continue
            if found.field not in ("callback", f"{sent.method.lower()}Handler"):
                refused = _plain(_BAD_METHOD)
                continue
            groups = tuple(group or "" for group in match.groups())
            values: dict[str, Any] = {"uri": sent.uri, "method": sent.method, "groups": groups}
            values["headers"] = sent.headers
            if found.type.endswith("Factory"):
                return self._upload(found, values, sent.body)
            output = Output()
            handle = self._core.new_object(_Handle(output))
            plan = self._core.callback("RestCallback")
            values.update(output=handle, get=sent.arguments, body=sent.body)
            return output.answer(self._error(self._core.call(plan, found, **values).code))
        return refused

    def _upload(self, factory: Registration, values: Mapping[str, Any], body: bytes) -> Answer:
        """Send a body in chunks to a route that reads it so."""
        plan = self._core.callback("ServerChunkedRequestReaderFactory")
        made, output = self._core.call(plan, factory, **values), Output()
        if made.code:
            return output.answer(self._error(made.code))
        reader = {
            found.type.removeprefix(_READER): dataclasses.replace(found, payload=made.value)
            for found in self._core.all_registered()
            if found.request is factory.request and found.type.startswith(_READER)
        }
        add, execute = (
            self._core.callback(f"ServerChunkedRequestReader{n}") for n in ("AddChunk", "Execute")
        )
        code = 0
        for start in range(0, len(body), _CHUNK):
            code = code or self._core.call(add, reader["AddChunk"], data=body[start : start + _CHUNK]).code
        if not code:
            handle = self._core.new_object(_Handle(output))
            code = self._core.call(execute, reader["Execute"], output=handle).code
        self._core.release_payload(reader["Finalize"])
        return output.answer(self._error(code))

    def _error(self, code: int) -> str:
        """Return the name of an error code; an empty text for success."""
        if not code:
            return ""
        codes = self._core.orthanc.ErrorCode
        return str(codes(code).name) if code in list(codes) else "PLUGIN"


def _plain(status: int) -> Answer:
    return dataclasses.replace(Output().answer(""), status=status)
