"""Writes docs/stress.md: what the long forms have shown, in figures that mean the same on any machine."""

from __future__ import annotations

from dataclasses import dataclass

from .load import DEPTH, MEMORY_BOUND, LoadResult
from .resets import ResetsResult
from .siege import SiegeResult
from .stops import IN_TIME, StopsResult
from .throughput import Pair, ThroughputResult
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
    throughput: ThroughputResult


def write(results: Results) -> str:
    """Write the report."""
    parts = [_head(results), _load(results.load), _stops(results.stops), _resets(results.resets)]
    parts += [_siege(results.siege), _throughput(results.throughput)]
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
in `tests/stress/`; `make test` runs short forms of them. Each section ends with what a run has to keep: one
that does not fails, and no page is written.
"""


def _load(result: LoadResult) -> str:
    http = result.http
    table = _table(
        (f"HTTP requests answered, over {CONNECTIONS} connections", http.requests),
        ("of these, exceptions of the script, each a status 500", http.failed),
        ("of these, later than the client's patience", http.timeout),
        ("of these, with another status or body than they must have", http.other + http.odd),
        ("connections that broke off", http.connect + http.read + http.write),
        ("requests whose client broke the connection off", result.given_up),
        ("instances sent by storescu, and compared in the end", result.instances),
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

wrk asks for routes that answer, raise, answer too late, and call back into the server {DEPTH} levels deep;
storescu uploads; other clients upload, read and delete, or break off; a storage area in Python keeps the
files, and callbacks call the REST API.

{table}
Kept: a sign of life from the core and from Python at any time, asked for every second; all instances there,
in the answers and on the disk, byte-identical (their data sets: C-STORE carries no meta header; whole files
where they came over HTTP); every callback called; no error in the log that was not provoked; memory that
grows by less than {100 * MEMORY_BOUND:g} %.
"""


def _stops(result: StopsResult) -> str:
    table = _table(
        ("stops in a row, on the same data", result.stops),
        ("uploads over HTTP and C-STORE that were confirmed", result.acknowledged),
        ("of these, deleted again, confirmed as well", result.deleted),
        ("attachments in the end, the script's own uploads among them", result.attachments),
    )
    return f"""## SIGTERM in the middle of work

Clients upload, read and delete over HTTP and DICOM; the script's callbacks upload and delete on their own;
threads of the script call the server without end. The signal comes at a random moment. What is under way
then may fail. (Clients begin no uploads after the signal: Orthanc waits for a moment without them before it
stops, also without any plugin.)

{table}
Kept: exit status 0 within {IN_TIME:g} seconds of each signal; at every later start, each confirmed instance
there, its data set byte-identical; an index that passes the integrity check of SQLite; each of its
attachments on the disk with its size and MD5, and no file on the disk that the index does not know.
"""


def _resets(results: tuple[ResetsResult, ...]) -> str:
    table = _table(
        ("resets", sum(result.resets for result in results)),
        ("functions that register something, all used", len({name for r in results for name in r.seen})),
        ("memory from the first reset to the last", ", ".join(_percent(r.memory) for r in results)),
    )
    return f"""## POST /tools/reset with every kind of callback

Two scripts register all that the release takes registrations for; a thread of theirs calls the server
without end.

{table}
Kept: after each reset, real clients have every callback called again; no error in the log that was not
provoked; exit status 0.
"""


def _siege(result: SiegeResult) -> str:
    table = _table(
        ("connections with hostile requests", result.attacks),
        ("of these, answered with something that is HTTP", result.answered),
        ("closed without an answer", result.refused),
        ("calls of the filter in Python", result.filtered),
        ("calls of routes in Python", result.routed),
        ("bodies that reached a chunked route whole", result.chunked),
        ("bodies that broke off", result.abandoned),
        ("memory from one siege to the next that is like it", _percent(result.memory)),
        ("blocks of Python's allocator, from one to the next", result.blocks),
        ("exit status", result.status),
    )
    return f"""## Hostile HTTP

Random bytes, requests gone wrong, thousands of headers, headers and URIs of MBs, bodies of 100 MB, URIs that
are not UTF-8, encoded NULs and line ends, lengths that are wrong, huge or negative, pipelined, half-closed
and slow connections: to routes, chunked routes and a filter in Python.

{table}
Kept: afterwards all of them serve; no connection is left open, no body and no reader of one in memory; no
header of an answer comes from the request; no traceback but of answers to clients that have gone.
"""


def _throughput(result: ThroughputResult) -> str:
    rows = "\n".join(map(_pair, result.pairs))
    return f"""## Throughput

Requests per second to a route in Python that says hello, as multiples of what else a server can do: medians
of runs that took turns, on the same machine, with the same client. `/system` is answered by the core, in a
server without plugins. The other plugin is Debian's ({result.debian}), with the same script
and the same libpython.

| connections | to `/system` of the core | to the same route of the other plugin |
| ---: | ---: | ---: |
{rows}
"""


def _pair(pair: Pair) -> str:
    other = "not measured" if pair.debian is None else f"{pair.hello / pair.debian:.2f}"
    return f"| {pair.connections} | {pair.hello / pair.system:.2f} | {other} |"
