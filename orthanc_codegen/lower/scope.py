"""The context in which rules match a function's parameters, and the fragments that they return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from orthanc_codegen.ir import Function, Mark, Parameter, has_mark
from orthanc_codegen.lower.annotations import FunctionOverride, ParameterOverride
from orthanc_codegen.lower.docs import for_flag, for_output
from orthanc_codegen.lower.index import Index, UnboundError
from orthanc_codegen.lower.naming import REGISTER_PREFIX, free_name, python_name, snake_case
from orthanc_codegen.lower.roles import Group, Use
from orthanc_codegen.plan import ArgumentPlan, CallbackPlan, DictPlan, Input, Output, OutputPlan
from orthanc_codegen.plan.conversions import Flag, Lifetime
from orthanc_codegen.plan.functions import HandleFunction, Passed

__all__ = ["Fragment", "Parameters", "Scope", "UnboundError", "argument", "output"]

Parameters = tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The context of one function for the rules."""

    index: Index
    function: Function
    override: FunctionOverride | None
    self_class: str | None  # the opaque type whose method it is
    callbacks: Mapping[str, CallbackPlan]  # by callback type
    groups: tuple[Group, ...] = ()  # callbacks by payload
    uses: Mapping[str, Use] = field(default_factory=dict)  # by callback type
    handle_function: HandleFunction | None = None  # set for a function of a handle

    @property
    def http_output(self) -> bool:
        """Whether the function's text becomes part of an HTTP answer."""
        override = self.index.class_override(self.self_class) if self.self_class else None
        return override is not None and override.http_output

    def parameter(self, name: str) -> ParameterOverride:
        """Return the annotations of a parameter."""
        return (self.override.parameters.get(name) if self.override else None) or ParameterOverride()

    def doc(self, parameter: Parameter) -> str:
        """Return the header's documentation of a parameter."""
        return self.function.doc.parameter(parameter.name)

    @property
    def registrar(self) -> str:
        """The Python name of the function, without its class."""
        return self.override.name if self.override and self.override.name else python_name(self.function.name)

    @property
    def result(self) -> str:
        """A name for the result that differs from those of the parameters."""
        return free_name("result", {p.name for p in self.function.parameters})

    @property
    def registers(self) -> bool:
        """Whether the core keeps the arguments after the call."""
        return self.function.name.startswith(REGISTER_PREFIX)

    @property
    def lifetime(self) -> Lifetime:
        """How long the core keeps an argument that no callback releases."""
        return Lifetime.REGISTRATION if self.registers else Lifetime.CALL

    def may_be_null(self, parameter: Parameter) -> bool:
        """Return whether a parameter may be NULL, by the annotations or the header."""
        return self.parameter(parameter.name).optional or has_mark(parameter.marks, Mark.NULLABLE)

    def marked_output(self, outputs: Iterable[OutputPlan], mark: Mark) -> OutputPlan | None:
        """Return the output whose parameter has a marker, or None."""
        names = {p.name for p in self.function.parameters if has_mark(p.marks, mark)}
        return next((output for output in outputs if output.c_name in names), None)


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a plan for one or several adjacent C parameters."""

    passed: tuple[Passed, ...]  # one value per parameter
    argument: ArgumentPlan | None = None
    output: OutputPlan | None = None
    dict_plan: DictPlan | None = None  # the struct of the output


def argument(
    scope: Scope,
    parameters: Parameters,
    conversion: Input,
    *,
    named: Parameter | None = None,
    default: str | None = None,
    doc: str | None = None,
) -> ArgumentPlan:
    """Plan one argument, named after the first of its C parameters or after ``named``."""
    main = named or parameters[0]
    if doc is None:
        doc = for_flag(scope.doc(main), flag=isinstance(conversion, Flag))
    return ArgumentPlan(
        name=scope.parameter(main.name).name or snake_case(main.name),
        c_name=main.name,
        c_names=tuple(p.name for p in parameters),
        conversion=conversion,
        default=default,
        doc=doc,
    )


def output(scope: Scope, parameter: Parameter, conversion: Output) -> OutputPlan:
    """Plan one output that C fills through a pointer."""
    doc = for_output(scope.doc(parameter), flag=isinstance(conversion, Flag))
    return OutputPlan(snake_case(parameter.name), parameter.name, conversion, doc)
