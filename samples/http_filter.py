"""Allows everybody to read, but requires a key to write.

Clients send the key, SAMPLE_API_KEY, in the header `X-Api-Key`. If it is not set, nobody can write.

    SAMPLE_API_KEY=opensesame orthanc-codegen run samples/http_filter.py
    curl http://localhost:8042/system                              is allowed
    curl -i http://localhost:8042/instances --data-binary @ct.dcm  is refused: 403
    curl -H "X-Api-Key: opensesame" http://localhost:8042/instances --data-binary @ct.dcm
"""

from __future__ import annotations

import hmac
import os
from typing import Any

import orthanc

KEY = os.environ.get("SAMPLE_API_KEY", "")


def knows_key(headers: dict[str, str]) -> bool:
    """Return whether a request has the right key. Orthanc converts the names of headers to lower case."""
    given = headers.get("x-api-key", "")
    return KEY != "" and hmac.compare_digest(given.encode(errors="surrogateescape"), KEY.encode())


def allow(uri: str, **request: Any) -> bool:
    """Return whether Orthanc may serve a request."""
    if request["method"] == orthanc.HttpMethod.GET or knows_key(request["headers"]):
        return True
    orthanc.LogWarning(f"Refused to change {uri} for {request['ip']}")
    return False


orthanc.RegisterIncomingHttpRequestFilter(allow)
