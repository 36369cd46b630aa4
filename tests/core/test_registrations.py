"""Registrations: up to the number of slots, refused ones, and the end of all of them."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from orthanc_codegen.plan import CallbackPlan

from .harness.answers import refused_result
from .harness.arrivals import Arrival
from .harness.bench import Bench
from .harness.standin import Request
from .test_callbacks import DEFERRED, KINDS, every_callback, register

SLOTTED = [c for c in KINDS if c.payload is None and "driver" not in [a.name for a in c.arguments]]
every_slotted = pytest.mark.parametrize("kind", SLOTTED, ids=lambda c: c.name)


@every_slotted
def test_as_many_as_there_are_slots(bench: Bench, kind: CallbackPlan) -> None:
    calls: list[int] = []
    addresses = [
        register(bench, kind, lambda *_args, _i=i, **_kwargs: calls.append(_i)) for i in range(kind.slots)
    ]
    assert len(set(addresses)) == kind.slots
    with pytest.raises(RuntimeError, match=rf": the plugin supports at most {kind.slots} callb"):
        register(bench, kind, print)
    for address in reversed(addresses):
        bench.fire(kind.name, address, *Arrival(bench, kind).arguments)
    bench.until(lambda: len(calls) == kind.slots)
    assert calls == list(reversed(range(kind.slots)))


@every_callback
def test_a_refused_registration_frees_its_slot(bench: Bench, kind: CallbackPlan) -> None:
    service = bench.core.requests
    register(bench, kind, print)
    bench.core.fail(service[-1].service, 11)
    for _ in range(kind.slots + 1):
        with pytest.raises(bench.orthanc.OrthancException):
            register(bench, kind, print)


@every_slotted
def test_callbacks_are_refused_after_the_end(bench: Bench, kind: CallbackPlan) -> None:
    calls: list[object] = []
    address = register(bench, kind, lambda *args, **_kwargs: calls.append(args))
    arguments = Arrival(bench, kind).arguments
    bench.detach()
    for _ in range(2):
        assert bench.fire(kind.name, address, *arguments) == refused_result(bench, kind)
        bench.attach()  # the new server has no registration
    assert calls == []
    new = register(bench, kind, lambda *args, **_kwargs: calls.append(args))
    assert new == address  # its slot was freed
    bench.fire(kind.name, address, *arguments)
    bench.until(lambda: calls)


def test_callbacks_of_a_server_that_has_gone_hinder_no_registration(bench: Bench) -> None:
    kind = bench.callback("RestCallback")
    running, ends = threading.Semaphore(0), [threading.Event(), threading.Event()]

    def start(end: threading.Event) -> threading.Thread:
        def callback(*_args: object, **_kwargs: object) -> None:
            running.release()
            end.wait()

        address = bench.register(kind.name, callback, "/route")
        arguments = (kind.name, address, *Arrival(bench, kind).arguments)
        thread = threading.Thread(target=bench.fire, args=arguments)
        thread.start()
        running.acquire()
        return thread

    old = start(ends[0])
    bench.detach()  # gives up waiting, since the callback does not end
    bench.attach()
    new = start(ends[1])
    ends[0].set()
    old.join()
    with pytest.raises(RuntimeError, match="cannot be registered"):  # the callback of this server still runs
        bench.register(kind.name, print, "/other")
    ends[1].set()
    new.join()
    bench.register(kind.name, print, "/other")


def test_a_refused_registration_leaves_the_slot_to_the_next_server(bench: Bench) -> None:
    calls: list[str] = []
    addresses: list[int] = []

    def restart(_request: Request) -> int:
        bench.core.handlers.clear()
        bench.detach()
        bench.attach()
        new = threading.Thread(target=register_new)
        new.start()
        new.join()
        return 11

    def register_new() -> None:
        addresses.append(register(bench, kind, lambda *_args, **_kwargs: calls.append("new")))

    kind = bench.callback("OnStoredInstanceCallback")
    bench.core.on("RegisterOnStoredInstanceCallback", restart)
    with pytest.raises(bench.orthanc.OrthancException):
        bench.orthanc.RegisterOnStoredInstanceCallback(print)
    old = bench.core.asked("RegisterOnStoredInstanceCallback")[0]
    assert addresses == [old.fields["callback"]]  # the slot was reused
    assert bench.fire(kind.name, addresses[0], *Arrival(bench, kind).arguments) == 0
    assert calls == ["new"]


def test_a_refused_registration_leaves_the_slot_to_one_of_the_same_stop(bench: Bench) -> None:
    """The generation changes after a stop has freed the slots, so it does not identify a slot's owner."""
    kind = bench.callback("OnStoredInstanceCallback")
    calls: list[str] = []
    addresses: list[int] = []
    claimed, refused = threading.Event(), threading.Event()
    stop = threading.Thread(target=bench.detach)

    class Last:
        def __call__(self, *_args: object, **_kwargs: object) -> None: ...

        def __del__(self) -> None:  # runs during the stop
            addresses.append(register(bench, kind, lambda *_args, **_kwargs: calls.append("new")))
            claimed.set()
            refused.wait(10)

    def hang(_request: Request) -> int:
        bench.core.handlers.clear()
        register(bench, kind, Last())
        stop.start()  # gives up waiting for this call, which is still in the core
        assert claimed.wait(20)
        return 11

    bench.core.on("RegisterOnStoredInstanceCallback", hang)
    with pytest.raises(bench.orthanc.OrthancException):
        bench.orthanc.RegisterOnStoredInstanceCallback(print)
    refused.set()
    stop.join()
    assert addresses == [bench.core.asked("RegisterOnStoredInstanceCallback")[0].fields["callback"]]
    bench.attach()
    assert bench.fire(kind.name, addresses[0], *Arrival(bench, kind).arguments) == 0
    assert calls == ["new"]


@pytest.mark.parametrize("kind", DEFERRED, ids=lambda c: c.name)
def test_detaching_waits_for_deferred_calls(bench: Bench, kind: CallbackPlan) -> None:
    calls: list[object] = []
    go_on = threading.Event()

    def slow(*args: Any) -> None:
        assert go_on.wait(20)
        calls.append(args)

    address = register(bench, kind, slow)
    for _ in range(10):
        bench.fire(kind.name, address, *Arrival(bench, kind).arguments)
    assert calls == []
    threading.Timer(0.2, go_on.set).start()
    bench.detach()
    assert len(calls) == 10
    bench.attach()


def test_the_stop_of_the_server_waits_for_its_callbacks(bench: Bench) -> None:
    calls: list[int] = []

    def slow(change: int, _level: int, _resource: str) -> None:
        time.sleep(0.01)
        calls.append(change)

    address = bench.register("OnChangeCallback", slow)
    changes = [bench.orthanc.ChangeType.NEW_STUDY] * 5 + [bench.orthanc.ChangeType.ORTHANC_STOPPED]
    for change in changes:
        assert bench.fire("OnChangeCallback", address, int(change), 0, "id") == 0
    assert calls == changes
