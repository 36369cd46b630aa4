"""Names and types: the spelling of functions, methods, enumerations and errors, and the types of values."""

from __future__ import annotations

import array
import re
from collections.abc import Callable
from typing import Any

import pytest

from orthanc_codegen.ir import (
    CharType,
    Enum,
    Function,
    IntegerType,
    OpaqueType,
    PointerType,
    StructType,
    VoidType,
)
from orthanc_codegen.plan import FunctionPlan

from .. import interface
from ..core.harness.bench import Bench
from ..core.harness.exchange import Exchange
from ..core.harness.values import GoodArgument
from ..core.test_calls import call
from .core_side import answering

HEADER = interface.header()
PLANS = {f.c_name: f for f in interface.plan().every_function}
CONTEXT = 1  # the number of leading parameters that Python does not see
# Scripts use other names for these, which other tests of this folder check, or Python itself replaces them.
OTHERWISE = re.compile(
    r"OrthancPlugin(Free\w+|CreateMemoryBuffer(64)?|RegisterRestCallback(NoLock)?|GetFindQueryTag|"
    r"RegisterIncomingHttpRequestFilter2?|CreateImageAccessor|RegisterMoveCallback2?)"
)


def owner_of(function: Function) -> str | None:
    """Return the opaque type of the first parameter that is not an output."""
    for parameter in function.parameters[CONTEXT:]:
        match parameter.type:
            case PointerType(OpaqueType(name)):
                return name.removeprefix("OrthancPlugin")
            case PointerType(const=False):
                continue  # an output
        return None
    return None


def python_name(function: Function) -> str:
    """Return the name by which scripts call a function."""
    name, owner = function.name.removeprefix("OrthancPlugin"), owner_of(function)
    return name if owner is None else f"{owner}.{name.removeprefix(owner)}"


NAMED = [f for f in HEADER.functions if not OTHERWISE.fullmatch(f.name)]


def test_the_rules_give_the_names_that_scripts_have() -> None:
    names = {python_name(f) for f in NAMED}
    assert {"RestApiGet", "RestOutput.AnswerBuffer", "FindMatcher.IsMatch", "StorageArea.Create"} <= names
    assert {"KeysValuesIterator.Next", "DicomInstance.GetInstanceSize", "Image.GetImageWidth"} <= names
    assert "WorklistQuery.WorklistGetDicomQuery" in names


@pytest.mark.parametrize("function", NAMED, ids=python_name)
def test_functions_and_methods(shared_bench: Bench, function: Function) -> None:
    target: Any = shared_bench.orthanc
    for name in python_name(function).split("."):
        target = getattr(target, name)
    assert callable(target)


@pytest.mark.parametrize(
    "enum", [e for e in HEADER.enums if not e.name.startswith("_")], ids=lambda enum: enum.name
)
def test_enumerations(shared_bench: Bench, enum: Enum) -> None:
    cls = getattr(shared_bench.orthanc, enum.name.removeprefix("OrthancPlugin"))
    for enumerator in (e for e in enum.enumerators if not e.name.startswith("_")):
        word = enumerator.name.removeprefix(f"{enum.name}_")
        member = getattr(cls, re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", word).upper())
        assert member == enumerator.value
        assert hash(member) == hash(enumerator.value)
        assert isinstance(member, int)


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("ChangeType.ORTHANC_STARTED", 10),
        ("InstanceOrigin.DICOM_PROTOCOL", 2),
        ("PixelFormat.RGB24", 4),
        ("ErrorCode.UNKNOWN_RESOURCE", 17),
        ("ErrorCode.NO_CFIND_HANDLER", 2010),
        ("StorageCommitmentFailureReason.REFERENCED_SOPCLASS_NOT_SUPPORTED", 4),
    ],
)
def test_members_that_scripts_have(shared_bench: Bench, member: str, value: int) -> None:
    cls, name = member.split(".")
    assert {value: "found"}[getattr(getattr(shared_bench.orthanc, cls), name)] == "found"


def test_errors(bench: Bench) -> None:
    bench.core.on("GetErrorDescription", answering(target="Unknown resource"))
    bench.core.fail("RestApiGet", 17)
    with pytest.raises(bench.orthanc.OrthancException) as caught:
        bench.orthanc.RestApiGet("/nothing")
    assert caught.value.args == (17, "Unknown resource")
    code, description = caught.value.args
    assert (code, description) == (bench.orthanc.ErrorCode.UNKNOWN_RESOURCE, "Unknown resource")
    assert issubclass(bench.orthanc.OrthancException, Exception)


def buffers_of(function: Function) -> list[str]:
    """Return the parameters that are memory buffers for the core to fill."""
    return [
        p.name
        for p in function.parameters[CONTEXT:]
        if isinstance(p.type, PointerType)
        and isinstance(p.type.pointee, StructType)
        and "MemoryBuffer" in p.type.pointee.name
    ]


def field_of(function: Function, expression: str) -> str:
    assert function.call is not None
    paths = [path for path, value in function.call.assignments if value == expression]
    return paths[0].rpartition(".")[2]


