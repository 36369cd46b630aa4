"""How the core calls Python: by rule, and as the annotations say."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import CallbackPlan, ModulePlan, Status

from ...headers.bare import function
from .snippets import functions, notes, plan, symbol

_SLOT = ("const CallbackSlot&", "slot")  # where the callable is registered

_DECLARED = """
typedef struct _OrthancPluginBell_t OrthancPluginBell;
typedef enum { OrthancPluginVerb_Get = 1, OrthancPluginVerb_Put = 2 } OrthancPluginVerb;
typedef struct {
  OrthancPluginVerb verb; const void* body; uint32_t bodySize;
  uint32_t headersCount; const char* const* headersKeys; const char* const* headersValues;
} OrthancPluginRequest;
typedef struct { void* data; uint32_t size; } OrthancPluginChunk;
"""


def declare(parameters: str, result: str = "OrthancPluginErrorCode") -> str:
    """Declare a callback type with the function by which it is registered."""
    register = function("RegisterStrike", "OrthancPluginStrike callback")
    return f"{_DECLARED}typedef {result} (*OrthancPluginStrike) ({parameters});\n{register}"


def callback(module: ModulePlan) -> CallbackPlan:
    """Take the only callback of a module."""
    (single,) = module.callbacks
    return single


@pytest.mark.parametrize(
    ("parameters", "annotation", "to_python"),
    [
        ("const char* x", "str", "TextToPython(in_x)"),
        ("int64_t x", "int", "IntegerToPython(in_x)"),
        ("uint8_t x", "bool", "PyBool_FromLong(in_x)"),
        ("float x", "float", "PyFloat_FromDouble(in_x)"),
        ("OrthancPluginVerb x", "Verb", "enums::kVerb.ToPython(in_x)"),
        ("const OrthancPluginBell* x", "Bell", "out_x.ToPython()"),
        ("uint32_t xCount, const char* const* x", "list[str]", "TextListToPython(in_xCount, in_x)"),
        ("uint32_t xCount, const uint16_t* x", "list[int]", "IntegerListToPython(in_xCount, in_x)"),
        (
            "uint32_t xCount, const char* const* xKeys, const char* const* xValues",
            "dict[str, str]",
            "TextDictToPython(in_xCount, in_xKeys, in_xValues)",
        ),
        (
            "const void* x, uint64_t size",
            "bytes",
            "BytesToPython(in_x, static_cast<std::uint64_t>(in_size))",
        ),
    ],
)
def test_parameters_become_one_positional_argument(parameters: str, annotation: str, to_python: str) -> None:
    strike = callback(plan(declare(parameters)))
    (argument,) = strike.arguments
    assert (argument.name, argument.annotation, argument.to_python) == ("x", annotation, to_python)
    assert argument.statement == f"call.Positional({to_python});"
    assert (strike.positional, strike.result.annotation) == (1, "None")


def test_a_handle_is_lent() -> None:
    (borrow,) = callback(plan(declare("OrthancPluginBell* bell"))).borrows
    assert (borrow.local, borrow.class_name, borrow.c_name) == ("out_bell", "Bell", "in_bell")


def test_its_registration_takes_a_callable() -> None:
    module = plan(declare(""))
    (argument,) = functions(module)["RegisterStrike"].arguments
    assert (argument.holder, argument.annotation) == ("CallableArgument<Callback_Strike>", "_Strike")
    assert argument.commit == "in_callback.Registered();"
    assert symbol(module, "RegisterStrike").status is Status.AUTOMATIC
    assert symbol(module, "Strike").python == ("orthanc.RegisterStrike",)


def test_a_callback_without_result_and_parameters() -> None:
    strike = callback(plan(declare("", "void")))
    assert (strike.c_result, strike.arguments, strike.cpp_parameters) == ("void", (), (_SLOT,))
    assert (strike.result.success, strike.result.refused) == ("", "")


def test_parameters_without_names_get_some() -> None:
    strike = callback(plan(declare("const char*, int32_t")))
    assert [a.name for a in strike.arguments] == ["argument1", "argument2"]
    assert strike.cpp_parameters == (_SLOT, ("const char *", "in_argument1"), ("int32_t", "in_argument2"))


@pytest.mark.parametrize(
    ("parameters", "result", "reason"),
    [
        ("void* payload", "OrthancPluginErrorCode", "parameter 'payload' of type 'void *'"),
        ("const void* x", "OrthancPluginErrorCode", "the header does not tell the size of 'x'"),
        ("const OrthancPluginRequest* x", "OrthancPluginErrorCode", "parameter 'x' of type"),
        ("const char* x", "const char* const*", "result of type 'const char *const *'"),
        ("const char* x", "OrthancPluginVerb", "which OrthancPluginVerb stands for a failure"),
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


_ENTRY = """
[callbacks.OrthancPluginStrike]
since = "1.0.0"
reason = "As scripts know it."
slots = 5
subject = "path|url"
answers = "bell"
arguments = [
  { source = "path|url", name = "uri" },
  { source = "bell" },
  { source = "request.verb", name = "method", keyword = true, text = true },
  { source = "request.headers", keyword = true },
  { source = "request.body", keyword = true, only = CONDITION },
]
""".replace("CONDITION", '{ of = "request.verb", when = ["OrthancPluginVerb_Put"] }')
_PARAMETERS = "OrthancPluginBell* bell, const char* url, const OrthancPluginRequest* request, int32_t unused"


def test_the_annotations_order_and_name_arguments(tmp_path: Path) -> None:
    module = plan(declare(_PARAMETERS), notes(_ENTRY, tmp_path))
    strike = callback(module)
    shown = [(a.name, a.annotation, a.keyword, a.condition) for a in strike.arguments]
    assert shown == [
        ("uri", "str", False, None),
        ("bell", "Bell", False, None),
        ("method", "str", True, None),
        ("headers", "dict[str, str]", True, None),
        ("body", "bytes", True, "in_request->verb == OrthancPluginVerb_Put"),
    ]
    assert strike.arguments[2].to_python == "enums::kVerb.NameToPython(in_request->verb)"
    assert strike.arguments[4].condition_doc == "only for PUT"
    assert (strike.positional, strike.slots, strike.subject) == (2, 5, "in_url")
    assert strike.cpp_parameters[-1] == ("int32_t", "/*unused*/")
    assert any("out_bell.Answered()" in statement for statement in strike.result.run)
    assert symbol(module, "RegisterStrike").reason == "As scripts know it."


_TUPLES = """
    [callbacks.OrthancPluginStrike]
    since = "1.0.0"
    reason = "r"
    arguments = [{ source = "SOURCE", as_tuple = true }]
