"""How Python calls one function of the SDK: arguments, outputs, the call and what it returns."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from orthanc_codegen.ir import Doc, Version


class GilPolicy(enum.StrEnum):
    """What becomes of the GIL during the call."""

    RELEASE = "release"  # other Python threads, and callbacks of the core, run meanwhile
    KEEP = "keep"  # for a call that neither waits nor calls back; data, with its reason


@dataclass(frozen=True, slots=True)
class ArgumentPlan:
    """One argument as Python passes it, and the C++ object that holds it during the call."""

    name: str  # the keyword, ex) "mime_type"
    annotation: str  # in the stub, ex) "str"
    default: str | None  # in the stub and signature, ex) "None"; None when it is required
    doc: str  # ex) "The MIME type of the answer."
    c_names: tuple[str, ...]  # the C parameters that it becomes, ex) ("answer", "answerSize")
    holder: str  # the C++ type, ex) "BufferArgument<std::uint32_t>"
    initializer: str  # what the holder is made with, ex) "enums::kPixelFormat"; "" for nothing
    local: str  # the C++ variable, ex) "in_answer"
    check: str | None  # a further condition once all arguments are converted
    commit: str | None  # a statement once the core has accepted the call, ex) "in_callback.Registered();"
    raises: bool  # the core calls it during this call only, which raises what it raises


@dataclass(frozen=True, slots=True)
class OutputPlan:
    """One value that the core gives back, and the C++ object that holds it."""

    name: str  # ex) "target"
    annotation: str  # in the stub, ex) "bytes"
    doc: str  # ex) "The body of the answer."
    holder: str  # ex) "MemoryBufferResult<OrthancPluginMemoryBuffer>"
    initializer: str  # ex) "enums::kErrorCode"; "" for nothing
    local: str  # ex) "out_target"


@dataclass(frozen=True, slots=True)
class SelfPlan:
    """The handle whose method the function is."""

    class_name: str  # ex) "RestOutput"
    c_name: str  # the C parameter, ex) "output"
    holder: str  # ex) "HandleArgument<OrthancPluginRestOutput>"
    local: str  # ex) "in_output"
    commit: str | None  # a statement once the core has accepted the call, ex) "in_output.MarkAnswered();"


@dataclass(frozen=True, slots=True)
class LimitPlan:
    """An index that must be below what the core counts."""

    local: str  # the C++ variable of the limit, ex) "limit_argument"
    count: str  # C++ that asks for it, ex) "OrthancPluginGetCommandLineArgumentsCount(call.Context())"
    check: str  # the C++ condition, ex) "in_argument.IsBelow(limit_argument, …)"


@dataclass(frozen=True, slots=True)
class CallPlan:
    """The C++ that calls the SDK, as finished expressions."""

    begin: str  # the condition under which the call can be made, ex) "call.Begin()"
    limits: tuple[LimitPlan, ...]  # what the core is asked before
    before: tuple[str, ...]  # statements that run first, also without the GIL
    statement: str  # ex) "call.Returned(OrthancPluginRestApiGet(call.Context(), …));"
    gil: GilPolicy
    checks: tuple[str, ...]  # what has to hold afterwards, as C++, ex) ("call.Succeeded()",)


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """What Python gets."""

    annotation: str  # in the stub, ex) "bytes"
    expression: str  # C++ that makes it, ex) "out_target.ToPython()"
    doc: str  # ex) "The body of the answer."


@dataclass(frozen=True, slots=True)
class FunctionPlan:
    """A function of the module, or a method of a handle class."""

    c_name: str  # ex) "OrthancPluginAnswerBuffer"
    c_signature: str  # without types and context, ex) "OrthancPluginAnswerBuffer(output, answer, …)"
    name: str  # ex) "AnswerBuffer"
    qualified_name: str  # below the module, ex) "RestOutput.AnswerBuffer"
    cpp_name: str  # of the wrapper, ex) "Call_RestOutput_AnswerBuffer"
    since: Version | None
    group: str  # the group of the SDK's documentation, ex) "REST"
    doc: Doc  # of the header, with parameters under their C names
    bound_self: SelfPlan | None  # for methods
    arguments: tuple[ArgumentPlan, ...]
    required: int  # how many arguments have no default
    outputs: tuple[OutputPlan, ...]
    call: CallPlan
    returns: ReturnPlan
