"""Writes docs/stress.md: the results of the long forms, in figures that can be compared between machines."""

from __future__ import annotations

from dataclasses import dataclass

from .load import DEPTH, MEMORY_BOUND, LoadResult
from .resets import ResetsResult
from .siege import SiegeResult
from .stops import IN_TIME, StopsResult
from .wrk import CONNECTIONS


@dataclass(frozen=True, slots=True)
class Results:
    """The results of all long forms."""

    orthanc: str  # ex) "1.10.1"
    python: str  # ex) "3.11.7"
    load: LoadResult
    stops: StopsResult
    resets: tuple[ResetsResult, ...]  # one for each variant
    siege: SiegeResult


def write(results: Results) -> str:
    """Write the report."""
    parts = [_head(results), _load(results.load), _stops(results.stops), _resets(results.resets)]
    parts.append(_siege(results.siege))
    return "\n".join(parts)


def _table(*rows: tuple[str, object]) -> str:
    lines = ["| | |", "| --- | ---: |"]
    lines += [f"| {name} | {_figure(value)} |" for name, value in rows]
    return "\n".join(lines) + "\n"


def _figure(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _percent(ratio: float) -> str:
    return f"{100 * ratio:+.1f} %"


def _head(results: Results) -> str:
    return f"""# Under load

`make stress` wrote this page, with Orthanc {results.orthanc} and CPython {results.python}. The scenarios are
in `tests/stress/`; `make test` runs short forms of them. Each section ends with its conditions. A run that
violates one fails, and writes no page.
"""


def _load(result: LoadResult) -> str:
    http = result.http
    table = _table(
        (f"HTTP requests answered, over {CONNECTIONS} connections", http.requests),
        ("of these, exceptions of the script, each a status 500", http.failed),
        ("of these, later than the client's patience", http.timeout),
        ("of these, with a wrong status or body", http.other + http.odd),
        ("broken connections", http.connect + http.read + http.write),
        ("requests whose client closed the connection early", result.given_up),
        ("instances sent by storescu, and compared at the end", result.instances),
        ("instances uploaded, compared and deleted over HTTP meanwhile", result.churned),
        ("calls of the storage area in Python: create", result.created),
        ("read", result.read),
        ("remove", result.removed),
        ("on-stored callbacks that called the REST API", result.stored),
        ("on-change callbacks that called the REST API", result.changes),
        ("memory from the first to the last tenth, after the warm-up", _percent(result.growth.ratio)),
        ("exit status", result.status),
    )
    return f"""## Everything at once

wrk requests routes that answer, raise, answer too late, and call back into the server {DEPTH} levels deep.
storescu uploads instances. Other clients upload, read and delete, or close their connection early. A storage
area in Python keeps the files, and callbacks call the REST API.

{table}
Conditions: the core and Python answer a probe in every second. All instances are present, in the answers and
on the disk, and byte-identical: whole files if uploaded over HTTP, data sets if sent by C-STORE, which has no
meta header. Every callback is called. The log has no errors but the provoked ones. Memory grows by less than
{100 * MEMORY_BOUND:g} %.
"""


def _stops(result: StopsResult) -> str:
    table = _table(
        ("stops in a row, on the same data", result.stops),
        ("confirmed uploads over HTTP and C-STORE", result.acknowledged),
        ("of these, with a confirmed deletion afterwards", result.deleted),
        ("attachments at the end, including the script's own uploads", result.attachments),
    )
    return f"""## SIGTERM in the middle of work

Clients upload, read and delete over HTTP and DICOM. The script's callbacks also upload and delete, and its
threads call the server in an endless loop. The signal comes at a random moment. Requests that run at that
moment may fail. (Clients start no uploads after the signal, because Orthanc stops only in a moment without
uploads, even without plugins.)

{table}
Conditions: exit status 0 within {IN_TIME:g} seconds of each signal. At every later start, each confirmed
instance is present with a byte-identical data set. The index passes the integrity check of SQLite. Each of
its attachments is on the disk with its size and MD5, and the disk has no other files.
"""


def _resets(results: tuple[ResetsResult, ...]) -> str:
    table = _table(
        ("resets", sum(result.resets for result in results)),
        ("registration functions, all used", len({name for r in results for name in r.seen})),
        ("memory from the first reset to the last", ", ".join(_percent(r.memory) for r in results)),
    )
    return f"""## POST /tools/reset with every kind of callback

Two scripts register every kind of callback of the release. A thread of each calls the server in an endless
loop.

{table}
Conditions: after each reset, requests of real clients reach every callback again. The log has no errors but
the provoked ones. The exit status is 0.
"""


def _siege(result: SiegeResult) -> str:
    table = _table(
        ("connections with hostile requests", result.attacks),
        ("of these, with an HTTP answer", result.answered),
        ("of these, closed without an answer", result.refused),
        ("calls of the filter in Python", result.filtered),
        ("calls of routes in Python", result.routed),
        ("complete bodies that reached a chunked route", result.chunked),
        ("incomplete bodies that reached a chunked route", result.abandoned),
        ("memory from one attack to the next of the same kind", _percent(result.memory)),
        ("blocks of Python's allocator, from one to the next", result.blocks),
        ("exit status", result.status),
    )
    return f"""## Hostile HTTP

Clients send these requests to routes, chunked routes and a filter in Python: random bytes, malformed
requests, thousands of headers, headers and URIs of several MB, bodies of 100 MB, URIs that are not UTF-8,
encoded NULs and line ends, wrong, huge and negative lengths. Connections are pipelined, half-closed or slow.

{table}
Conditions: afterwards, all routes and the filter work. No connection is left open, and no body or reader of a
body is left in memory. No header of an answer comes from a request. The log has no tracebacks but those of
answers to clients that have disconnected.
"""
