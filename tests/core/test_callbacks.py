"""Callbacks of every bound type: the arguments of the callable, the results for the core, and the log."""

from __future__ import annotations

import time
from typing import Any, NoReturn

import pytest

from orthanc_codegen.ir import EnumType
from orthanc_codegen.plan import CallbackPlan, Place
from orthanc_codegen.plan.callbacks import AnswerResult, RaisedCode
from orthanc_codegen.plan.conversions import FilledBytes, Flag, NewPayload, StatusCode

from .. import interface
from .harness.answers import check_answer, failing_result, good_answer
from .harness.arrivals import Arrival
from .harness.bench import Bench
from .harness.plans import answer_conversions, is_deferred
from .harness.standin import Request

PLAN = interface.plan()
# Callbacks that the core calls only during the call that takes them.
DURING_A_CALL = [c for c in PLAN.callbacks if not c.registrar.startswith(("Register", "CreateJob"))]
KINDS = [c for c in PLAN.callbacks if c not in DURING_A_CALL]
every_callback = pytest.mark.parametrize("kind", KINDS, ids=lambda c: c.name)
PLUGIN_ERROR = 1  # OrthancPluginErrorCode_Plugin
HUGE = (10**5000, "huge")  # too many digits for str()
DEFERRED = [c for c in KINDS if is_deferred(c)]
RETURNS_CODE = [c for c in KINDS if isinstance(c.result.failure, RaisedCode) and c not in DEFERRED]
RETURNS_FLAG = [
    c for c in KINDS if c.result.success == AnswerResult() and answer_conversions(c) == [Flag("int32_t")]
]
MUST_RETURN_BYTES = [c for c in KINDS if c.result.answers and c.result.answers[0].rejects_none]
MAY_RETURN_CODE = [c for c in KINDS if any(isinstance(made, StatusCode) for made in answer_conversions(c))]
ANY_OBJECT = NewPayload("")
ONE_ANSWER = [c for c in KINDS if len(c.result.answers) == 1 and answer_conversions(c) != [ANY_OBJECT]]


def register(bench: Bench, kind: CallbackPlan, function: Any) -> int:
    return bench.register(kind.name, function, *(["/route"] if kind.name == "RestCallback" else []))


def answer(args: tuple[Any, ...]) -> None:
    """Answer the HTTP request, if there is one."""
    for value in args:
        if type(value).__name__ == "RestOutput":
            value.AnswerBuffer(b"ok", "text/plain")


def choices(bench: Bench, kind: CallbackPlan) -> list[dict[Place, int]]:
    """Return every value of the enumerations that the callback receives, and unknown values."""
    layouts = bench.core.layouts
    members = [(Place(p.name), p.type) for p in layouts.callbacks[kind.c_name].parameters]
    if kind.name == "RestCallback":
        fields = layouts.structs["OrthancPluginHttpRequest"].fields
        members += [(Place("request", field.name), field.type) for field in fields]
    return [{}] + [
        {place: value}
        for place, ctype in members
        if isinstance(ctype, EnumType)
        for value in [*(e.value for e in layouts.enums[ctype.name].enumerators), 77, 2**31 - 1]
    ]


@every_callback
def test_what_the_callable_gets(bench: Bench, kind: CallbackPlan) -> None:
    calls: list[tuple[list[Any], dict[str, Any]]] = []
    answers: list[Any] = []

    def function(*args: Any, **kwargs: Any) -> Any:
        expected_args, expected_kwargs = arrival.expected()
        assert list(args) == expected_args
        assert kwargs == expected_kwargs
        assert [type(a) for a in kwargs.values()] == [type(a) for a in expected_kwargs.values()]
        calls.append((list(args), kwargs))
        answer(args)
        answers.append(good_answer(bench, kind, arrival))
        return answers[-1]

    address = register(bench, kind, function)
    chosen = choices(bench, kind)
    for count, choice in enumerate(chosen, start=1):
        arrival = Arrival(bench, kind, choice)
        result = bench.fire(kind.name, address, *arrival.arguments)
        while len(calls) < count and kind in DEFERRED and not bench.core.log:
            time.sleep(0.001)
        assert bench.core.logged("error") == ""
        if kind not in DEFERRED:
            check_answer(bench, kind, arrival, answers[-1], result)


def fire_failing(bench: Bench, kind: CallbackPlan, address: int) -> None:
    """Call a callback that raises; check the result for the core, and that the log has a line."""
    result = bench.fire(kind.name, address, *Arrival(bench, kind).arguments)
    assert result == (0 if kind in DEFERRED else failing_result(bench, kind))
    bench.until(lambda: bench.core.log)


