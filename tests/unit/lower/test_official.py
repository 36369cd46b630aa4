"""The plan of the official header: nothing lost, and every convention that existing scripts rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.ir import Header
from orthanc_codegen.lower import load_annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import CallbackPlan, FunctionPlan, ModulePlan, Status

from .snippets import functions


@pytest.fixture(scope="module")
def header(official_header: Path) -> Header:
    return parse_header(official_header.read_bytes(), str(official_header))


@pytest.fixture(scope="module")
def module(header: Header) -> ModulePlan:
    return lower(header, load_annotations())


@pytest.fixture(scope="module")
def python(module: ModulePlan) -> dict[str, FunctionPlan]:
    return functions(module)


@pytest.fixture(scope="module")
def callbacks(module: ModulePlan) -> dict[str, CallbackPlan]:
    return {c.registrar: c for c in module.callbacks}


def test_nothing_is_unaccounted_for(header: Header, module: ModulePlan) -> None:
    report = Coverage.of(module)
    assert report.total == 166
    assert [s.name for s in module.functions] == [f.name for f in header.functions]
    assert [s.name for s in module.callback_types] == [c.name for c in header.callbacks]
    assert sum(report.by_status.values()) == report.total
    assert report.by_status[Status.AUTOMATIC] > 105


def test_every_status_but_automatic_has_a_reason(module: ModulePlan) -> None:
    for symbol in (*module.functions, *module.callback_types):
        assert symbol.status is Status.AUTOMATIC or (symbol.reason and symbol.reason.endswith(".")), symbol
        assert bool(symbol.python) is (symbol.status in (Status.AUTOMATIC, Status.ANNOTATED)), symbol


def test_every_annotation_matches_and_is_used(header: Header, module: ModulePlan) -> None:
    annotations = load_annotations()
    statuses = {s.name: s.status for s in (*module.functions, *module.callback_types)}
    notes = {name: note.since for name, note in annotations.functions.items()}
    notes |= {name: note.since for name, note in annotations.callbacks.items()}
    for name, since in notes.items():
        if since <= header.version:
            assert statuses[name] is not Status.AUTOMATIC, name


def test_python_names_are_unique(module: ModulePlan, python: dict[str, FunctionPlan]) -> None:
    named = [name for symbol in module.functions for name in symbol.python]
    assert len(named) == len(set(named))
    lent = {name for symbol in module.callback_types for name in symbol.python if "." in name[8:]}
    closing = {f"orthanc.{c.name}.Close" for c in module.classes if c.free}
    assert {f"orthanc.{name}" for name in python} | closing == set(named) | lent
    types = [e.name for e in module.enums] + [c.name for c in module.classes]
    types += [t.name for t in module.named_tuples]
    assert len(types) == len(set(types))
    assert not set(types) & set(python)


@pytest.mark.parametrize(
    ("name", "arguments", "returns"),
    [
        # Module functions keep the C name without prefix.
        ("RestApiGet", ["uri"], "bytes"),
        ("RestApiPost", ["uri", "body"], "bytes"),
        ("RestApiDelete", ["uri"], "None"),
        ("LogWarning", ["message"], "None"),
        ("LookupStudy", ["study_uid"], "str"),
        ("GetPeers", [], "Peers"),
        # A method keeps the name, without that of its class where it begins with it.
        ("RestOutput.AnswerBuffer", ["answer", "mime_type"], "None"),
        ("RestOutput.SendMethodNotAllowed", ["allowed_methods"], "None"),
        ("RestOutput.Redirect", ["redirection"], "None"),
        ("FindMatcher.IsMatch", ["dicom"], "int"),
        ("DicomInstance.GetInstanceSize", [], "int"),
        ("DicomInstance.GetInstanceSimplifiedJson", [], "str"),
        ("Image.GetImageWidth", [], "int"),
        ("WorklistQuery.WorklistGetDicomQuery", [], "bytes"),
        # A const char* is text or None; a C result of 0 or 1 stays an int.
        ("DicomInstance.GetInstanceRemoteAet", [], "str | None"),
        ("DicomInstance.GetInstanceMetadata", ["metadata"], "str | None"),
        ("DicomInstance.HasInstanceMetadata", ["metadata"], "int"),
        ("CheckVersion", [], "int"),
        # More than the mechanical translation.
        ("LookupDictionary", ["name"], "_DictionaryEntry"),
        ("CreateImageFromBuffer", ["format", "width", "height", "pitch", "buffer"], "Image"),
        ("Image.GetImageBuffer", [], "bytes"),
        ("DicomInstance.GetInstanceData", [], "bytes"),
        ("FindQuery.GetFindQueryTagGroup", ["index"], "int"),
        ("FindQuery.GetFindQueryTagElement", ["index"], "int"),
    ],
)
def test_functions_that_scripts_know(
    name: str, arguments: list[str], returns: str, python: dict[str, FunctionPlan]
) -> None:
    function = python[name]
    assert ([a.name for a in function.arguments], function.returns.annotation) == (arguments, returns)


def test_what_more_than_mechanical_functions_do(module: ModulePlan, python: dict[str, FunctionPlan]) -> None:
    entry = next(d for d in module.dicts if d.name == "DictionaryEntry")
    keys = ["Group", "Element", "ValueRepresentation", "MinMultiplicity", "MaxMultiplicity"]
    assert [k.name for k in entry.keys] == keys
    pixels = python["CreateImageFromBuffer"].arguments[-1]
    assert (pixels.holder, pixels.commit) == ("OwnedPixelsArgument", "out_result.Keep(in_buffer.Keep());")
    assert "CreateImageAccessor" not in python
    measures = " ".join(python["Image.GetImageBuffer"].call.before)
    assert "OrthancPluginGetImagePitch(" in measures
    assert "OrthancPluginGetImageHeight(" in measures
    assert "GetFindQueryTag" not in python


def test_bytes_text_and_none_are_taken_for_sized_pointers(python: dict[str, FunctionPlan]) -> None:
    assert python["RestApiPost"].arguments[1].annotation == "_Bytes"
    assert python["RestOutput.AnswerBuffer"].arguments[0].annotation == "_Bytes"


def test_what_the_header_says_may_be_null_may_be_none(python: dict[str, FunctionPlan]) -> None:
    create = python["CreateDicom"].arguments[1]
    assert (create.name, create.annotation) == ("pixel_data", "Image | None")
    assert [(a.name, a.default) for a in python["HttpGet"].arguments] == [
        ("url", None),
        ("username", "None"),
        ("password", "None"),
    ]


@pytest.mark.parametrize(
    ("enum", "member", "value"),
    [
        ("ChangeType", "ORTHANC_STARTED", 10),
        ("ChangeType", "STABLE_STUDY", 9),
        ("InstanceOrigin", "DICOM_PROTOCOL", 2),
        ("PixelFormat", "RGB24", 4),
        ("ErrorCode", "UNKNOWN_RESOURCE", 17),
        ("ErrorCode", "NO_CFIND_HANDLER", 2010),
        ("HttpMethod", "GET", 1),
    ],
)
def test_members_that_scripts_know(enum: str, member: str, value: int, module: ModulePlan) -> None:
    members = {m.name: m.value for e in module.enums if e.name == enum for m in e.members}
    assert members[member] == value


def test_the_rest_callback(callbacks: dict[str, CallbackPlan], python: dict[str, FunctionPlan]) -> None:
    rest = callbacks["RegisterRestCallback"]
    shown = [(a.name, a.annotation, a.keyword, a.condition_doc) for a in rest.arguments]
    assert shown == [
        ("output", "RestOutput", False, ""),
        ("uri", "str", False, ""),
        ("method", "str", True, ""),
        ("groups", "tuple[str, ...]", True, ""),
        ("headers", "dict[str, str]", True, ""),
        ("get", "dict[str, str]", True, "only for GET"),
        ("body", "bytes", True, "only for POST and PUT"),
    ]
    assert (rest.positional, rest.result.annotation) == (2, "None")
    register = python["RegisterRestCallback"]
    assert register.c_name == "OrthancPluginRegisterRestCallbackNoLock"
    assert [a.name for a in register.arguments] == ["path_regular_expression", "callback"]
    assert "RegisterRestCallbackNoLock" not in python


def test_the_change_callback(callbacks: dict[str, CallbackPlan]) -> None:
    change = callbacks["RegisterOnChangeCallback"]
    assert [(a.annotation, a.keyword) for a in change.arguments] == [
        ("ChangeType", False),
        ("ResourceType", False),
        ("str", False),
    ]


def test_the_stored_instance_callback(callbacks: dict[str, CallbackPlan]) -> None:
    stored = callbacks["RegisterOnStoredInstanceCallback"]
    assert [(a.annotation, a.keyword) for a in stored.arguments] == [("DicomInstance", False), ("str", False)]
    assert [b.class_name for b in stored.borrows] == ["DicomInstance"]


def test_the_filter_of_http_requests(
    callbacks: dict[str, CallbackPlan], python: dict[str, FunctionPlan]
) -> None:
    guard = callbacks["RegisterIncomingHttpRequestFilter"]
    assert [(a.name, a.keyword, a.condition_doc) for a in guard.arguments] == [
        ("uri", False, ""),
        ("method", True, ""),
        ("ip", True, ""),
        ("headers", True, ""),
        ("get", True, "only for GET"),
    ]
    assert (guard.c_name, guard.result.annotation) == ("OrthancPluginIncomingHttpRequestFilter2", "bool")
    register = python["RegisterIncomingHttpRequestFilter"]
    assert register.c_name == "OrthancPluginRegisterIncomingHttpRequestFilter2"
    assert "RegisterIncomingHttpRequestFilter2" not in python


def test_docs_speak_of_python(python: dict[str, FunctionPlan]) -> None:
    texts = [t for f in python.values() for t in (f.returns.doc, *(a.doc for a in f.arguments))]
    for text in texts:
        assert "NULL" not in text
        assert "must be freed" not in text
