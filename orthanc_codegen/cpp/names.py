"""Names in the generated C++. Prefixes prevent conflicts between names of the SDK and of the runtime."""

from __future__ import annotations

from typing import Final, assert_never

from orthanc_codegen.ir import Version
from orthanc_codegen.plan import CallbackPlan, FunctionPlan, Place, Scalar
from orthanc_codegen.plan.constants import Constant, Enumerator, Null, Number
from orthanc_codegen.plan.conversions import Enumeration, Flag, Float, Integer
from orthanc_codegen.plan.parameters import called
from orthanc_codegen.plan.python_types import callable_parameters

CALL_PREFIX: Final = "Call_"  # wrappers
CALLBACK_PREFIX: Final = "Callback_"  # callback types
FUNCTIONS_PREFIX: Final = "Functions_"  # functions of the core that belong to a handle
SUCCESS: Final = "OrthancPluginErrorCode_Success"


def wrapper(function: FunctionPlan) -> str:
    """Return the name of a function's wrapper, ex) ``Call_RestOutput_AnswerBuffer``."""
    return f"{CALL_PREFIX}{function.qualified_name.replace('.', '_')}"


def callback(name: str) -> str:
    """Return the struct of a callback type, ex) ``Callback_RestCallback``."""
    return f"{CALLBACK_PREFIX}{name}"


def functions_struct(class_name: str) -> str:
    """Return the struct for functions that belong to a handle, ex) ``Functions_WebDavCollection``."""
    return f"{FUNCTIONS_PREFIX}{class_name}"


def enum_object(name: str) -> str:
    """Return the object of an enumeration, ex) ``enums::kErrorCode``."""
    return f"enums::k{name}"


def class_object(name: str) -> str:
    """Return the object of a class, ex) ``classes::kImage``."""
    return f"classes::k{name}"


def record_object(name: str) -> str:
    """Return the object of a named tuple, ex) ``records::kHttpAnswer``."""
    return f"records::k{name}"


def dict_function(name: str) -> str:
    """Return the function that converts a struct to a dict, ex) ``DictionaryEntryToPython``."""
    return f"{name}ToPython"


def lock_object(name: str) -> str:
    """Return the constant of a lock of the core, ex) ``locks::kIndex``."""
    return f"locks::{lock_constant(name)}"


def lock_constant(name: str) -> str:
    """Return the constant of a lock without its namespace, ex) ``kIndex``."""
    return "k" + "".join(word.capitalize() for word in name.split("_"))


def in_local(c_name: str) -> str:
    """Return the variable of an input: a Python argument, or a C argument of a callback."""
    return f"in_{c_name}"


def out_local(c_name: str) -> str:
    """Return the variable of an output: of C, or of a Python callback."""
    return f"out_{c_name}"


def limit_local(c_name: str) -> str:
    """Return the variable of an index's upper limit."""
    return f"limit_{c_name}"


def release(version: Version) -> str:
    """Return a release, ex) ``Release{1, 12, 8}``."""
    return f"Release{{{version.major}, {version.minor}, {version.revision}}}"


def place(at: Place) -> str:
    """Return the value of a callback's parameter or struct field, ex) ``in_request->groups``."""
    local = in_local(at.parameter)
    return f"{local}->{at.field}" if at.field else local


def quoted(words: tuple[str, ...]) -> str:
    """Return names as one literal, separated by spaces, ex) ``"add_chunk execute"``."""
    return f'"{" ".join(words)}"'


def spell_constant(constant: Constant) -> str:
    """Return a constant, ex) ``-1``, ``nullptr``."""
    match constant:
        case Number(value):
            return str(value)
        case Enumerator(c_name):
            return c_name
        case Null():
            return "nullptr"
        case _:
            assert_never(constant)


def scalar_to_python(conversion: Scalar, value: str) -> str:
    """Return the expression that converts a scalar to Python."""
    match conversion:
        case Flag():
            return f"PyBool_FromLong({value})"
        case Integer():
            return f"IntegerToPython({value})"
        case Float():
            return f"PyFloat_FromDouble({value})"
        case Enumeration(name=name):
            return f"{enum_object(name)}.ToPython({value})"
        case _:
            assert_never(conversion)


def python_shape(callback_plan: CallbackPlan) -> str:
    """Return the signature of a callable, for a comment, ex) ``f(output, uri, method=)``."""
    return f"{callback_plan.method or 'f'}({called(callable_parameters(callback_plan))})"
