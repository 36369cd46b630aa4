"""How the core calls Python: what a callable gets, and what its result becomes."""

from __future__ import annotations

from dataclasses import dataclass

from orthanc_codegen.ir import Doc, Version


@dataclass(frozen=True, slots=True)
class CallbackArgumentPlan:
    """One argument that the callable gets."""

    name: str  # ex) "groups"
    annotation: str  # ex) "tuple[str, ...]"
    keyword: bool  # passed by name, otherwise by position
    condition: (
        str | None
    )  # C++; passed only where it holds, ex) "in_request->method == OrthancPluginHttpMethod_Get"
    condition_doc: str  # the same for people, ex) "only for GET"
    doc: str
    to_python: str  # C++ that makes the value, ex) "TextToPython(in_url)"
    statement: str  # C++ that passes it, ex) 'call.Keyword("groups", TextTupleToPython(…));'


@dataclass(frozen=True, slots=True)
class BorrowPlan:
    """A handle that the callback lends to Python."""

    local: str  # ex) "out_output"
    class_name: str  # ex) "RestOutput"
    c_name: str  # C++, ex) "in_output"


@dataclass(frozen=True, slots=True)
class CallbackResultPlan:
    """What the result of the callable becomes."""

    annotation: str  # ex) "None"
    doc: str  # ex) "True allows the request, False refuses it."
    run: tuple[str, ...]  # C++ statements that call the callable and read its result
    success: str  # C++ of the result, ex) "OrthancPluginErrorCode_Success"
    refused: str  # C++ of the result where Python is not running, ex) "OrthancPluginErrorCode_Plugin"


@dataclass(frozen=True, slots=True)
class CallbackPlan:
    """A callback type of the SDK as a Python callable."""

    c_name: str  # ex) "OrthancPluginRestCallback"
    name: str  # ex) "RestCallback"
    since: Version | None
    doc: Doc
    registrar: str  # the Python function by which it is registered, ex) "RegisterRestCallback"
    c_result: str  # ex) "OrthancPluginErrorCode"
    c_parameters: tuple[tuple[str, str], ...]  # type and name, ex) (("const char *", "in_url"),)
    slots: int  # how many may be registered
    borrows: tuple[BorrowPlan, ...]
    arguments: tuple[CallbackArgumentPlan, ...]
    positional: int  # how many arguments go by position
    subject: str  # C++ text that the log names, ex) "in_url"; "nullptr" for none
    result: CallbackResultPlan
