"""The header of the default release and its plan, made once per process."""

from __future__ import annotations

import functools

from orthanc_codegen import pipeline
from orthanc_codegen.ir import Header
from orthanc_codegen.plan import ModulePlan


@functools.cache
def source() -> pipeline.Source:
    """Read the header of the default release."""
    return pipeline.load()


def header() -> Header:
    """Return the declarations of the default release."""
    return source().header


@functools.cache
def plan() -> ModulePlan:
    """Return the plan of the default release."""
    return pipeline.plan_for(header())
