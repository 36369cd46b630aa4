"""A callback type as a whole: its registration, its annotations, and types that no rule binds."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.ir import VoidType
from orthanc_codegen.plan import PayloadPlan, Place, Status
from orthanc_codegen.plan.callbacks import FixedFailure, NoResult
from orthanc_codegen.plan.conversions import Callback, Lifetime, OwnObject
from orthanc_codegen.plan.python_types import input_type

from ....headers.bare import function
from ..snippets import functions, notes, plan, symbol
from .declared import ENTRY, callback, declare


def test_its_registration_takes_a_callable() -> None:
    module = plan(declare(""))
    (argument,) = functions(module)["RegisterStrike"].arguments
    assert argument.conversion == Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION)
    assert input_type(argument.conversion) == "_Strike"
    assert symbol(module, "RegisterStrike").status is Status.AUTOMATIC
    assert symbol(module, "Strike").python == ("orthanc.RegisterStrike",)
    strike = callback(module)
    assert (strike.name, strike.c_name, strike.registrar) == (
        "Strike",
        "OrthancPluginStrike",
        "RegisterStrike",
    )
    assert (strike.slots, strike.payload, strike.registry, strike.subject) == (64, None, 1, None)


def test_a_callback_without_result_and_parameters() -> None:
    strike = callback(plan(declare("", "void")))
    assert (strike.c_result, strike.arguments, strike.c_parameters) == (VoidType(), (), ())
    assert (strike.result.success, strike.result.refused) == (NoResult(), None)
    assert strike.result.failure == FixedFailure(None, silent=False)


def test_what_the_annotations_add(tmp_path: Path) -> None:
    text = ENTRY.replace('"r"', '"As scripts know it."') + (
        'slots = 5\nsubject = "path|url"\nresponds = "bell"\n'
        'arguments = [{ source = "bell" }, { source = "path|url" }]\n'
        '[locks.door]\nreason = "r"\nguards = "its door"\ncallbacks = ["OrthancPluginStrike"]\n'
    )
    module = plan(declare("OrthancPluginBell* bell, const char* url, int32_t unused"), notes(text, tmp_path))
    strike = callback(module)
    assert (strike.slots, strike.subject, strike.result.must_respond) == (5, "url", "bell")
    assert [lock.name for lock in strike.locks] == ["door"]
    assert [p.name for p in strike.c_parameters] == ["bell", "url", "unused"]
    assert {at.parameter for a in strike.arguments for at in a.places} == {"bell", "url"}
    assert symbol(module, "RegisterStrike").reason == "As scripts know it."


@pytest.mark.parametrize(
    ("parameters", "result", "reason"),
    [
        ("void* payload", "OrthancPluginErrorCode", "parameter 'payload' of type 'void *'"),
        ("const void* x", "OrthancPluginErrorCode", "the header does not state the size of 'x'"),
        ("const OrthancPluginRequest* x", "OrthancPluginErrorCode", "parameter 'x' of type"),
        ("const char* x", "const char* const*", "result of type 'const char *const *'"),
        ("const char* x", "OrthancPluginVerb", "the annotations name no OrthancPluginVerb for a failure"),
        ("OrthancPluginChunk* x", "void", "no function that creates a OrthancPluginChunk"),
    ],
)
def test_what_no_rule_binds_excludes_the_registration(parameters: str, result: str, reason: str) -> None:
    module = plan(declare(parameters, result))
    for name in ("RegisterStrike", "Strike"):
        excluded = symbol(module, name)
        assert excluded.status is Status.EXCLUDED
        assert reason in (excluded.reason or "")
    assert module.callbacks == ()


def test_a_callback_that_nothing_takes_is_accounted_for() -> None:
    nobody = symbol(plan("typedef void (*OrthancPluginNobody) (const char* text);\n"), "Nobody")
    assert (nobody.status, bool(nobody.reason)) == (Status.EXCLUDED, True)


# -- Payloads ------------------------------------------------------------------------------------------------

_JOB = """
typedef OrthancPluginErrorCode (*OrthancPluginStep) (void* job);
typedef void (*OrthancPluginStop) (void* job, int32_t reason);
typedef void (*OrthancPluginEnd) (void* job);
""" + function("CreateJob", "void* job, OrthancPluginStep step, OrthancPluginStop stop, OrthancPluginEnd end")


def test_methods_of_a_payload(tmp_path: Path) -> None:
    entry = notes(ENTRY.replace("Strike", "Stop") + "optional = true\n", tmp_path)
    module = plan(_JOB, entry)
    step, stop = module.callbacks
    assert step.payload == PayloadPlan("job", "step", optional=False)
    assert stop.payload == PayloadPlan("job", "stop", optional=True)
    assert (step.slots, step.method, stop.method) == (0, "step", "stop")
    assert [a.name for a in stop.arguments] == ["reason"]
    (protocol,) = module.protocols
    assert (protocol.name, protocol.registrar, protocol.methods) == (
        "CreateJobJob",
        "CreateJob",
        (step, stop),
    )
    assert symbol(module, "End").status is Status.RUNTIME


def test_a_payload_that_a_callable_gets_as_an_argument(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}arguments = [{{ source = "driver" }}]\n', tmp_path)
    strike = callback(plan(declare("void* driver"), entry))
    assert (strike.about, strike.releases, strike.payload) == ("driver", None, None)
    (argument,) = strike.arguments
    assert (argument.conversion, argument.places) == (OwnObject(), (Place("driver"),))


def test_a_payload_that_is_given_back_afterwards(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}arguments = [{{ source = "driver" }}]\n', tmp_path)
    strike = callback(plan(declare("void* driver", "void"), entry))
    assert (strike.about, strike.releases) == (None, "driver")