"""


@pytest.mark.parametrize(("array", "item"), [("const char* const*", "str"), ("const uint16_t*", "int")])
def test_an_array_may_be_a_tuple(array: str, item: str, tmp_path: Path) -> None:
    declared = declare(f"uint32_t xCount, {array} x")
    (argument,) = callback(plan(declared, notes(_TUPLES.replace("SOURCE", "x"), tmp_path))).arguments
    kind = {"str": "Text", "int": "Integer"}[item]
    assert argument.annotation == f"tuple[{item}, ...]"
    assert argument.to_python == f"TupleOf({kind}ListToPython(in_xCount, in_x))"


def test_only_an_array_may_be_a_tuple(tmp_path: Path) -> None:
    module = plan(declare("const char* x"), notes(_TUPLES.replace("SOURCE", "x"), tmp_path))
    assert "'x' is not an array" in (symbol(module, "RegisterStrike").reason or "")


def test_an_argument_by_position_is_always_there(tmp_path: Path) -> None:
    """Refuse a positional field that only newer cores have, even without a condition in the annotations."""
    newer = 'bodySize __attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK 1.12.9")));'
    declared = declare("const OrthancPluginRequest* x").replace("bodySize;", newer)
    entry = _TUPLES.replace("SOURCE", "x.body").replace(", as_tuple = true", "")
    module = plan(declared, notes(entry, tmp_path))
    reason = symbol(module, "RegisterStrike").reason or ""
    assert "'body' is passed by position, but only from Orthanc 1.12.9 on" in reason
    by_name = entry.replace('"x.body"', '"x.body", keyword = true')
    (argument,) = callback(plan(declared, notes(by_name, tmp_path))).arguments
    assert argument.condition == "Core::Has(Release{1, 12, 9})"
    declared = declared.replace(
        "typedef OrthancPluginErrorCode (*OrthancPluginStrike)",
        '__attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK 1.12.9"))) '
        "typedef OrthancPluginErrorCode (*OrthancPluginStrike)",
    )
    (argument,) = callback(plan(declared, notes(entry, tmp_path))).arguments
    assert argument.condition is None  # every core that makes the call has the field


def test_a_flag_as_a_result(tmp_path: Path) -> None:
    entry = """
        [callbacks.OrthancPluginStrike]
        since = "1.0.0"
        reason = "r"
        result = { doc = "True allows." }
    """
    result = callback(plan(declare("const char* x", "int32_t"), notes(entry, tmp_path))).result
    assert (result.annotation, result.success, result.refused) == ("bool", "out_result.Get()", "-1")
    assert any("return -1;" in statement for statement in result.run)


_ANSWER = """
[callbacks.OrthancPluginStrike]
since = "1.0.0"
reason = "r"
result = RESULT
"""


@pytest.mark.parametrize(
    ("result", "holder", "annotation"),
    [
        ("{}", "RequiredAnswer<AllocatedAnswer>", "Buffer | str"),
        ('{ none = "OrthancPluginErrorCode_Success" }', "AllocatedAnswer", "_Bytes"),
    ],
)
def test_bytes_must_be_returned_unless_none_says_something(
    result: str, holder: str, annotation: str, tmp_path: Path
) -> None:
    declared = declare("void** x, int64_t* size")
    strike = callback(plan(declared, notes(_ANSWER.replace("RESULT", result), tmp_path)))
    (answer,) = strike.result.answers
    assert (answer.holder, strike.result.annotation) == (holder, annotation)
    assert any("== Py_None) return" in statement for statement in strike.result.run) == ("none" in result)


def test_text_that_becomes_a_header_is_checked(tmp_path: Path) -> None:
    create = function("CreateChunk", "OrthancPluginChunk* target, uint32_t size")
    entry = _ANSWER.replace("result = RESULT", 'headers = ["x"]')
    module = plan(declare("int32_t* y, OrthancPluginChunk* x") + create, notes(entry, tmp_path))
    shown = [(a.holder.split("<")[0], a.annotation) for a in callback(module).result.answers]
    assert shown[1] == ("HeaderAnswer", "str | None")


def test_a_payload_may_carry_the_failure(tmp_path: Path) -> None:
    entry = notes(_ANSWER.replace("RESULT", "{ carried = true }"), tmp_path)
    result = callback(plan(declare("const char* x", "void*"), entry)).result
    assert (result.failure, result.refused) == ("return call.FailedPayload();", "nullptr")
    module = plan(declare("const char* x", "int32_t"), entry)
    assert "no payload that could carry a failure" in (symbol(module, "RegisterStrike").reason or "")


_DRIVEN = """
typedef void* (*OrthancPluginStrike) (const char* x);
typedef RESULT (*OrthancPluginApply) (void* driver);
typedef void (*OrthancPluginEnd) (void* driver);
""" + function("RegisterStrike", "OrthancPluginStrike strike, OrthancPluginApply apply, OrthancPluginEnd end")
_OUTCOME = """
[functions.OrthancPluginRegisterStrike]
since = "1.0.0"
reason = "r"
parameters.apply.constant = "outcome"
parameters.end.constant = "release"
"""


def test_a_callback_may_report_the_failure_of_its_payload(tmp_path: Path) -> None:
    entry = notes(_OUTCOME, tmp_path)
    register = functions(plan(_DRIVEN.replace("RESULT", "OrthancPluginErrorCode"), entry))["RegisterStrike"]
    assert [a.name for a in register.arguments] == ["strike"]
    assert "&PayloadOutcome<OrthancPluginApply>::Call" in register.call.statement
    module = plan(_DRIVEN.replace("RESULT", "int32_t"), entry)
    reason = symbol(module, "RegisterStrike").reason or ""
    assert "OrthancPluginApply, which can't return the error code of a payload" in reason


def test_what_none_stands_for_must_be_an_error_code(tmp_path: Path) -> None:
    entry = _ANSWER.replace("RESULT", '{ none = "OrthancPluginVerb_Get" }')
    module = plan(declare("const char* x"), notes(entry, tmp_path))
    assert "'OrthancPluginVerb_Get'" in (symbol(module, "RegisterStrike").reason or "")


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("request.verb", "demand.verb", "no struct 'demand'"),
        ("request.headers", "request.footers", "'footers'"),
        ("OrthancPluginVerb_Put", "OrthancPluginVerb_Post", "no enumerator OrthancPluginVerb_Post"),
        ('of = "request.verb"', 'of = "request.body"', "'request.body'"),
    ],
)
def test_an_entry_that_does_not_fit_is_reported(before: str, after: str, reason: str, tmp_path: Path) -> None:
    module = plan(declare(_PARAMETERS), notes(_ENTRY.replace(before, after), tmp_path))
    assert reason in (symbol(module, "RegisterStrike").reason or "")