def result_of(bench: Bench, function: Function, field: str, value: Any) -> Any:
    """Call a function while the core fills a field with a value; return the result."""
    assert function.service is not None
    service = function.service.removeprefix("_OrthancPluginService_")
    bench.core.on(service, answering(**{field: value}))
    try:
        return call(bench, PLANS[function.name]).result
    finally:
        bench.core.handlers.clear()


GIVES_BYTES = [f for f in NAMED if buffers_of(f) and len(PLANS[f.name].outputs) == 1]
GIVES_TEXT = [f for f in NAMED if f.result == PointerType(CharType(), const=False)]
LENDS_TEXT = [f for f in NAMED if f.result == PointerType(CharType(), const=True) and f.service]


@pytest.mark.parametrize("function", GIVES_BYTES, ids=python_name)
def test_a_memory_buffer_is_bytes(shared_bench: Bench, function: Function) -> None:
    (target,) = buffers_of(function)
    result = result_of(shared_bench, function, field_of(function, target), b"\0\xff bytes")
    assert (type(result), result) == (bytes, b"\0\xff bytes")


@pytest.mark.parametrize("function", GIVES_TEXT, ids=python_name)
def test_a_char_pointer_is_text(shared_bench: Bench, function: Function) -> None:
    result = result_of(shared_bench, function, field_of(function, "&result"), "tëxt")
    assert (type(result), result) == (str, "tëxt")


@pytest.mark.parametrize("function", LENDS_TEXT, ids=python_name)
def test_a_const_char_pointer_is_text_or_none(shared_bench: Bench, function: Function) -> None:
    field = field_of(function, "&result")
    text = result_of(shared_bench, function, field, "tëxt")
    assert (type(text), text) == (str, "tëxt")
    nothing = result_of(shared_bench, function, field, None)
    if function.name == "OrthancPluginGetErrorDescription":
        assert nothing == "Unknown error code"  # the SDK itself has a text for it
    else:
        assert nothing is None


def sized_pointers(function: Function) -> list[str]:
    """Return the parameters that are followed by their size."""
    pairs = zip(function.parameters, function.parameters[1:], strict=False)
    return [
        first.name
        for first, second in pairs
        if first.type in (PointerType(VoidType(), const=True), PointerType(CharType(), const=True))
        and isinstance(second.type, IntegerType)
        and second.name in (f"{first.name}Size", "size")
    ]


SIZED = [pytest.param(f, name, id=f"{python_name(f)}-{name}") for f in NAMED for name in sized_pointers(f)]
BYTES_LIKE: list[tuple[Callable[[], object], bytes]] = [
    (lambda: b"\0ab\xff", b"\0ab\xff"),
    (lambda: bytearray(b"abc"), b"abc"),
    (lambda: memoryview(b"xabcx")[1:4], b"abc"),
    (lambda: array.array("H", [1, 2]), b"\1\0\2\0"),
    (lambda: "ünï", "ünï".encode()),
    (lambda: None, b""),
]


def test_functions_with_sized_pointers_are_found() -> None:
    found = {p.values[0].name for p in SIZED}  # type: ignore[union-attr]
    assert {
        f"OrthancPlugin{n}" for n in ("AnswerBuffer", "RestApiPost", "ComputeMd5", "SendHttpStatus")
    } <= found


@pytest.mark.parametrize("make", BYTES_LIKE, ids=lambda pair: type(pair[0]()).__name__)
@pytest.mark.parametrize(("function", "name"), SIZED)
def test_a_sized_pointer_takes_anything_like_bytes(
    shared_bench: Bench, function: Function, name: str, make: tuple[Callable[[], object], bytes]
) -> None:
    plan: FunctionPlan = PLANS[function.name]

    def choose(given: list[GoodArgument]) -> tuple[list[Any], dict[str, Any]]:
        return [make[0]() if name in a.expected else a.python for a in given], {}

    exchange = Exchange(shared_bench, plan, call(shared_bench, plan, choose).requests)
    assert (exchange.received(name) or b"") == make[1]


def test_results_of_0_and_1_are_numbers(bench: Bench) -> None:
    instance = bench.orthanc.CreateDicomInstance(b"")
    matcher = bench.orthanc.CreateFindMatcher(b"")
    for value in (0, 1):
        bench.core.on("HasInstanceMetadata", answering(resultInt64=value))
        bench.core.on("FindMatcherIsMatch", answering(isMatch=value))
        results = [instance.HasInstanceMetadata("x"), matcher.IsMatch(b"")]
        assert results == [value, value]
        assert all(isinstance(result, int) and f"{result:d}" == str(value) for result in results)
    assert f"{bench.orthanc.CheckVersion():d}" == "1"


@pytest.mark.parametrize(
    ("release", "enough"),
    [("1.5.6", 0), ("1.5.7", 1), ("1.10.1", 1), ("1.13.0", 1), ("1.99.0", 1), ("mainline", 1)],
)
def test_check_version_asks_for_what_the_plugin_needs(shared_bench: Bench, release: str, enough: int) -> None:
    shared_bench.detach()
    with Bench.set_up(
        shared_bench.orthanc, shared_bench.header, shared_bench.plan, shared_bench.threads, version=release
    ) as other:
        assert other.orthanc.CheckVersion() == enough
    shared_bench.attach()
