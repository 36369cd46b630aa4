"""The small headers by what they show, and what the pipeline makes of them."""

from __future__ import annotations

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.cpp import spell_module
from orthanc_codegen.ir import Header
from orthanc_codegen.listing import listing
from orthanc_codegen.lower import Annotations, guesses, load_annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render import render

from .texts import HEADERS, text_of

GOLDEN = HEADERS / "golden"

# What every header has: on its own the result of this one is checked in, of others only what differs from it.
BARE = "bare"

FEATURES = (
    "bytes_result",
    "callback_annotated",
    "callback_payload",
    "callback_rule",
    "counted_headers",
    "documentation",
    "enums",
    "gil",
    "handles",
    "hostile_text",
    "keywords",
    "limits",
    "nullable",
    "pixels",
    "scalar_output",
    "several_outputs",
    "sized_buffer",
    "struct_dict",
    "text_result",
    "unbound",
)
NAMES = (BARE, *FEATURES)

# Of these only the IR is checked in: they show what the parser reads.
PARSED = (
    "callback",
    "doc_comment",
    "entry_point",
    "enumeration",
    "field_types",
    "marked",
    "memory_buffer",
    "minimal",
    "opaque_handle",
    "since",
)

# Lists of what the other files define: they are compiled, but say nothing new of a feature.
_GLUE = ("cpp/module.cpp", "cpp/functions.h", "cpp/classes.h", "docs/index.rst")


def ir_of(name: str) -> Header:
    """Parse a small header."""
    return parse_header(text_of(name), f"tests/headers/{name}.h")


def plan_of(name: str) -> ModulePlan:
    """Plan a small header, with the annotations that lie beside it."""
    notes = HEADERS / f"{name}.toml"
    return lower(ir_of(name), load_annotations(notes) if notes.is_file() else Annotations("none"))


def reports_of(name: str, plan: ModulePlan) -> dict[str, str]:
    """Make the reports on a plan that are kept with the rendered files."""
    report = Coverage.of(plan, guesses(ir_of(name)))
    return {"plan.txt": listing(plan), "coverage.json": report.to_json()}


def golden_of(name: str, files: dict[str, str], bare: dict[str, str]) -> dict[str, str]:
    """Choose what shows the feature of a header."""
    if name == BARE:
        return files
    return {path: text for path, text in files.items() if path not in _GLUE and text != bare.get(path)}


def files_of(name: str) -> dict[str, str]:
    """Make everything that a small header becomes, by relative path."""
    plan = plan_of(name)
    return {**render(plan, spell_module(plan)), **reports_of(name, plan)}
