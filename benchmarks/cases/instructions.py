"""Instructions of calls, requests, callbacks and the start: they hardly depend on the machine's load."""

from __future__ import annotations

import http.client
import os
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import count, islice

from tests.e2e.harness import RunningServer

from ..callgrind import CountedServer, Valgrind, find_valgrind
from ..figures import Goal, Row, Series, at_most
from ..lab import DEBIAN, LEAST, NATIVE, OURS, Lab
from . import entry
from .calls import CALLS
from .rest import REQUESTS

_TIMES = 1000
_EQUAL = 1.01  # within the precision of a count
_SELDOM = {"dictionary": 100, "system": 200}  # long calls
# The server's part of these calls is so large that where its memory lies changes more than the plugins add.
_OWN_ONLY = ("dictionary", "system")
# In the paths of the libraries of Python and of the plugins.
_OWN = ("/libpython3", "/orthanc-python/", "/libOrthancPython.so", "/native/")

Counts = dict[str, float]  # by the title of the row


def measure(lab: Lab) -> Iterator[Row]:
    """Yield a row for each call of the SDK, and rows for requests, callbacks and the start."""
    valgrind, said = find_valgrind()
    if "ORTHANC_SERVER" in os.environ:
        valgrind, said = None, "ORTHANC_SERVER may name a launcher, which Valgrind would run instead"
    if valgrind is None:
        yield Row("instructions", "", {}, note=f"not counted: {said}")
        return
    targets = _targets(lab)
    calls: dict[str, Counts] = {}
    requests: dict[str, Counts] = {}
    for target in targets:
        with lab.server(partial(CountedServer, valgrind), target) as server:
            server.wait_until_ready()
            calls[target] = _calls(lab, server)
            requests[target] = _requests(lab, server)
    yield from _rows(calls, (at_most(_EQUAL, DEBIAN),))
    yield from _rows(requests)
    yield from _rows(_callbacks(lab, valgrind))
    yield from _rows({target: _start(lab, valgrind, target) for target in targets})


def _targets(lab: Lab) -> tuple[str, ...]:
    if lab.size.scale < 1:  # to see that it runs: Valgrind makes each start of a server take half a minute
        return (OURS,)
    return (OURS, NATIVE) if lab.debian is None else (OURS, DEBIAN, NATIVE)


def _rows(counts: Mapping[str, Counts], goals: tuple[Goal, ...] = ()) -> Iterator[Row]:
    for title in counts[OURS]:
        measured = {
            target: Series((of_target[title],)) for target, of_target in counts.items() if title in of_target
        }
        yield Row(title, "instructions", measured, goals)


def _calls(lab: Lab, server: CountedServer) -> Counts:
    """Count the calls of the SDK, each with its turn of a loop in Python or in C."""
    counts: Counts = {}
    for name, title, *_ in CALLS:
        spent = server.count(partial(_call, server, name), lab.count(_SELDOM.get(name, _TIMES)))
        if name in _OWN_ONLY:
            counts[f"{title}, in Python and the plugin"] = _own(spent)
        else:
            counts[title] = sum(spent.values())
    return counts


def _requests(lab: Lab, server: CountedServer) -> Counts:
    """Count requests: all of the server's instructions, and those of Python and the plugin."""
    counts: Counts = {}
    for kind, (path, headers) in REQUESTS.items():
        for changes in (False, True) if headers else (False,):
            spent = server.count(partial(_request, server, path, headers, changes), lab.count(_TIMES))
            title = f"GET, {kind}" + (", each with other headers" if changes else "")
            counts[title] = sum(spent.values())
            counts[f"{title}, in Python and the plugin"] = _own(spent)
    return counts


def _callbacks(lab: Lab, valgrind: Valgrind) -> dict[str, Counts]:
    """Count callbacks of a core in C that does nothing else."""
    program = entry.compile_program(lab)
    times = lab.count(_TIMES)
    few, many = (
        valgrind.parts(entry.command(lab, program, number), lab.folder / f"entry-{number}", "Begin")
        for number in (times, 2 * times)
    )
    # The first part is what comes before the measurements.
    spent = {
        name: (sum(after.values()) - sum(before.values())) / (entry.calls(2 * times) - entry.calls(times))
        for name, before, after in zip(entry.MEASUREMENTS, few[1:], many[1:], strict=True)
    }
    return {
        OURS: {title: spent[name] for name, title in entry.TITLES.items() if name in entry.COUNTED},
        LEAST: {
            entry.TITLES[name]: spent[least] for name, least in entry.LEASTS.items() if name in entry.COUNTED
        },
    }


def _start(lab: Lab, valgrind: Valgrind, target: str) -> Counts:
    """Count the start of the plugin: what the server's call of it takes."""
    with lab.server(partial(CountedServer, valgrind, within="OrthancPluginInitialize"), target) as server:
        server.wait_until_ready()
        return {"start of the plugin": sum(server.since_last().values())}


def _own(spent: Mapping[str, float]) -> float:
    """Return the instructions of Python and the plugin, without the C library and the server."""
    return sum(number for path, number in spent.items() if any(own in path for own in _OWN))


def _call(server: RunningServer, name: str, times: int) -> None:
    assert server.get(f"/calls/{name}/{times}").status == 200


def _request(server: RunningServer, path: str, headers: tuple[str, ...], changes: bool, times: int) -> None:
    """Send requests over one connection; with `changes`, each has headers that no other one has."""
    fields = dict(header.split(": ") for header in headers)
    connection = http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=60)
    for number in islice(_numbers, times):
        added = f" {number}" if changes else ""
        connection.request("GET", path, headers={key: value + added for key, value in fields.items()})
        assert connection.getresponse().read() == b"ok"
    connection.close()


_numbers = count(100_000)  # as long as each other