def raises(error: BaseException | type[BaseException]) -> Any:
    def function(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise error

    return function


EXCEPTIONS = [
    RuntimeError("oh ünï"),
    SystemExit(3),
    KeyboardInterrupt(),
    GeneratorExit(),
    MemoryError(),
    RecursionError("deep"),
    StopIteration(),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
]


@every_callback
@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda e: type(e).__name__)
def test_exceptions(bench: Bench, kind: CallbackPlan, error: BaseException) -> None:
    address = register(bench, kind, raises(error))
    fire_failing(bench, kind, address)
    log = bench.core.logged("error")
    assert f"Error in the Python callback raises.<locals>.function of orthanc.{kind.registrar}()" in log
    assert "Traceback (most recent call last):" in log
    assert type(error).__name__ in log
    if str(error):
        assert str(error) in log
    assert bench.core.log[1:] == []


@pytest.mark.parametrize("kind", RETURNS_CODE, ids=lambda c: c.name)
@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((17, "gone"), 17),
        ((17,), 17),
        ((-5, "x"), -5),
        ((2**31 - 1, "x"), 2**31 - 1),
        ((0, "no error"), PLUGIN_ERROR),
        ((), PLUGIN_ERROR),
        (("17", "text"), PLUGIN_ERROR),
        ((2**31, "large"), PLUGIN_ERROR),
        ((-(2**31) - 1, "small"), PLUGIN_ERROR),
        (HUGE, PLUGIN_ERROR),
        ((1.5, "float"), PLUGIN_ERROR),
        ((None, "none"), PLUGIN_ERROR),
    ],
    ids=lambda v: ascii(v)[:20] if v != HUGE else "huge",
)
def test_orthanc_exceptions(bench: Bench, kind: CallbackPlan, args: tuple[Any, ...], code: int) -> None:
    address = register(bench, kind, raises(bench.orthanc.OrthancException(*args)))
    assert bench.fire(kind.name, address, *Arrival(bench, kind).arguments) == code
    assert "OrthancException" in bench.core.logged("error")


def test_an_enumerator_as_the_code(bench: Bench) -> None:
    error = bench.orthanc.OrthancException(bench.orthanc.ErrorCode.UNKNOWN_RESOURCE, "gone")
    address = bench.register("OnStoredInstanceCallback", raises(error))
    assert (
        bench.fire("OnStoredInstanceCallback", address, bench.core.new_handle(), "id")
        == bench.orthanc.ErrorCode.UNKNOWN_RESOURCE
    )


def test_a_derived_exception(bench: Bench) -> None:
    class Mine(bench.orthanc.OrthancException):  # type: ignore[misc, name-defined]
        pass

    address = bench.register("OnStoredInstanceCallback", raises(Mine(17, "x")))
    assert bench.fire("OnStoredInstanceCallback", address, bench.core.new_handle(), "id") == 17


def test_an_error_of_the_core_goes_through(bench: Bench) -> None:
    bench.core.fail("RestApiGet", 17)
    address = bench.register("OnStoredInstanceCallback", lambda *_: bench.orthanc.RestApiGet("/"))
    assert bench.fire("OnStoredInstanceCallback", address, bench.core.new_handle(), "id") == 17


class Hostile(Exception):
    """An exception whose every method fails."""

    def __str__(self) -> str:
        raise RuntimeError("no text")

    __repr__ = __str__

    @property
    def args(self) -> Any:  # type: ignore[override]
        raise RuntimeError("no arguments")


class HostileCallable:
    """A callable that cannot be described."""

    def __call__(self, *_args: object, **_kwargs: object) -> None:
        raise Hostile

    def __repr__(self) -> str:
        raise RuntimeError("no repr")

    def __getattr__(self, name: str) -> NoReturn:
        raise RuntimeError(f"no {name}")


@every_callback
def test_hostile_exceptions_and_callables(bench: Bench, kind: CallbackPlan) -> None:
    address = register(bench, kind, HostileCallable())
    fire_failing(bench, kind, address)
    assert "Hostile" in bench.core.logged("error")


def test_a_nul_in_the_message_does_not_end_the_log_line(bench: Bench) -> None:
    address = bench.register("OnStoredInstanceCallback", raises(RuntimeError("before\0after")))
    bench.fire("OnStoredInstanceCallback", address, bench.core.new_handle(), "id")
    assert "after" in bench.core.logged("error")


@every_callback
def test_a_callable_of_another_signature(bench: Bench, kind: CallbackPlan) -> None:
    address = register(bench, kind, lambda _a, _b, _c, _d, _e, _f, _g: None)
    fire_failing(bench, kind, address)
    assert "TypeError" in bench.core.logged("error")


def test_a_request_that_is_not_answered(bench: Bench) -> None:
    address = bench.register_rest(lambda *_args, **_kwargs: None)
    assert bench.fire("RestCallback", address, *bench.rest_arguments("/where")) == PLUGIN_ERROR
    log = bench.core.logged("error")
    assert "returned without having answered the request" in log
    assert "/where" in log


