"""Scenarios of servers that stop and start while threads of the core and of the script make calls."""

from __future__ import annotations

import contextlib
import ctypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from orthanc_codegen.plan import Place

from ..harness.arrivals import Arrival
from ..harness.bench import Bench
from ..harness.racing import Lender, RacingCore, until
from .handles import threads
from .threads import answering

_SWITCH = 2e-5  # seconds
_SERVERS = 20
_UP = 0.02  # seconds for which a server runs, at least


def servers_go_while_threads_call(bench: Bench) -> None:
    """After a server was detached, no thread calls it, frees its objects or reads its memory."""
    sys.setswitchinterval(_SWITCH)
    core = RacingCore(bench)
    orthanc, done = bench.orthanc, threading.Event()
    served, refused = [0], [0]
    lender = Lender(bench, core)
    callback = answering(lambda: orthanc.GetConfiguration())
    lender.prepare(bench.callback("RestCallback"), bench.register_rest(callback))
    stored = lambda instance, _id: instance.GetInstanceSize()  # noqa: E731
    on_stored = bench.callback("OnStoredInstanceCallback")
    lender.prepare(on_stored, bench.register(on_stored.name, stored))
    bench.detach()

    def work() -> None:
        kept: list[Any] = []
        while not done.is_set():
            try:
                kept.append(orthanc.CreateImage(1, 2, 2))
                kept[-1].GetImageWidth()
                orthanc.RestApiGet("/")
                served[0] += 1
            except orthanc.OrthancException as error:
                assert error.args[0] == orthanc.ErrorCode.BAD_SEQUENCE_OF_CALLS, error
                refused[0] += 1
            except ValueError as error:
                assert "until its server stopped" in str(error), error
            if len(kept) > 3:
                del kept[0]  # possibly of an earlier server

    with threads(2, work), lender.lending():
        try:
            for _ in range(_SERVERS):
                context = core.new_context()
                bench.core.start(ctypes.addressof(context))
                # All slots are free, so both registrations receive the same C functions again.
                orthanc.RegisterRestCallback("/", callback)
                orthanc.RegisterOnStoredInstanceCallback(stored)
                known = served[0]
                until(lambda: served[0] > known, _UP, lambda: f"{served} calls")  # noqa: B023
                bench.core.detach()
                core.end(context)
        finally:
            done.set()
    core.check()
    bench.attach()
    answered = core.count("calls_answered")
    print(f"{served[0]} served, {refused[0]} refused, {lender.rounds} callbacks, {answered} calls")
    assert served[0] >= _SERVERS, served
    assert refused[0] > 0, refused
    assert lender.rounds > _SERVERS, lender.rounds


def a_call_that_outlives_its_server_makes_a_closed_handle(bench: Bench) -> None:
    """The returned object ended with its server: the next server must not free it."""

    def create_image(request: Any) -> None:
        bench.detach()
        bench.attach()
        request.fill("target", bench.core.new_handle())

    bench.core.on("CreateImage", create_image)
    try:
        image = bench.orthanc.CreateImage(1, 2, 2)
    except bench.orthanc.OrthancException as error:
        assert error.args[0] == bench.orthanc.ErrorCode.BAD_SEQUENCE_OF_CALLS
    else:
        assert "closed" in repr(image)
        del image
    assert bench.core.freed == []


def arguments_that_outlive_their_server_are_refused(bench: Bench) -> None:
    """The conversion of a later argument runs Python, which replaces the server."""
    image = bench.orthanc.CreateImage(1, 2, 2)

    class Restarting:
        def __index__(self) -> int:
            bench.detach()
            bench.attach()
            with threads(1, use_the_next):
                pass
            returned.append(3)
            return 3

    def use_the_next() -> None:
        assert bench.orthanc.CreateImage(1, 2, 2).GetImageWidth() == 1

    returned: list[int] = []
    try:
        image.ConvertPixelFormat(Restarting())
    except bench.orthanc.OrthancException as error:
        assert error.args[0] == bench.orthanc.ErrorCode.BAD_SEQUENCE_OF_CALLS, error
        assert returned == [3], "the conversion raised before the server was replaced"
    else:
        raise AssertionError("a handle of an earlier server was passed to the next one")
    assert bench.core.asked("ConvertPixelFormat") == []


@contextlib.contextmanager
def _firing(bench: Bench, address: int, count: int) -> Iterator[list[int]]:
    """Report events on some threads of the core during a block; yield the number accepted per thread."""
    plan = bench.callback("OnChangeCallback")
    kinds = bench.core.layouts.enums["OrthancPluginChangeType"].enumerators
    accepted = [0] * count
    done = threading.Event()

    def run(place: int) -> None:
        arrival = Arrival(bench, plan, {Place("changeType"): kinds[0].value})
        while not done.is_set():
            text = bench.core.memory.lend(f"{place}:{accepted[place]}".encode())
            arguments = [
                text if isinstance(a, int) and i == 2 else a for i, a in enumerate(arrival.arguments)
            ]
            if bench.threads.fire(address, arguments) == 0:
                accepted[place] += 1
            time.sleep(0.001)  # limits the length of the queue

    started = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in started:
        thread.start()
    try:
        yield accepted
    finally:
        done.set()
        for thread in started:
            thread.join()


def deferred_calls_race_the_end_of_their_thread(bench: Bench) -> None:
    """Each event is handled once and in order, including events during the stop of the server."""
    sys.setswitchinterval(_SWITCH)
    told: list[tuple[int, int]] = []

    def on_change(_change: Any, _level: Any, resource: str) -> None:
        place, _, number = resource.partition(":")
        told.append((int(place), int(number)))

    register: Callable[[], int] = lambda: bench.register("OnChangeCallback", on_change)  # noqa: E731
    address = register()
    with _firing(bench, address, 3) as accepted:
        for _ in range(_SERVERS):
            first = [count + 1 for count in accepted]  # the next one may go to the previous server
            time.sleep(_UP)
            known = list(accepted)  # later events may arrive after the stop
            bench.detach()
            missing = {(p, n) for p in range(3) for n in range(first[p], known[p])} - set(told)
            assert not missing, f"accepted events that were not handled: {sorted(missing)[:5]}"
            bench.attach()
            assert register() == address
    bench.detach()
    bench.attach()
    for place in range(3):
        mine = [number for at, number in told if at == place]
        assert mine == sorted(set(mine)), f"thread {place}: an event was handled twice, or out of order"
    print(f"{len(told)} events of {sum(accepted)}")
    assert len(told) > _SERVERS
