"""The facts about the module that the checks need: dates, callbacks, handles. Derived from the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from orthanc_codegen.ir import Version
from orthanc_codegen.plan import (
    CallbackArgumentPlan,
    CallbackPlan,
    ClassPlan,
    FunctionPlan,
    ModulePlan,
    ProtocolPlan,
)
from orthanc_codegen.plan.callbacks import FromRelease, RefusalResult, RunLater
from orthanc_codegen.plan.conversions import BorrowedHandle, Callback, Handle, NewPayload, Payload
from orthanc_codegen.plan.functions import RegistrationOpen, ReturnsArgument, ReturnsValue
from orthanc_codegen.plan.types import Container, Sequence

# The C parameters of a function that compares the running server with a release.
_PARTS_OF_A_RELEASE: Final = ("expectedMajor", "expectedMinor", "expectedRevision")


@dataclass(frozen=True, slots=True)
class CallbackParameter:
    """An argument that a callable receives."""

    name: str
    keyword: bool  # passed by name
    condition: str  # when it is passed, in words; "" for always
    handle: str | None  # the class of a handle that closes when the callable returns
    since: Version | None  # the release that passes it first, if newer than the callback


@dataclass(frozen=True, slots=True)
class CallbackShape:
    """A callable, or a method of an object, that the core calls."""

    name: str  # ex) "RestCallback", or the method of a protocol, ex) "step"
    registry: int  # locked against registrations during the call; 0 for none
    parameters: tuple[CallbackParameter, ...]
    makes: str | None  # the protocol of the object that it returns
    refusal: str = ""  # what it must return, if that is 0 to accept or a number to refuse


@dataclass(frozen=True, slots=True)
class Protocol:
    """The methods that the core calls on an object of the script."""

    name: str  # ex) "CreateJobJob"
    methods: tuple[CallbackShape, ...]
    required: frozenset[str]  # names of methods


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the module, or a method of a handle."""

    name: str  # ex) "RestOutput.AnswerBuffer"
    since: Version | None
    parameters: tuple[str, ...]
    callables: Mapping[str, str]  # parameters that take callables, with the name of the callback
    protocols: Mapping[str, str]  # parameters that take objects, with the protocol of their methods
    registry: int  # that it registers with; 0 for none
    decorates: bool  # it returns its only argument
    result: str | None  # the class of the handle that it returns
    checks_release: bool  # compares the running server with the release in its arguments


@dataclass(frozen=True, slots=True)
class Class:
    """A class of handles."""

    name: str
    methods: Mapping[str, Function]
    item: str | None  # the class of the handles that it contains


@dataclass(frozen=True, slots=True)
class Interface:
    """The module ``orthanc`` of one SDK."""

    oldest: Version  # the oldest release that the plugin supports
    functions: Mapping[str, Function]
    classes: Mapping[str, Class]
    enums: Mapping[str, Mapping[str, Version | None]]  # the enumerators with their dates
    callbacks: Mapping[str, CallbackShape]
    protocols: Mapping[str, Protocol]

    @classmethod
    def of(cls, plan: ModulePlan, oldest: Version) -> Interface:
        """Derive the facts from a plan."""
        return cls(
            oldest=oldest,
            functions={f.name: _function(f) for group in plan.groups for f in group.functions},
            classes={c.name: _class(c) for c in plan.classes},
            enums={e.name: {m.name: _later(m.since, e.since) for m in e.members} for e in plan.enums},
            callbacks={c.name: _shape(c, c.name) for c in plan.callbacks if c.method is None},
            protocols={p.name: _protocol(p) for p in plan.protocols},
        )

    @property
    def release_checks(self) -> frozenset[str]:
        """The functions that compare the running server with a release."""
        return frozenset(name for name, function in self.functions.items() if function.checks_release)


def _function(function: FunctionPlan) -> Function:
    given = [(argument.name, argument.conversion) for argument in function.arguments]
    payloads = [(name, c) for name, c in given if isinstance(c, Payload)]
    opened = [guard.registry for guard in function.call.guards if isinstance(guard, RegistrationOpen)]
    return Function(
        name=function.qualified_name,
        since=function.since,
        parameters=tuple(name for name, _ in given),
        callables={
            **{name: c.name for name, c in given if isinstance(c, Callback)},
            **{name: c.name for name, c in payloads if c.methods is None},
        },
        protocols={name: c.name for name, c in payloads if c.methods is not None},
        registry=opened[0] if opened else 0,
        decorates=isinstance(function.returns, ReturnsArgument),
        result=_result(function),
        checks_release=function.c_parameters == _PARTS_OF_A_RELEASE and len(given) == 3,
    )


def _result(function: FunctionPlan) -> str | None:
    match function.returns:
        case ReturnsValue(output):
            return output.conversion.name if isinstance(output.conversion, Handle) else None
        case _:
            return None


def _class(class_: ClassPlan) -> Class:
    return Class(class_.name, {m.name: _function(m) for m in class_.methods}, _item(class_.container))


def _item(container: Container | None) -> str | None:
    return _result(container.item) if isinstance(container, Sequence) else None


def _protocol(protocol: ProtocolPlan) -> Protocol:
    optional = {c.method for c in protocol.methods if c.payload and c.payload.optional}
    shapes = tuple(_shape(c, c.method or "") for c in protocol.methods)
    return Protocol(protocol.name, shapes, frozenset(s.name for s in shapes) - optional)


def _shape(callback: CallbackPlan, name: str) -> CallbackShape:
    deferred = isinstance(callback.result.run, RunLater)  # the core does not wait for it
    made = [answer.conversion for answer in callback.result.answers]
    return CallbackShape(
        name=name,
        registry=0 if deferred else callback.registry,
        parameters=tuple(map(_parameter, callback.arguments)),
        makes=next((c.name for c in made if isinstance(c, NewPayload) and c.methods), None),
        refusal=callback.result.doc if isinstance(callback.result.success, RefusalResult) else "",
    )


def _parameter(argument: CallbackArgumentPlan) -> CallbackParameter:
    conversion = argument.conversion
    borrowed = conversion.handle.name if isinstance(conversion, BorrowedHandle) else None
    since = [condition.since for condition in argument.conditions if isinstance(condition, FromRelease)]
    return CallbackParameter(
        argument.name, argument.keyword, argument.condition_doc, borrowed, _later(*since)
    )


def _later(*dates: Version | None) -> Version | None:
    return max(_given(dates), default=None)


def _given(dates: Iterable[Version | None]) -> Iterator[Version]:
    return (date for date in dates if date is not None)
