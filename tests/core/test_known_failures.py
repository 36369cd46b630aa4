"""Known failures of Python plugins that ended a server, tested with the stand-in core.

Those that need a real server are in tests/e2e/test_known_failures.py; small stacks, re-entrancy and running
threads are scenarios of test_threads.py.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.plan import CallbackPlan
from orthanc_codegen.plan.functions import RegistrationOpen, ReleaseNeeded

from .. import interface
from .harness.answers import check_answer, good_answer
from .harness.arrivals import Arrival
from .harness.bench import Bench, import_module
from .harness.plans import guards_of
from .harness.values import good_arguments
from .test_callbacks import DEFERRED, KINDS, answer, raises, register

PLAN = interface.plan()
REGISTRARS = [f for f in PLAN.every_function if guards_of(f, RegistrationOpen)]
IN_REGISTRIES = [kind for kind in KINDS if kind.registry and kind not in DEFERRED]
# Methods of RestOutput that receive a line break in a part of an HTTP header, and their arguments.
LINE_ENDS: list[Callable[[Any, str], object]] = [
    lambda output, end: output.SetHttpHeader("X-Good", f"1{end}X-Evil: 1"),
    lambda output, end: output.SetHttpHeader(f"X-Good: 1{end}X-Evil", "1"),
    lambda output, end: output.SetCookie("name", f"1{end}X-Evil: 1"),
    lambda output, end: output.SetCookie(f"name=1{end}X-Evil: 1;", "1"),
    lambda output, end: output.AnswerBuffer("x", f"text/plain{end}X-Evil: 1"),
    lambda output, end: output.Redirect(f"/elsewhere{end}X-Evil: 1"),
    lambda output, end: output.SendUnauthorized(f"realm{end}X-Evil: 1"),
    lambda output, end: output.SendMethodNotAllowed(f"GET{end}X-Evil: 1"),
]


@pytest.mark.parametrize("name", [cls.name for cls in PLAN.classes])
def test_a_handle_forged_from_a_number_or_initialised_anew(bench: Bench, name: str) -> None:
    cls = getattr(bench.orthanc, name)
    for arguments in ((0x1000,), (0x1000, False), ("0x1000",)):
        with pytest.raises(TypeError):
            cls(*arguments)

    def body(handle: Any) -> None:
        before = repr(handle)
        for arguments in ((), (0x1000,), (0x1000, False)):
            try:
                handle.__init__(*arguments)
            except TypeError:
                continue
        assert repr(handle) == before
        for attribute in ("pointer", "owned", "__dict__", "__weakref__"):
            with pytest.raises((AttributeError, TypeError)):
                object.__setattr__(handle, attribute, 0x1000)

    bench.lend(name, body)


def test_a_module_imported_anew(bench: Bench) -> None:
    image = bench.orthanc.CreateImage(1, 1, 1)
    again = import_module(Path(bench.orthanc.__file__))
    assert again.Image is bench.orthanc.Image
    assert again.Image.GetImageWidth(image) == image.GetImageWidth()


@pytest.mark.parametrize(
    ("width", "height", "pitch"),
    [
        (1, 1, 2**63),
        (1, 2**63, 1),
        (1, 1, 2**32),
        (1, 2**31, 2**31),
        (2**31, 2**31, 2**31),
        (2**32 - 1, 2**32 - 1, 2**32 - 1),
    ],
)
def test_a_pitch_of_two_to_the_63_and_other_products_that_overflow(
    bench: Bench, width: int, height: int, pitch: int
) -> None:
    for function in ("CreateImageFromBuffer", "CompressPngImage"):
        known = len(bench.core.requests)
        with pytest.raises((OverflowError, ValueError)):
            getattr(bench.orthanc, function)(
                bench.orthanc.PixelFormat.RGBA32, width, height, pitch, bytes(64)
            )
        assert len(bench.core.requests) == known


def test_a_pitch_of_the_core_that_overflows(bench: Bench) -> None:
    for service in ("GetImagePitch", "GetImageHeight", "GetImageWidth"):
        bench.core.on(service, lambda r: r.fill("resultUint32", 2**32 - 1))
    bench.core.on("GetImageBuffer", lambda r: r.fill("resultBuffer", bytes(8)))
    image = bench.orthanc.CreateImage(1, 1, 1)
    with pytest.raises((MemoryError, BufferError)):
        memoryview(image)
    with pytest.raises(MemoryError):
        image.GetImageBuffer()


def registrations(bench: Bench) -> int:
    """Count the requests for a registration."""
    return sum(request.service.startswith("Register") for request in bench.core.requests)


@pytest.mark.parametrize("kind", IN_REGISTRIES, ids=lambda c: c.name)
def test_a_callback_registered_from_within_a_callback(bench: Bench, kind: CallbackPlan) -> None:
    inside = RegistrationOpen(kind.registry)
    own = next(f for f in REGISTRARS if inside in f.call.guards)
    other = next(f for f in REGISTRARS if inside not in f.call.guards)
    refusals: list[str] = []
    answers: list[Any] = []
    arguments = {f.name: [a.python for a in good_arguments(bench, f)] for f in (own, other)}

    def callback(*args: Any, **_: Any) -> Any:
        with pytest.raises(RuntimeError) as caught:
            getattr(bench.orthanc, own.name)(*arguments[own.name])
        refusals.append(str(caught.value))
        getattr(bench.orthanc, other.name)(*arguments[other.name])
        answer(args)
        answers.append(good_answer(bench, kind, arrival))
        return answers[0]

    address = register(bench, kind, callback)
    arrival = Arrival(bench, kind)
    known = registrations(bench)
    result = bench.fire(kind.name, address, *arrival.arguments)
    check_answer(bench, kind, arrival, answers[0], result)
    assert f"orthanc.{own.name}(): callbacks cannot be registered from within a callback of" in refusals[0]
    assert registrations(bench) == known + 1  # from the other registrar
    getattr(bench.orthanc, own.name)(*arguments[own.name])  # the refusal used no slot


def test_a_callback_registered_by_a_thread_for_which_a_callback_waits(bench: Bench) -> None:
    refusals: list[str] = []

    def register_late() -> None:
        with pytest.raises(RuntimeError) as caught:
            bench.orthanc.RegisterOnStoredInstanceCallback(print)
        refusals.append(str(caught.value))
        bench.orthanc.RegisterRestCallback("/other", print)

    def callback(*_: Any) -> None:
        thread = threading.Thread(target=register_late)
        thread.start()
        thread.join()

    address = bench.register("OnStoredInstanceCallback", callback)
    assert bench.fire("OnStoredInstanceCallback", address, bench.core.new_handle(), "id") == 0
    assert "while one waits for this thread" in refusals[0]
    assert len(bench.core.asked("RegisterRestCallbackNoLock")) == 1


def test_a_callback_registered_from_a_deferred_callback(bench: Bench) -> None:
    calls: list[str] = []

    def on_change(*_: Any) -> None:
        bench.orthanc.RegisterRestCallback("/late", print)
        calls.append("registered")

    address = bench.register("OnChangeCallback", on_change)
    bench.fire("OnChangeCallback", address, 0, 0, "id")
    bench.until(lambda: calls or bench.core.log)
    assert calls == ["registered"]


def test_a_callback_registered_twice(bench: Bench) -> None:
    calls: list[Any] = []
    first, second = (bench.register("OnStoredInstanceCallback", lambda *a: calls.append(a)) for _ in range(2))
    again = bench.register("OnStoredInstanceCallback", calls.append)
    assert len({first, second, again}) == 3
    for address in (first, second):
        assert bench.fire("OnStoredInstanceCallback", address, bench.core.new_handle(), "id") == 0
    assert len(calls) == 2


def test_a_move_whose_size_failed_moves_nothing(bench: Bench) -> None:
    moved: list[Any] = []
    size, apply = bench.callback("GetMoveSize"), bench.callback("ApplyMove")
    address = bench.register(size.name, raises(LookupError("no size")))
    arrival = Arrival(bench, size)
    assert bench.fire(size.name, address, *arrival.arguments) == 1
    address = bench.register(apply.name, moved.append)
    assert bench.fire(apply.name, address, *arrival.arguments) != 0
    assert moved == []
    assert "no size" in bench.core.logged("error")


@pytest.mark.parametrize("status", [None, "200", 0, 99, 600, -1, 2**16 + 200, 2**63, 2.5])
def test_a_status_that_is_none(bench: Bench, status: Any) -> None:
    def body(output: Any) -> None:
        for send in (output.SendHttpStatusCode, lambda s: output.SendHttpStatus(s, b"body")):
            with pytest.raises((TypeError, ValueError, OverflowError), match="status"):
                send(status)

    bench.lend("RestOutput", body)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\0"], ids=repr)
def test_a_line_end_in_a_header(bench: Bench, end: str) -> None:
    def body(output: Any) -> None:
        known = len(bench.core.requests)
        for send in LINE_ENDS:
            with pytest.raises(ValueError, match=r"orthanc\.RestOutput\."):
                send(output, end)
        assert len(bench.core.requests) == known

    bench.lend("RestOutput", body)


def test_a_core_that_names_no_release(bench: Bench) -> None:
    bench.core._context.orthancVersion = None
    bench.core.attach()
    function = next(f for f in PLAN.every_function if guards_of(f, ReleaseNeeded) and f.bound_self is None)
    arguments = [argument.python for argument in good_arguments(bench, function)]
    with pytest.raises(bench.orthanc.OrthancException, match="this is an unknown release"):
        getattr(bench.orthanc, function.name)(*arguments)
