"""The callee of a function, the guards of its call, and its error policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.ir import Version
from orthanc_codegen.lower.index import OLDEST_CORE
from orthanc_codegen.plan import KeepsGil, KeepsGilBelow, LimitPlan, ReleasesGil, Status
from orthanc_codegen.plan.functions import (
    HandleFunction,
    PassedArgument,
    PassedNumber,
    Raises,
    RaisesUnlessAnswered,
    RegistrationOpen,
    ReleaseNeeded,
    ReturnsCode,
    SdkFunction,
)
from orthanc_codegen.sdk import default_release

from ...headers.bare import function
from .snippets import BELL, functions, notes, only, plan, symbol

_ENTRY = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "r"\n'
_LOOKER = "typedef OrthancPluginErrorCode (*OrthancPluginLooker)(const char* name);\n"


# -- Errors --------------------------------------------------------------------------------------------------


def test_the_core_has_to_succeed(tmp_path: Path) -> None:
    declaration = function("Ring", "int32_t x")
    assert only(plan(declaration)).call.errors == Raises()
    assert only(plan(declaration, notes(f"{_ENTRY}raises = false\n", tmp_path))).call.errors == ReturnsCode()


def test_a_status_of_http_is_an_answer() -> None:
    errors = only(plan(function("Fetch", "uint16_t* httpStatus"))).call.errors
    assert errors == RaisesUnlessAnswered("httpStatus")


def test_whether_others_run_meanwhile(tmp_path: Path) -> None:
    kept = '[gil.few]\nreason = "It is quick."\nfunctions = ["OrthancPluginRing"]\n'
    declaration = function("Ring", "const void* data, uint32_t size")
    assert only(plan(declaration)).call.gil == ReleasesGil()
    assert only(plan(declaration, notes(kept, tmp_path))).call.gil == KeepsGil()
    below = only(plan(declaration, notes(f"{kept}bytes = 10\n", tmp_path))).call.gil
    assert below == KeepsGilBelow("data", 10)


def test_a_limit_of_bytes_needs_one_argument_of_bytes(tmp_path: Path) -> None:
    kept = '[gil.few]\nreason = "It is quick."\nfunctions = ["OrthancPluginRing"]\nbytes = 10\n'
    reason = symbol(plan(function("Ring", "int32_t x"), notes(kept, tmp_path)), "Ring").reason
    assert "limits its bytes, but it has 0 arguments of bytes" in (reason or "")


# -- Guards --------------------------------------------------------------------------------------------------


def _since(release: str) -> str:
    annotate = f'__attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK {release}"))) '
    return annotate + function("Ring", "int32_t x")


def test_a_function_that_an_old_server_lacks_needs_a_release() -> None:
    assert only(plan(_since("1.12.9"))).call.guards == (ReleaseNeeded(Version(1, 12, 9)),)
    assert only(plan(_since(str(OLDEST_CORE)))).call.guards == ()
    assert only(plan(function("Ring", "int32_t x"))).call.guards == ()


def test_a_registration_needs_its_registry() -> None:
    register = only(plan(_LOOKER + function("RegisterLooker", "OrthancPluginLooker looker")))
    assert register.call.guards == (RegistrationOpen(1),)
    assert only(plan(_LOOKER + function("Look", "OrthancPluginLooker looker"))).call.guards == ()


def test_a_function_that_comes_with_a_handle_needs_nothing_else() -> None:
    declarations = BELL + (
        "typedef OrthancPluginErrorCode (*OrthancPluginBellRing) (OrthancPluginBell* bell, int32_t times);\n"
        "typedef OrthancPluginErrorCode (*OrthancPluginStrike) "
        "(OrthancPluginBell* bell, OrthancPluginBellRing ring);\n"
    )
    module = plan(declarations + function("RegisterStrike", "OrthancPluginStrike strike"))
    ring = functions(module)["Bell.Ring"]
    assert ring.call.callee == HandleFunction("OrthancPluginBellRing", "Bell", "Ring")
    assert ring.call.guards == ()
    assert (ring.call.gil, ring.c_name) == (KeepsGil(), "OrthancPluginBellRing")
    assert ring.call.passed == (PassedArgument("bell"), PassedArgument("times"))
    (bell,) = module.classes
    assert bell.functions == (("OrthancPluginBellRing", "Ring"),)


def test_a_function_that_comes_with_a_handle_and_that_no_rule_binds_has_a_reason() -> None:
    declarations = BELL + (
        "typedef OrthancPluginErrorCode (*OrthancPluginBellTune) (OrthancPluginBell* bell, void** tuning);\n"
        "typedef OrthancPluginErrorCode (*OrthancPluginStrike) "
        "(OrthancPluginBell* bell, OrthancPluginBellTune tune);\n"
    )
    module = plan(declarations + function("RegisterStrike", "OrthancPluginStrike strike"))
    tune = symbol(module, "BellTune")
    assert (tune.status, tune.python) == (Status.EXCLUDED, ())
    assert tune.reason == "No rule binds its parameter 'tuning' of type 'void **'."


def test_an_index_has_to_be_below_what_the_core_counts(tmp_path: Path) -> None:
    entry = notes(f'{_ENTRY}parameters.at.below = "OrthancPluginCount"\n', tmp_path)
    declared = function("Ring", "uint32_t at") + function("Count", result="uint32_t")
    ring = functions(plan(declared, entry))["Ring"]
    assert ring.call.limits == (LimitPlan("at", "OrthancPluginCount"),)


# -- Delegates -----------------------------------------------------------------------------------------------

_DELEGATE = f"""{_ENTRY}
delegate = {{ function = "OrthancPluginRingFor", arguments = ["3", "-4"] }}
"""


def test_another_function_is_called_with_constants(tmp_path: Path) -> None:
    declarations = function("Ring", "int32_t x") + function("RingFor", "int32_t x, int32_t y, uint8_t z")
    ring = functions(plan(declarations, notes(_DELEGATE, tmp_path)))["Ring"]
    assert ring.call.callee == SdkFunction("OrthancPluginRingFor")
    assert ring.call.passed == (PassedArgument("x"), PassedNumber(3), PassedNumber(-4))
    assert [argument.name for argument in ring.arguments] == ["x"]


@pytest.mark.parametrize(
    "delegate",
    [
        "",
        function("RingFor", "int32_t x, int32_t y"),
        function("RingFor", "uint32_t x, int32_t y, int32_t z"),
        function("RingFor", "int32_t x, int32_t y, const char* z"),
        function("RingFor", "int32_t x, int32_t y, int32_t z").replace("ErrorCode", "ErrorCode*"),
    ],
)
def test_another_function_must_take_and_return_the_same(delegate: str, tmp_path: Path) -> None:
    module = plan(function("Ring", "int32_t x") + delegate, notes(_DELEGATE, tmp_path))
    assert "OrthancPluginRingFor" in (symbol(module, "Ring").reason or "")
    assert symbol(module, "Ring").python == ()


@pytest.mark.parametrize("release", [str(OLDEST_CORE), "1.10.1", default_release()])
def test_the_version_is_compared_with_that_of_the_oldest_server(release: str) -> None:
    check = functions(pipeline.plan_for(pipeline.load(release).header))["CheckVersion"]
    oldest = (OLDEST_CORE.major, OLDEST_CORE.minor, OLDEST_CORE.revision)
    assert check.call.callee == SdkFunction("OrthancPluginCheckVersionAdvanced")
    assert check.call.passed == tuple(PassedNumber(number) for number in oldest)
    assert str(OLDEST_CORE) in check.doc.brief
