"""The plan of a function: arguments, outputs, the C call and the Python result."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

from orthanc_codegen.ir import Doc, Version
from orthanc_codegen.plan.constants import Constant
from orthanc_codegen.plan.conversions import Handle, Input, Output, Ownership


@dataclass(frozen=True, slots=True)
class ReleasesGil:
    """Other Python threads and callbacks can run during the call."""


@dataclass(frozen=True, slots=True)
class KeepsGil:
    """The call neither waits nor calls back, and takes less time than a release of the GIL."""


@dataclass(frozen=True, slots=True)
class KeepsGilBelow:
    """The call releases the GIL only if an argument has at least this many bytes."""

    argument: str  # its C name, ex) "buffer"
    bytes: int


GilPolicy: TypeAlias = ReleasesGil | KeepsGil | KeepsGilBelow


@dataclass(frozen=True, slots=True)
class ArgumentPlan:
    """One argument as Python passes it."""

    name: str  # the keyword, ex) "mime_type"
    c_name: str  # the first of its C parameters, or another unique name, ex) "mimeType"
    c_names: tuple[str, ...]  # the C parameters that it provides, ex) ("answer", "answerSize")
    conversion: Input
    default: str | None  # in the stub and signature, ex) "None"; None if it is required
    doc: str  # ex) "The MIME type of the answer."


@dataclass(frozen=True, slots=True)
class OutputPlan:
    """One value that the core returns."""

    name: str  # ex) "target"
    c_name: str  # the C parameter, or an unused name for the result, ex) "target"
    conversion: Output
    doc: str  # ex) "The body of the answer."


@dataclass(frozen=True, slots=True)
class SelfPlan:
    """The handle of a method."""

    handle: Handle
    c_name: str  # the C parameter, ex) "output"
    responds: bool = False  # the call responds to the HTTP request


# -- Values of the C parameters ------------------------------------------------------------------------------


class Part(enum.StrEnum):
    """A part of an argument."""

    VALUE = "value"
    DATA = "data"
    SIZE = "size"
    COUNT = "count"
    KEYS = "keys"
    VALUES = "values"


@dataclass(frozen=True, slots=True)
class PassedArgument:
    """An argument, a part of one, or the handle of a method."""

    c_name: str  # of the ArgumentPlan or SelfPlan
    part: Part = Part.VALUE


@dataclass(frozen=True, slots=True)
class PassedOutput:
    """The address of an output."""

    c_name: str  # of the OutputPlan


@dataclass(frozen=True, slots=True)
class PassedMethod:
    """A function that calls a method of the payload, or the payload itself."""

    callback: str  # the Python type, ex) "JobStep"


@dataclass(frozen=True, slots=True)
class PassedRelease:
    """A function that releases the payload."""

    c_callback: str  # ex) "OrthancPluginJobFinalize"
    locks: tuple[str, ...]  # of the core, which may hold them during the release


@dataclass(frozen=True, slots=True)
class PassedConstant:
    """A function that returns a constant."""

    c_callback: str  # ex) "OrthancPluginGetMoveSize"
    constant: Constant


@dataclass(frozen=True, slots=True)
class PassedOutcome:
    """A function that returns the error code that the payload carries."""

    c_callback: str  # ex) "OrthancPluginApplyMove"


@dataclass(frozen=True, slots=True)
class PassedNumber:
    """A number."""

    number: int  # ex) 5


Passed: TypeAlias = (
    PassedArgument
    | PassedOutput
    | PassedMethod
    | PassedRelease
    | PassedConstant
    | PassedOutcome
    | PassedNumber
)

# -- The call ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReleaseNeeded:
    """The running core must be at least of this release."""

    since: Version


@dataclass(frozen=True, slots=True)
class LocksNeeded:
    """The calling thread must not run a callback that the core makes with one of these locks held."""

    locks: tuple[str, ...]  # ex) ("index",)


@dataclass(frozen=True, slots=True)
class RegistrationOpen:
    """The core must not be calling a callback of the same registry, since it holds the registry's lock."""

    registry: int


Guard: TypeAlias = ReleaseNeeded | LocksNeeded | RegistrationOpen


@dataclass(frozen=True, slots=True)
class SdkFunction:
    """A function of the SDK."""

    c_name: str  # ex) "OrthancPluginRestApiGet"


