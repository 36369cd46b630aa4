"""The pieces of which a wrapper is made, and the scope in which a rule makes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orthanc_codegen.ir import Function, Parameter
from orthanc_codegen.lower.annotations import FunctionNote, ParameterNote
from orthanc_codegen.lower.hints import parameter_may_be_null
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import (
    IN_PREFIX,
    OUT_PREFIX,
    REGISTER_PREFIX,
    free_name,
    python_name,
    snake_case,
)
from orthanc_codegen.lower.wording import for_flag, for_output
from orthanc_codegen.plan import ArgumentPlan, CallbackPlan, DictPlan, OutputPlan

if TYPE_CHECKING:
    from orthanc_codegen.lower.callbacks.roles import Group, Use


class UnboundError(Exception):
    """No rule binds a function or callback; the message is the reason that the report gives."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One function while its parameters are matched by rules."""

    index: Index
    function: Function
    note: FunctionNote | None
    self_class: str | None  # the opaque type whose method it is
    callbacks: Mapping[str, CallbackPlan]  # by callback type
    groups: tuple[Group, ...] = ()  # its callbacks, by payload
    uses: Mapping[str, Use] = field(default_factory=dict)  # what it uses its callback types for

    @property
    def http_output(self) -> bool:
        """Whether text and statuses go into an HTTP answer."""
        note = self.index.class_note(self.self_class) if self.self_class else None
        return note is not None and note.http_output

    def parameter_note(self, name: str) -> ParameterNote:
        """What the annotations say of a parameter."""
        return (self.note.parameters.get(name) if self.note else None) or ParameterNote()

    def doc(self, parameter: Parameter) -> str:
        """What the header says of a parameter."""
        return self.function.doc.parameter(parameter.name)

    @property
    def registrar(self) -> str:
        """The Python name of the function, without its class."""
        return self.note.name if self.note and self.note.name else python_name(self.function.name)

    @property
    def result(self) -> str:
        """The name of what the function returns, beside the parameters that it fills."""
        return free_name("result", {p.name for p in self.function.parameters})

    @property
    def registers(self) -> bool:
        """Whether the core keeps what it is given."""
        return self.function.name.startswith(REGISTER_PREFIX)

    def may_be_null(self, parameter: Parameter) -> bool:
        """Whether the header allows NULL for a parameter."""
        return parameter_may_be_null(self.doc(parameter)) or self.parameter_note(parameter.name).optional


@dataclass(frozen=True, slots=True)
class Piece:
    """What some neighbouring C parameters become."""

    expressions: tuple[str, ...]  # the C++ for each of them
    argument: ArgumentPlan | None = None
    output: OutputPlan | None = None
    dict_plan: DictPlan | None = None  # the struct that the output is made of


def local_of(parameter: Parameter) -> str:
    """The C++ variable that holds an argument."""
    return f"{IN_PREFIX}{parameter.name}"


def is_number(text: str) -> bool:
    """Whether C++ of the annotations is an integer, rather than a name."""
    return text.removeprefix("-").isdigit()


def argument_place(parameter: Parameter) -> str:
    """The C++ that names an argument in the message of a check over several values."""
    return f'{{kSignature.function, "{snake_case(parameter.name)}"}}'


def argument(
    scope: Scope,
    parameters: tuple[Parameter, ...],
    holder: str,
    annotation: str,
    *,
    initializer: str = "",
    named: Parameter | None = None,
    default: str | None = None,
    check: str | None = None,
    commit: str | None = None,
    raises: bool = False,
) -> ArgumentPlan:
    """Plan one argument, named after the first of its C parameters or after ``named``."""
    main = named or parameters[0]
    return ArgumentPlan(
        name=scope.parameter_note(main.name).name or snake_case(main.name),
        annotation=annotation,
        default=default,
        doc=for_flag(scope.doc(main), flag=annotation == "bool"),
        c_names=tuple(p.name for p in parameters),
        holder=holder,
        initializer=initializer,
        local=local_of(main),
        check=check,
        commit=commit,
        raises=raises,
    )


def output(
    scope: Scope, parameter: Parameter, holder: str, annotation: str, initializer: str = ""
) -> OutputPlan:
    """Plan one output that C fills through a pointer."""
    return OutputPlan(
        name=snake_case(parameter.name),
        annotation=annotation,
        doc=for_output(scope.doc(parameter), flag=annotation == "bool"),
        holder=holder,
        initializer=initializer,
        local=f"{OUT_PREFIX}{parameter.name}",
    )
