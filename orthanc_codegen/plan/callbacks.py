"""The plan of callbacks: arguments of the callable, conversion of its result, failure policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from orthanc_codegen.ir import CType, Doc, Parameter, Version
from orthanc_codegen.plan.constants import Constant, Enumerator
from orthanc_codegen.plan.conversions import Answer, Arrival, BorrowedHandle


@dataclass(frozen=True, slots=True)
class Place:
    """The C location of a value: a parameter of the callback, or a field of the struct it points to."""

    parameter: str  # ex) "request"
    field: str | None = None  # ex) "groups"


# -- Arguments -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OneOf:
    """An enumeration has one of these values."""

    place: Place
    c_enum: str  # ex) "OrthancPluginHttpMethod"
    enumerators: tuple[str, ...]  # ex) ("OrthancPluginHttpMethod_Get",)


@dataclass(frozen=True, slots=True)
class Present:
    """A pointer is not NULL."""

    place: Place


@dataclass(frozen=True, slots=True)
class FromRelease:
    """The running core is at least of this release."""

    since: Version


Condition: TypeAlias = OneOf | Present | FromRelease


@dataclass(frozen=True, slots=True)
class CallbackArgumentPlan:
    """One argument of the callable."""

    name: str  # ex) "groups"
    conversion: Arrival
    places: tuple[Place, ...]  # the value, or keys and values; then their count, if any
    keyword: bool  # passed by name instead of by position
    conditions: tuple[Condition, ...]  # passed only if all hold
    condition_doc: str  # the conditions in words, ex) "only for GET"
    doc: str


# -- Results -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """One value that the callable returns."""

    name: str  # ex) "dimse_status"
    c_name: str  # the C parameter that it fills, or an unused name for the result
    conversion: Answer
    filled: tuple[str, ...]  # the C parameters that it fills; none for the result
    optional: bool  # may be omitted at the end of the tuple
    rejects_none: bool  # bytes are needed, so None raises
    doc: str


@dataclass(frozen=True, slots=True)
class NoResult:
    """The callback returns nothing."""


@dataclass(frozen=True, slots=True)
class Success:
    """The error code of success."""


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """The value that the callable returned, or the first item of its tuple."""


@dataclass(frozen=True, slots=True)
class GivenResult:
    """1 if the only answer is not None, else 0."""


@dataclass(frozen=True, slots=True)
class RefusalResult:
    """1 if the only answer is 0, else 0."""


@dataclass(frozen=True, slots=True)
class KeptDataResult:
    """The bytes that the callable returned, valid until the next call."""


@dataclass(frozen=True, slots=True)
class KeptSizeResult:
    """The number of the bytes that the callable returned."""

    c_type: str  # ex) "uint32_t"


CallbackResult: TypeAlias = (
    NoResult | Success | AnswerResult | GivenResult | RefusalResult | KeptDataResult | KeptSizeResult
)


@dataclass(frozen=True, slots=True)
class RaisedCode:
    """After an exception, the callback returns the exception's error code."""

    silent: bool  # the core ignores the error, so only the log shows it


@dataclass(frozen=True, slots=True)
class FixedFailure:
    """After an exception, the callback returns a fixed result."""

    value: Constant | None  # None for nothing
    silent: bool  # the core can't recognize the failure, so only the log shows it


@dataclass(frozen=True, slots=True)
class CarriedFailure:
    """After an exception, the callback returns a payload whose own callbacks report it."""


FailurePolicy: TypeAlias = RaisedCode | FixedFailure | CarriedFailure


@dataclass(frozen=True, slots=True)
class RunNow:
    """The callable runs while the core waits."""


@dataclass(frozen=True, slots=True)
class RunLater:
    """The callable runs on a thread of the plugin; the core continues immediately."""

    awaited: OneOf | None  # the calls for which the core waits nevertheless


@dataclass(frozen=True, slots=True)
class RunOnce:
    """The callable runs once for two callbacks: the first gets the bytes, the second their number."""

    second: bool  # whether this is the callback for the number


Run: TypeAlias = RunNow | RunLater | RunOnce


@dataclass(frozen=True, slots=True)
class CallbackResultPlan:
    """How the callable runs and how its result is converted."""

    run: Run
    must_respond: str | None  # the C parameter of the HTTP output through which it must respond
    none_code: Enumerator | None  # the error code for None
    answers: tuple[AnswerPlan, ...]  # the values in its result
    stores_on_success: bool  # the outputs are filled only if it returned the error code of success
    success: CallbackResult
    failure: FailurePolicy
    refused: Constant | None  # the result if Python is not running; None for nothing
    doc: str  # ex) "True allows the request, False refuses it."

    @property
    def fewest_answers(self) -> int:
        """The number of answers that the callable must return at least."""
        return sum(not answer.optional for answer in self.answers)


# -- Callbacks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PayloadPlan:
    """The Python object that the core keeps, and which of its methods the callback calls."""

    parameter: str  # ex) "job"
    method: str  # ex) "get_progress"; "" if the object itself is called
    optional: bool  # the object need not have the method


@dataclass(frozen=True, slots=True)
class LockPlan:
    """A lock of the core that could deadlock Python."""

    name: str  # ex) "index"
    guards: str  # what it protects, for errors, ex) "its index"
    reason: str
    until: Version | None  # the first release that no longer holds it during callbacks; None for none


@dataclass(frozen=True, slots=True)
class CallbackPlan:
    """A callback type of the SDK as a Python callable."""

    c_name: str  # ex) "OrthancPluginRestCallback"
    name: str  # ex) "RestCallback"
    since: Version | None
    doc: Doc
    registrar: str  # the Python function that registers it, ex) "RegisterRestCallback"
    c_result: CType
    c_parameters: tuple[Parameter, ...]
    registry: int  # of the core; locked against registrations during the call; 0 for none
    locks: tuple[LockPlan, ...]  # that the core may hold during the call
    slots: int  # maximum number of registered callables; 0 for a method of a payload
    payload: PayloadPlan | None  # None if a slot holds the callable
    about: str | None  # the payload parameter that the callable receives, ex) "moveDriver"
    releases: str | None  # the payload parameter to release after the call, ex) "moveDriver"
    arguments: tuple[CallbackArgumentPlan, ...]
    subject: str | None  # the text parameter to name in the log, ex) "url"
    result: CallbackResultPlan
    single: bool = False  # whether the core refuses a second callable

    @property
    def positional(self) -> int:
        """The number of arguments that are passed by position."""
        return sum(not argument.keyword for argument in self.arguments)

    @property
    def method(self) -> str | None:
        """The name of the method that the callback calls; None if it calls a callable."""
        return self.payload.method if self.payload and self.payload.method else None

    @property
    def gives_bytes(self) -> bool:
        """Whether this is one of two callbacks that return the same bytes."""
        return isinstance(self.result.run, RunOnce)

    @property
    def borrowed(self) -> tuple[CallbackArgumentPlan, ...]:
        """The arguments that are handles, which are invalid after the callback."""
        return tuple(a for a in self.arguments if isinstance(a.conversion, BorrowedHandle))


@dataclass(frozen=True, slots=True)
class ProtocolPlan:
    """The methods that the core calls on a payload."""

    name: str  # ex) "CreateJobJob"
    registrar: str  # the Python function that takes the payload, or the callable that returns it
    methods: tuple[CallbackPlan, ...]
