"""The model of the whole module: files, names, dicts and locks."""

from __future__ import annotations

import pytest

from orthanc_codegen.cpp import spell_module
from orthanc_codegen.cpp.names import scalar_to_python
from orthanc_codegen.ir import Doc, Version
from orthanc_codegen.plan import DictPlan, KeyPlan, LockPlan, Scalar
from orthanc_codegen.plan.conversions import Enumeration, Flag, Float, Integer
from orthanc_codegen.plan.limits import LAST_REGISTRY, MOST_LOCKS

from ..plan.made import class_, group, module


@pytest.mark.parametrize(
    ("name", "file", "table"),
    [
        ("RestOutput", "functions_rest_output.cpp", "kRestOutputFunctions"),
        ("DICOM callbacks", "functions_dicom_callbacks.cpp", "kDICOM_callbacksFunctions"),
        ("../etc", "functions_etc.cpp", "ketcFunctions"),
        ("…", "functions_other.cpp", "kOtherFunctions"),
    ],
)
def test_a_file_for_each_group(name: str, file: str, table: str) -> None:
    (made,) = spell_module(module(groups=(group(name),))).groups
    assert (made.name, made.file, made.table) == (name, file, table)
    assert [function.name for function in made.functions] == ["Call_Ring"]


def test_a_long_name_is_cut() -> None:
    (made,) = spell_module(module(groups=(group("x" * 300),))).groups
    assert made.file == f"functions_{'x' * 100}.cpp"


def test_files_that_ignore_case_stay_apart() -> None:
    made = spell_module(module(groups=(group("Bells"), group("BELLS"), group("Bells!"))))
    assert len({g.file.lower() for g in made.groups}) == 3
    assert len({g.table.lower() for g in made.groups}) == 3
    classes = spell_module(module(classes=(class_(name="RestOutput"), class_(name="Restoutput")))).classes
    assert [c.file for c in classes] == ["class_rest_output.cpp", "class_restoutput.cpp"]
    classes = spell_module(module(classes=(class_(name="Bell"), class_(name="bell")))).classes
    assert [c.file for c in classes] == ["class_bell.cpp", "class_bell_2.cpp"]


# Each scalar `v`, and the expression for the Python value.
SCALARS: tuple[tuple[Scalar, str], ...] = (
    (Flag("uint8_t"), "PyBool_FromLong(v)"),
    (Integer("uint16_t"), "IntegerToPython(v)"),
    (Float("float"), "PyFloat_FromDouble(v)"),
    (Enumeration("OrthancPluginTone", "Tone"), "enums::kTone.ToPython(v)"),
)


@pytest.mark.parametrize(("conversion", "expression"), SCALARS)
def test_scalars(conversion: Scalar, expression: str) -> None:
    assert scalar_to_python(conversion, "v") == expression


def test_the_function_that_makes_a_dict() -> None:
    keys = (KeyPlan("MinLength", "minLength", Integer("uint16_t"), ""),)
    (made,) = spell_module(module(dicts=(DictPlan("Note", "OrthancPluginNote", keys, Doc()),))).dicts
    assert made.function == "NoteToPython"
    assert made.keys == (("MinLength", "IntegerToPython(value.minLength)"),)


def test_locks_and_the_release_that_no_longer_holds_them() -> None:
    locks = (
        LockPlan("main_door", "its door", "r", Version(1, 12, 8)),
        LockPlan("gate", "its gate", "r", None),
    )
    made = spell_module(module(locks=locks)).locks
    assert [(lock.name, lock.until) for lock in made] == [("kMainDoor", "1, 12, 8"), ("kGate", "")]


def test_the_runtime_must_have_the_limits_of_the_plan() -> None:
    made = spell_module(module())
    assert made.assertions == (f"kMostLocks == {MOST_LOCKS}", f"kLastRegistry == {LAST_REGISTRY}")
