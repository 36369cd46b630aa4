"""The binding plan: what Python sees of the SDK, and why. Everything a template prints is decided here."""

from orthanc_codegen.plan.callbacks import (
    AnswerPlan,
    BorrowPlan,
    CallbackArgumentPlan,
    CallbackPlan,
    CallbackResultPlan,
    LockPlan,
    PayloadPlan,
    ProtocolPlan,
)
from orthanc_codegen.plan.functions import (
    ArgumentPlan,
    CallPlan,
    FunctionPlan,
    GilPolicy,
    LimitPlan,
    OutputPlan,
    ReturnPlan,
    SelfPlan,
)
from orthanc_codegen.plan.module import GroupPlan, ModulePlan, Status, SymbolPlan
from orthanc_codegen.plan.types import (
    ClassPlan,
    DictPlan,
    EnumKind,
    EnumMemberPlan,
    EnumPlan,
    EnumTablePlan,
    KeyPlan,
    NamedTuplePlan,
)

__all__ = [
    "AnswerPlan",
    "ArgumentPlan",
    "BorrowPlan",
    "CallPlan",
    "CallbackArgumentPlan",
    "CallbackPlan",
    "CallbackResultPlan",
    "ClassPlan",
    "DictPlan",
    "EnumKind",
    "EnumMemberPlan",
    "EnumPlan",
    "EnumTablePlan",
    "FunctionPlan",
    "GilPolicy",
    "GroupPlan",
    "KeyPlan",
    "LimitPlan",
    "LockPlan",
    "ModulePlan",
    "NamedTuplePlan",
    "OutputPlan",
    "PayloadPlan",
    "ProtocolPlan",
    "ReturnPlan",
    "SelfPlan",
    "Status",
    "SymbolPlan",
]
