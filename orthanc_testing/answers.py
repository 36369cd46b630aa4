"""The answer to one HTTP request, from a server or from the in-process core."""

from __future__ import annotations

import json
from dataclasses import dataclass
from email.message import Message
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one HTTP request."""

    status: int
    headers: Message  # lookups ignore the case of names
    body: bytes

    @property
    def content(self) -> bytes:
        """The body, under its name in requests and httpx."""
        return self.body

    @property
    def text(self) -> str:
        """The body as text. Bytes that are not UTF-8 become surrogates."""
        return self.body.decode("utf-8", errors="surrogateescape")

    def json(self) -> Any:
        """Parse the body as JSON."""
        return json.loads(self.body)
