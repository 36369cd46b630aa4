"""Translate the plan to a model of the C++, which the templates print."""

from orthanc_codegen.cpp.model import CppClass, CppGroup, CppModule
from orthanc_codegen.cpp.module import spell_module

__all__ = ["CppClass", "CppGroup", "CppModule", "spell_module"]
