"""Puts a server under load with wrk."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

_UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}


@dataclass(frozen=True, slots=True)
class Load:
    """The results of one run of wrk."""

    requests: int
    rate: float  # answers per second
    median: float  # latency, in milliseconds
    p99: float


class Wrk:
    """A run of wrk, which takes whole seconds."""

    def __init__(self, url: str, connections: int, seconds: float, *, headers: Sequence[str] = ()) -> None:
        options = [f"-c{connections}", "-t1", f"-d{max(1, round(seconds))}s", "--latency", "--timeout", "20s"]
        options += [f"-H{header}" for header in headers]
        self._process = subprocess.Popen(
            ["wrk", *options, url], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def result(self) -> Load:
        """Wait for the end. Every answer must be good."""
        output, _ = self._process.communicate()
        assert self._process.returncode == 0, output
        assert "Non-2xx" not in output and "Socket errors" not in output, output
        return Load(
            requests=int(_find(r"(\d+) requests in", output)),
            rate=float(_find(r"Requests/sec:\s*([0-9.]+)", output)),
            median=_milliseconds(_find(r"\s50%\s+([0-9.]+[a-z]+)", output)),
            p99=_milliseconds(_find(r"\s99%\s+([0-9.]+[a-z]+)", output)),
        )


def run_wrk(url: str, connections: int, seconds: float, *, headers: Sequence[str] = ()) -> Load:
    """Put a server under load, and wait for the end."""
    return Wrk(url, connections, seconds, headers=headers).result()


def _find(pattern: str, output: str) -> str:
    found = re.search(pattern, output)
    assert found is not None, output
    return found[1]


def _milliseconds(text: str) -> float:
    number = re.match(r"[0-9.]+", text)
    assert number is not None, text
    return float(number[0]) * _UNITS[text[number.end() :]]
