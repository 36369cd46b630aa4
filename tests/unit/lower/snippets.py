"""Lowers the bare small header with added declarations, and finds parts of the plan."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.ir import Header
from orthanc_codegen.lower import Annotations, load_annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import ArgumentPlan, FunctionPlan, ModulePlan, SymbolPlan

from ...headers.bare import function, header_with

BELL = "typedef struct _OrthancPluginBell_t OrthancPluginBell;\n"
FREE_BELL = function("FreeBell", "OrthancPluginBell* bell", result="void")
BUFFER = "typedef struct { void* data; uint32_t size; } OrthancPluginMemoryBuffer;\n"
TONE = "typedef enum { OrthancPluginTone_C = 1 } OrthancPluginTone;\n"


def header(declarations: str) -> Header:
    """Parse the bare header with added declarations."""
    return parse_header(header_with(declarations), "snippet.h")


def plan(declarations: str, annotations: Annotations | None = None) -> ModulePlan:
    """Plan the bare header with added declarations."""
    return lower(header(declarations), annotations or Annotations("none"))


def notes(text: str, folder: Path) -> Annotations:
    """Load annotations from text."""
    file = folder / "annotations.toml"
    file.write_text(text, encoding="utf-8")
    return load_annotations(file)


def functions(module: ModulePlan) -> dict[str, FunctionPlan]:
    """Return the functions and methods of a module by their qualified names."""
    return {f.qualified_name: f for f in module.every_function}


def only(module: ModulePlan) -> FunctionPlan:
    """Return the only function of a module."""
    (single,) = functions(module).values()
    return single


def symbol(module: ModulePlan, name: str) -> SymbolPlan:
    """Return the status of a function or callback type of the header."""
    return next(s for s in (*module.functions, *module.callback_types) if s.name == f"OrthancPlugin{name}")


def argument(parameters: str, *, declarations: str = "", doc: str = "") -> ArgumentPlan:
    """Plan a function whose parameters form one argument."""
    (single,) = only(plan(declarations + function("Ring", parameters, doc=doc))).arguments
    return single
