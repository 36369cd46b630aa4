"""Handles come only from the core, and cannot be used after their end."""

from __future__ import annotations

import copy
import copyreg
import pickle
from typing import Any

import pytest

from .. import interface
from .harness.bench import Bench
from .harness.plans import class_of
from .harness.values import with_good_arguments

PLAN = interface.plan()
new_object = copyreg.__newobj__  # type: ignore[attr-defined]  # as unpickling does
every_class = pytest.mark.parametrize("name", [cls.name for cls in PLAN.classes])
BORROWED = sorted({class_of(argument) for callback in PLAN.callbacks for argument in callback.borrowed})


@every_class
def test_cannot_be_made(shared_bench: Bench, name: str) -> None:
    cls = getattr(shared_bench.orthanc, name)
    for make in (cls, lambda: object.__new__(cls), lambda: cls(1, 2), lambda: new_object(cls)):
        with pytest.raises((TypeError, AttributeError)):
            make()


@every_class
def test_cannot_be_derived_from_or_changed(shared_bench: Bench, name: str) -> None:
    cls = getattr(shared_bench.orthanc, name)
    with pytest.raises(TypeError, match="not an acceptable base type"):
        type("Mine", (cls,), {})
    with pytest.raises(TypeError, match="immutable"):
        cls.mine = 1
    with pytest.raises(TypeError):
        cls.__bases__ = (dict,)


@every_class
def test_cannot_be_copied_or_pickled(shared_bench: Bench, name: str) -> None:
    def body(handle: Any) -> None:
        for duplicate in (copy.copy, copy.deepcopy):
            with pytest.raises(TypeError):
                duplicate(handle)
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises((TypeError, pickle.PicklingError)):  # the oldest protocols raise when loading
                pickle.loads(pickle.dumps(handle, protocol))

    shared_bench.lend(name, body)


@every_class
def test_cannot_become_another_class(shared_bench: Bench, name: str) -> None:
    other = next(cls.name for cls in PLAN.classes if cls.name != name)

    def body(handle: Any) -> None:
        for target in (getattr(shared_bench.orthanc, other), object, int, type("Mine", (), {})):
            with pytest.raises(TypeError):
                handle.__class__ = target
        with pytest.raises(AttributeError):
            handle.mine = 1

    shared_bench.lend(name, body)


@every_class
def test_methods_take_handles_of_their_class_only(shared_bench: Bench, name: str) -> None:
    plan = next(cls for cls in PLAN.classes if cls.name == name)
    other = next(cls.name for cls in PLAN.classes if cls.name != name)
    strange: list[Any] = []
    shared_bench.lend(other, strange.append)
    for method in plan.methods:
        for value in (None, 1, strange[0], shared_bench.orthanc):
            with pytest.raises(TypeError):
                getattr(getattr(shared_bench.orthanc, name), method.name)(value)


@pytest.mark.parametrize("name", BORROWED)
def test_borrowed_handles_are_closed_after_their_callback(shared_bench: Bench, name: str) -> None:
    kept: list[Any] = []

    def body(handle: Any) -> None:
        assert repr(handle) == f"<orthanc.{name}, borrowed>"
        kept.append(handle)

    shared_bench.borrow(name, body)
    assert repr(kept[0]) == f"<orthanc.{name}, closed>"
    for method in next(cls for cls in PLAN.classes if cls.name == name).methods:

        def use(arguments: list[Any], method_name: str = method.name) -> None:
            with pytest.raises(ValueError, match="is closed: it was valid only during the callback"):
                getattr(kept[0], method_name)(*(argument.python for argument in arguments))

        with_good_arguments(shared_bench, method, use)
    freed = list(shared_bench.core.freed)
    kept.clear()
    assert shared_bench.core.freed == freed  # the core owns it


@pytest.mark.parametrize("name", BORROWED)
def test_borrowed_handles_are_closed_after_an_exception(bench: Bench, name: str) -> None:
    kept: list[Any] = []

    def body(handle: Any) -> None:
        kept.append(handle)
        raise LookupError

    with pytest.raises(LookupError):
        bench.borrow(name, body)
    assert "closed" in repr(kept[0])


def test_a_submitted_job_is_handed_over(bench: Bench) -> None:
    bench.core.on("SubmitJob", lambda r: r.fill("resultId", "id"))

    def body(job: Any) -> None:
        assert job.SubmitJob(1) == "id"
        assert "closed" in repr(job)
        with pytest.raises(ValueError, match="valid only until it was handed over"):
            job.SubmitJob(1)

    bench.lend("Job", body)
    assert bench.core.freed == []


def test_a_job_that_the_core_refuses_is_gone_too(bench: Bench) -> None:
    bench.core.fail("SubmitJob", 11)

    def body(job: Any) -> None:
        with pytest.raises(bench.orthanc.OrthancException):
            job.SubmitJob(1)
        with pytest.raises(ValueError, match="valid only until it was handed over"):
            job.SubmitJob(1)

    bench.lend("Job", body)
    assert bench.core.freed == []  # the core has freed it


def test_a_container_has_items_and_an_error_for_one_that_the_core_does_not_tell(bench: Bench) -> None:
    names: list[str | None] = ["first", "second"]
    bench.core.on("GetPeersCount", lambda r: r.fill("target", len(names)))
    bench.core.on("GetPeerName", lambda r: r.fill("target", names[r.fields["peerIndex"]]))

    def body(peers: Any) -> None:
        assert [*iter(peers)] == names
        assert len(bench.core.asked("GetPeersCount")) == 1
        assert (len(peers), peers[-1]) == (2, "second")
        with pytest.raises(IndexError):
            peers[2]
        names[1] = None
        assert peers.GetPeerName(1) is None
        with pytest.raises(bench.orthanc.OrthancException, match="returned no value for this item"):
            list(peers)

    bench.lend("Peers", body)
