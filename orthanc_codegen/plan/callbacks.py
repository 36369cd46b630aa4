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
    statement: str  # C++ that passes it, ex) 'call.Keyword("groups", TupleOf(TextListToPython(…)));'


@dataclass(frozen=True, slots=True)
class BorrowPlan:
    """A handle that the callback lends to Python."""

    local: str  # ex) "out_output"
    class_name: str  # ex) "RestOutput"
    c_name: str  # C++, ex) "in_output"
    functions: tuple[
        str, ...
    ]  # of the core, lent with it: C++, in the order of the class, ex) ("in_addFile",)


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """One value that the callable returns, and the C++ object that holds it."""

    name: str  # ex) "dimse_status"
    annotation: str  # ex) "int"
    doc: str
    holder: str  # ex) "IntegerArgument<std::uint16_t>"
    initializer: str  # what the holder is made with, ex) "enums::kJobStepStatus"; "" for nothing
    local: str  # ex) "out_dimseStatus"
    optional: bool  # may be left out at the end of the tuple
    store: str | None  # C++ condition that hands it to the core, ex) "out_target.Store(in_target)"


@dataclass(frozen=True, slots=True)
class CallbackResultPlan:
    """What the result of the callable becomes."""

    annotation: str  # ex) "None"
    doc: str  # ex) "True allows the request, False refuses it."
    run: tuple[str, ...]  # C++ statements that call the callable
    answers: tuple[AnswerPlan, ...]  # what its result is taken apart into
    failure: str  # C++ statement for an exception, ex) "return call.Failed();"
    success: str  # C++ of the result, ex) "OrthancPluginErrorCode_Success"
    refused: str  # C++ of the result where Python is not running, ex) "OrthancPluginErrorCode_Plugin"

    @property
    def required(self) -> int:
        """How many answers have to be there."""
        return sum(not answer.optional for answer in self.answers)


@dataclass(frozen=True, slots=True)
class PayloadPlan:
    """The Python object that the core keeps for the script, and what of it is called."""

    expression: str  # C++ of the pointer, ex) "in_job"
    method: str  # ex) "get_progress"; "" where the object is the callable
    optional: bool  # the object need not have the method


@dataclass(frozen=True, slots=True)
class LockPlan:
    """A lock of the core on which Python could wait for itself."""

    cpp_name: str  # ex) "kIndex"
    guards: str  # as an error names it, ex) "its index"
    reason: str
    until: Version | None  # the first release that no longer holds it as it waits for Python; None for never


@dataclass(frozen=True, slots=True)
class CallbackPlan:
    """A callback type of the SDK as a Python callable."""

    c_name: str  # ex) "OrthancPluginRestCallback"
    name: str  # ex) "RestCallback"
    cpp_name: str  # of the C++ struct, ex) "Callback_RestCallback"
    since: Version | None
    doc: Doc
    registrar: str  # the Python function by which it is registered, ex) "RegisterRestCallback"
    c_result: str  # ex) "OrthancPluginErrorCode"
    cpp_parameters: tuple[tuple[str, str], ...]  # type and name, ex) (("const char *", "in_url"),)
    registry: int  # which of the core's; while it calls this, none can be registered there; 0 for none
    locks: tuple[LockPlan, ...]  # that the core may hold meanwhile
    slots: int  # how many may be registered; 0 for a method of a payload
    payload: PayloadPlan | None  # None where a slot has the callable
    about: str | None  # C++ of the payload that the callable gets as an argument, ex) "in_moveDriver"
    releases: str | None  # C++ of the payload that is given back afterwards, ex) "in_moveDriver"
    borrows: tuple[BorrowPlan, ...]
    arguments: tuple[CallbackArgumentPlan, ...]
    positional: int  # how many arguments go by position
    subject: str  # C++ text that the log names, ex) "in_url"; "nullptr" for none
    result: CallbackResultPlan


@dataclass(frozen=True, slots=True)
class ProtocolPlan:
    """The methods of the objects that a script gives to the core as payloads."""

    name: str  # ex) "CreateJobJob"
    registrar: str  # the Python function that takes such an object, or the callable that makes one
    methods: tuple[CallbackPlan, ...]
