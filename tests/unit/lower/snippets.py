"""Headers for one test: the bare small header with some declarations more."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.ir import Header
from orthanc_codegen.lower import Annotations, load_annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import FunctionPlan, ModulePlan, SymbolPlan

_BARE = Path(__file__).resolve().parents[2] / "headers" / "bare.h"
_END = "\n#ifdef __cplusplus\n}"


def function(
    name: str, parameters: str = "", *, result: str = "OrthancPluginErrorCode", doc: str = ""
) -> str:
    """Declare a function; `doc` is what its comment says."""
    comma = ", " if parameters else ""
    value = "" if result == "void" else "return (Result) 0;".replace("Result", result)
    return (
        f"/**\n{doc}\n**/\nORTHANC_PLUGIN_INLINE {result} OrthancPlugin{name}"
        f"(OrthancPluginContext* context{comma}{parameters}) {{ {value} }}\n"
    )


def header(declarations: str) -> Header:
    """Parse the bare header with declarations more."""
    before, end, after = _BARE.read_text(encoding="utf-8").rpartition(_END)
    return parse_header(f"{before}{declarations}{end}{after}".encode(), "snippet.h")


def plan(declarations: str, annotations: Annotations | None = None) -> ModulePlan:
    """Plan the bare header with declarations more."""
    return lower(header(declarations), annotations or Annotations("none"))


def notes(text: str, folder: Path) -> Annotations:
    """Load annotations from text."""
    file = folder / "annotations.toml"
    file.write_text(text, encoding="utf-8")
    return load_annotations(file)


def functions(module: ModulePlan) -> dict[str, FunctionPlan]:
    """Sort the functions and methods of a module by their qualified names."""
    plans = [f for group in module.groups for f in group.functions]
    plans += [f for class_ in module.classes for f in class_.methods]
    return {f.qualified_name: f for f in plans}


def only(module: ModulePlan) -> FunctionPlan:
    """Take the only function of a module."""
    (single,) = functions(module).values()
    return single


def symbol(module: ModulePlan, name: str) -> SymbolPlan:
    """Find what became of a function of the header."""
    return next(s for s in (*module.functions, *module.callback_types) if s.name == f"OrthancPlugin{name}")