@dataclass(frozen=True, slots=True)
class HandleFunction:
    """A function that callbacks receive with a handle. The call raises if the callback provided none."""

    c_type: str  # ex) "OrthancPluginWebDavCollectionAddFile"
    class_name: str  # ex) "WebDavCollection"
    name: str  # ex) "AddFile"


Callee: TypeAlias = SdkFunction | HandleFunction


@dataclass(frozen=True, slots=True)
class LimitPlan:
    """An index with an upper limit that the core provides."""

    argument: str  # its C name, ex) "argument"
    count: str  # the function that returns the limit, ex) "OrthancPluginGetCommandLineArgumentsCount"


@dataclass(frozen=True, slots=True)
class SingleRegistration:
    """The core refuses the call while it has a registration in the same registry, of any plugin."""

    registry: int
    code: str  # of the refusal, ex) "OrthancPluginErrorCode_Plugin"


class CallResult(enum.StrEnum):
    """The meaning of the C result."""

    NOTHING = "nothing"
    STATUS = "status"  # an error code: success or failure of the call
    OUTPUT = "output"  # the last output


@dataclass(frozen=True, slots=True)
class Raises:
    """An error of the core raises an exception."""


@dataclass(frozen=True, slots=True)
class RaisesUnlessAnswered:
    """An error of the core raises an exception, unless an HTTP server has answered with any status."""

    status: str  # the C name of the output that holds it


@dataclass(frozen=True, slots=True)
class ReturnsCode:
    """An error of the core is returned as its code."""


ErrorPolicy: TypeAlias = Raises | RaisesUnlessAnswered | ReturnsCode


@dataclass(frozen=True, slots=True)
class CallPlan:
    """The C call of a function."""

    callee: Callee
    passed: tuple[Passed, ...]  # after the context, ex) (PassedOutput("target"), PassedArgument("uri"))
    guards: tuple[Guard, ...]
    limits: tuple[LimitPlan, ...]  # checked before the call
    keeps: tuple[str, ...]  # locks that the core holds while this call invokes callbacks
    gil: GilPolicy
    result: CallResult
    errors: ErrorPolicy
    single: SingleRegistration | None = None  # None if the core accepts several, or registers nothing


# -- Results -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReturnsNothing:
    """The function returns None."""


@dataclass(frozen=True, slots=True)
class ReturnsArgument:
    """The function returns its only argument, so that a registration is also a decorator."""


@dataclass(frozen=True, slots=True)
class ReturnsValue:
    """The function returns one output."""

    output: OutputPlan
    found: OutputPlan | None = (
        None  # the output that states whether there is a value; None if there always is
    )


@dataclass(frozen=True, slots=True)
class ReturnsTuple:
    """The function returns several outputs as a named tuple."""

    name: str  # ex) "HttpAnswer"
    outputs: tuple[OutputPlan, ...]  # in the order of its fields
    found: OutputPlan | None = None  # the output that states whether there are values


Returned: TypeAlias = ReturnsNothing | ReturnsArgument | ReturnsValue | ReturnsTuple


@dataclass(frozen=True, slots=True)
class FunctionPlan:
    """A function of the module, or a method of a handle class."""

    c_name: str  # ex) "OrthancPluginAnswerBuffer"
    c_parameters: tuple[str, ...]  # without the context, ex) ("output", "answer", "answerSize", "mimeType")
    name: str  # ex) "AnswerBuffer"
    since: Version | None
    group: str  # in the SDK's documentation, ex) "REST"
    doc: Doc  # from the header; parameters have their C names
    bound_self: SelfPlan | None  # for methods
    arguments: tuple[ArgumentPlan, ...]
    outputs: tuple[OutputPlan, ...]
    call: CallPlan
    returns: Returned

    @property
    def qualified_name(self) -> str:
        """The name within the module, ex) ``RestOutput.AnswerBuffer``."""
        return f"{self.bound_self.handle.name}.{self.name}" if self.bound_self else self.name

    @property
    def required(self) -> int:
        """The number of arguments without a default."""
        return sum(argument.default is None for argument in self.arguments)

    @property
    def consumed(self) -> tuple[str, ...]:
        """The C names of the handles whose ownership passes to the core."""
        handles = [(a.c_name, a.conversion) for a in self.arguments]
        handles += [(self.bound_self.c_name, self.bound_self.handle)] if self.bound_self else []
        return tuple(
            name
            for name, conversion in handles
            if isinstance(conversion, Handle) and conversion.ownership is Ownership.CONSUMED
        )
