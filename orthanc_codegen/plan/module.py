"""The plan of the whole module, with the status of every symbol of the header."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from orthanc_codegen.ir import Version
from orthanc_codegen.plan.callbacks import CallbackPlan, LockPlan, ProtocolPlan
from orthanc_codegen.plan.functions import FunctionPlan
from orthanc_codegen.plan.types import ClassPlan, DictPlan, EnumPlan, EnumTablePlan, NamedTuplePlan


class Status(enum.StrEnum):
    """How a symbol is bound."""

    AUTOMATIC = "automatic"  # bound by rules alone
    ANNOTATED = "annotated"  # bound by rules and an entry of the annotations file
    RUNTIME = "runtime"  # called by the runtime on Python's behalf
    EXCLUDED = "excluded"  # not available in Python


@dataclass(frozen=True, slots=True)
class SymbolPlan:
    """The binding status of one function or callback type of the header."""

    name: str  # ex) "OrthancPluginAnswerBuffer"
    status: Status
    python: tuple[str, ...]  # ex) ("orthanc.RestOutput.AnswerBuffer",)
    since: Version | None
    reason: str | None  # for every status but automatic


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group of functions in the SDK's documentation."""

    name: str  # ex) "REST"
    doc: str  # ex) "Functions to answer REST requests in a callback."
    functions: tuple[FunctionPlan, ...]


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """The module ``orthanc`` for one SDK header."""

    sdk: Version
    groups: tuple[GroupPlan, ...]  # functions of the module
    classes: tuple[ClassPlan, ...]
    enums: tuple[EnumPlan, ...]
    enum_tables: tuple[EnumTablePlan, ...]
    dicts: tuple[DictPlan, ...]
    named_tuples: tuple[NamedTuplePlan, ...]
    callbacks: tuple[CallbackPlan, ...]  # including the methods of protocols
    protocols: tuple[ProtocolPlan, ...]
    locks: tuple[LockPlan, ...]
    functions: tuple[SymbolPlan, ...]  # every function of the header
    callback_types: tuple[SymbolPlan, ...]  # every callback type of the header
    # The annotated Python names of functions that the header lacks, ex) those of later releases.
    other_names: tuple[tuple[str, str], ...] = ()

    @property
    def every_function(self) -> tuple[FunctionPlan, ...]:
        """The functions of the module, then the methods of its classes."""
        functions = (f for group in self.groups for f in group.functions)
        return (*functions, *(f for class_ in self.classes for f in class_.methods))
