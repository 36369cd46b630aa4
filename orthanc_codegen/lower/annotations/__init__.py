"""The annotations: facts about the SDK that rules cannot derive from the header, as data."""

from orthanc_codegen.lower.annotations.loader import load_annotations
from orthanc_codegen.lower.annotations.schema import (
    Annotations,
    ArgumentEntry,
    CallbackOverride,
    ClassOverride,
    ConditionEntry,
    EnumOverride,
    EnumTable,
    ErrorEntry,
    FunctionOverride,
    LockEntry,
    OutputOverride,
    ParameterOverride,
    ResultOverride,
    SingleEntry,
)

__all__ = [
    "Annotations",
    "ArgumentEntry",
    "CallbackOverride",
    "ClassOverride",
    "ConditionEntry",
    "EnumOverride",
    "EnumTable",
    "ErrorEntry",
    "FunctionOverride",
    "LockEntry",
    "OutputOverride",
    "ParameterOverride",
    "ResultOverride",
    "SingleEntry",
    "load_annotations",
]
