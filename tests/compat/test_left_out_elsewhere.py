"""Functions and callbacks that other Python plugins lack: each one is called."""

from __future__ import annotations

import re
from typing import Any

import pytest

from orthanc_codegen.ir import CallbackType
from orthanc_codegen.plan import CallbackPlan

from .. import interface
from ..core.harness.answers import check_answer, good_answer
from ..core.harness.arrivals import Arrival
from ..core.harness.bench import Bench
from ..core.harness.exchange import Exchange
from ..core.harness.standin import Request
from ..core.test_calls import call

HEADER = interface.header()
PLAN = interface.plan()
NAMES = [
    "RestApiGet2",
    "CallRestApi",
    "HttpClient",
    "CallPeerApi",
    "ChunkedHttpClient",
    "RegisterChunkedRestCallback",
    "SendMultipartItem2",
    "CreateJob",
    "CreateJob2",
    "RegisterJobsUnserializer",
    "RegisterRefreshMetricsCallback",
    "RegisterDecodeImageCallback",
    "RegisterTranscoderCallback",
    "EncodeDicomWebJson",
    "EncodeDicomWebJson2",
    "EncodeDicomWebXml",
    "EncodeDicomWebXml2",
    "GetInstanceDicomWebJson",
    "GetInstanceDicomWebXml",
    "RegisterIncomingDicomInstanceFilter",
    "RegisterStorageArea2",
    "RegisterWebDavCollection",
    "RegisterDatabaseBackendV4",
    "AdoptDicomInstance",
    "RegisterHttpAuthentication",
    "RegisterAuditLogHandler",
]
RELEASE = re.compile("Free|Finalize")  # callbacks that Python does not see: they free an object


def callbacks_of(name: str) -> list[str]:
    """Return the callback types that a function of the SDK takes."""
    function = next(f for f in HEADER.functions if f.name == f"OrthancPlugin{name}")
    return [p.type.name for p in function.parameters if isinstance(p.type, CallbackType)]


CALLBACKS = sorted({c for name in NAMES for c in callbacks_of(name) if not RELEASE.search(c)})


@pytest.mark.parametrize("name", NAMES)
def test_the_function_is_called(shared_bench: Bench, name: str) -> None:
    (function,) = (f for f in PLAN.every_function if f.c_name == f"OrthancPlugin{name}")
    outcome = call(shared_bench, function)
    exchange = Exchange(shared_bench, function, outcome.requests)
    exchange.check_received(outcome.arguments, outcome.handle)
    exchange.check_returned(outcome.result)


@pytest.mark.parametrize("c_name", CALLBACKS)
def test_the_callback_is_fired(bench: Bench, c_name: str) -> None:
    (kind,) = (c for c in PLAN.callbacks if c.c_name == c_name)
    arrivals: list[Arrival] = []
    answers: list[Any] = []

    def function(*args: Any, **kwargs: Any) -> Any:
        assert (list(args), kwargs) == arrivals[-1].expected()
        for value in args:
            if type(value).__name__ == "RestOutput":
                value.AnswerBuffer(b"ok", "text/plain")
        answers.append(good_answer(bench, kind, arrivals[-1]))
        return answers[-1]

    def serve(_request: Request | None, address: int) -> None:
        arrivals.append(Arrival(bench, kind))
        result = bench.fire(kind.name, address, *arrivals[-1].arguments)
        assert len(answers) == 1, bench.core.logged("error")
        check_answer(bench, kind, arrivals[-1], answers[0], result)

    fire(bench, kind, function, serve)
    assert len(answers) == 1


def fire(bench: Bench, kind: CallbackPlan, function: Any, serve: Any) -> None:
    """Register a callable and let the core call it, at once or during the call that takes it."""
    if kind.registrar.startswith(("Register", "CreateJob")):
        serve(None, bench.register(kind.name, function))
    else:
        bench.register_during(kind, function, serve)
