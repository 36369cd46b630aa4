"""Reads options of its own from Orthanc's configuration, and refuses to start if one is wrong.

{
  "Plugins": ["build/1.13.0/plugin"],
  "PythonScript": "samples/guides/own_options.py",
  "Welcome": { "Greeting": "Good morning", "Limit": 10 }
}

curl http://localhost:8042/welcome?name=Jane
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

import orthanc

SECTION = "Welcome"


@dataclass(frozen=True)
class Options:
    """The options of the section, with their defaults."""

    Greeting: str = "Hello"
    Limit: int = 40  # the longest name

    @classmethod
    def read(cls) -> Options:
        """Read the section; raise an exception that names the option if one is wrong."""
        section = json.loads(orthanc.GetConfiguration()).get(SECTION, {})
        known = {field.name: type(field.default) for field in dataclasses.fields(cls)}
        for name, value in section.items():
            if name not in known:
                raise ValueError(f"unknown option {SECTION}.{name}; known are {', '.join(known)}")
            if type(value) is not known[name]:
                raise TypeError(f"{SECTION}.{name} must be {known[name].__name__}, not {value!r}")
        return cls(**section)


options = Options.read()


def on_welcome(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Greet the visitor."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    name = request["get"].get("name", "world")[: options.Limit]
    output.AnswerBuffer(f"{options.Greeting}, {name}\n", "text/plain; charset=utf-8")


orthanc.RegisterRestCallback("/welcome", on_welcome)