@pytest.mark.parametrize(
    "send",
    [
        lambda o: o.AnswerBuffer(b"", "text/plain"),
        lambda o: o.SendHttpStatusCode(404),
        lambda o: o.SendHttpStatus(404, b"gone"),
        lambda o: o.SendMethodNotAllowed("GET"),
        lambda o: o.SendUnauthorized("realm"),
        lambda o: o.Redirect("/elsewhere"),
        lambda o: o.CompressAndAnswerPngImage(1, 1, 1, 1, b"x"),
        lambda o: o.CompressAndAnswerJpegImage(1, 1, 1, 1, b"x", 90),
        lambda o: (o.StartMultipartAnswer("mixed", "text/plain"), o.SendMultipartItem(b"x")),
    ],
)
def test_every_way_to_answer(bench: Bench, send: Any) -> None:
    address = bench.register_rest(lambda output, _uri, **_kwargs: send(output))
    assert bench.fire("RestCallback", address, *bench.rest_arguments()) == 0
    assert bench.core.log == []


def test_an_answer_that_failed_is_none(bench: Bench) -> None:
    def function(output: Any, _uri: str, **_kwargs: Any) -> None:
        with pytest.raises(bench.orthanc.OrthancException):
            output.AnswerBuffer(b"", "text/plain")

    bench.core.fail("AnswerBuffer", 11)
    address = bench.register_rest(function)
    assert bench.fire("RestCallback", address, *bench.rest_arguments()) == PLUGIN_ERROR
    assert "without having answered" in bench.core.logged("error")


@pytest.mark.parametrize("kind", RETURNS_FLAG, ids=lambda c: c.name)
@pytest.mark.parametrize(
    ("value", "result"),
    [(True, 1), (False, 0), (1, 1), (0, 0), (None, -1), ("x", -1), ("", -1), (1.0, -1), ([], -1), (2, 1)],
)
def test_results_of_filters(bench: Bench, kind: CallbackPlan, value: object, result: int) -> None:
    address = register(bench, kind, lambda *_args, **_kwargs: value)
    assert bench.fire(kind.name, address, *Arrival(bench, kind).arguments) == result
    message = (
        f"orthanc.{kind.registrar}(): the callback's return value: must be bool, not {type(value).__name__}"
    )
    assert (message in bench.core.logged("error")) == (result == -1)


@pytest.mark.parametrize("kind", ONE_ANSWER, ids=lambda c: c.name)
def test_answers_of_a_wrong_type(bench: Bench, kind: CallbackPlan) -> None:
    address = register(bench, kind, lambda *_args, **_kwargs: [object()])
    result = bench.fire(kind.name, address, *Arrival(bench, kind).arguments)
    assert result == failing_result(bench, kind)
    assert f"TypeError: orthanc.{kind.registrar}(): the callback's return value: must " in bench.core.logged(
        "error"
    )


@pytest.mark.parametrize("kind", MUST_RETURN_BYTES, ids=lambda c: c.name)
def test_a_callable_that_forgets_to_return_bytes(bench: Bench, kind: CallbackPlan) -> None:
    address = register(bench, kind, lambda *_args, **_kwargs: None)
    assert bench.fire(kind.name, address, *Arrival(bench, kind).arguments) == PLUGIN_ERROR
    message = "the callback's return value: must be a bytes-like object or str, not NoneType"
    assert message in bench.core.logged("error")


@pytest.mark.parametrize("kind", MAY_RETURN_CODE, ids=lambda c: c.name)
def test_no_error_code_is_success(bench: Bench, kind: CallbackPlan) -> None:
    address = register(bench, kind, lambda *_args, **_kwargs: None)
    result = bench.fire(kind.name, address, *Arrival(bench, kind).arguments)
    log = bench.core.logged("error")
    if any(isinstance(conversion, FilledBytes) for conversion in answer_conversions(kind)):
        assert (result, "must have exactly the" in log) == (PLUGIN_ERROR, True)  # the core expects bytes
    else:
        assert (result, log) == (0, "")


def test_a_transcoder_leaves_a_file_to_the_next_one(bench: Bench) -> None:
    kind = next(c for c in KINDS if c.name == "TranscoderCallback")
    address = register(bench, kind, lambda *_args: None)
    result = bench.fire(kind.name, address, *Arrival(bench, kind).arguments)
    assert result == bench.orthanc.ErrorCode.NOT_IMPLEMENTED
    assert bench.core.logged("error") == ""


@pytest.mark.parametrize("kind", DURING_A_CALL, ids=lambda c: c.name)
def test_callbacks_during_a_call(bench: Bench, kind: CallbackPlan) -> None:
    results: list[Any] = []
    answers: list[Any] = []

    def function(*args: Any, **_kwargs: Any) -> Any:
        assert list(args) == arrivals[-1].expected()[0]
        answers.append(good_answer(bench, kind, arrivals[-1]))
        return answers[-1]

    def serve(_request: Request, address: int) -> None:
        arrivals.append(Arrival(bench, kind))
        results.append(bench.fire(kind.name, address, *arrivals[-1].arguments))

    arrivals: list[Arrival] = []
    bench.register_during(kind, function, serve)
    assert len(answers) == 1, bench.core.logged("error")
    check_answer(bench, kind, arrivals[0], answers[0], results[0])
