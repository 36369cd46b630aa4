"""The script for hostile HTTP clients: routes, a filter and chunked routes that read all their input."""

from __future__ import annotations

import faulthandler
import gc
import hashlib
import json
import signal
import sys
from typing import Any

import orthanc

faulthandler.register(signal.SIGUSR1, all_threads=True)  # the watchdog requests stacks with this signal

seen = {"filtered": 0, "routed": 0, "chunked": 0, "abandoned": 0}


def digest(*parts: object) -> str:
    """Read every byte of a request."""
    text = json.dumps(parts, default=lambda data: hashlib.sha256(data).hexdigest())
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def let_in(uri: str, **request: Any) -> bool:
    """Read a request, and accept all but one."""
    seen["filtered"] += 1
    digest(uri, request)
    return not uri.startswith("/forbidden")


def echo(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the parts of a request, in the body and in a header."""
    seen["routed"] += 1
    output.SetHttpHeader("X-Digest", digest(uri, request))
    groups = "|".join(request["groups"])
    output.AnswerBuffer(groups.encode("utf-8", "surrogateescape"), "application/octet-stream")


class Reader:
    """Measures a body that arrives in chunks; its client may never send the end."""

    def __init__(self, uri: str, **request: Any) -> None:
        self.size = 0
        self.finished = False
        digest(uri, request)

    def add_chunk(self, data: bytes) -> None:
        """Add the size of a chunk."""
        self.size += len(data)

    def execute(self, output: orthanc.RestOutput) -> None:
        """Answer with the size."""
        seen["chunked"] += 1
        self.finished = True
        output.AnswerBuffer(str(self.size), "text/plain")

    def __del__(self) -> None:
        if not self.finished:
            seen["abandoned"] += 1


def held(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Return the memory that Python holds after a garbage collection, and the names in its method cache."""
    sys._clear_type_cache()
    gc.collect()
    known = {"blocks": sys.getallocatedblocks(), "objects": len(gc.get_objects()), **seen}
    output.AnswerBuffer(json.dumps(known), "application/json")


orthanc.RegisterIncomingHttpRequestFilter(let_in)
orthanc.RegisterRestCallback("/echo/(.*)", echo)
orthanc.RegisterRestCallback("/answer", echo)
orthanc.RegisterRestCallback("/held", held)
orthanc.RegisterChunkedRestCallback("/chunked/(.*)", echo, Reader, echo, Reader)
