"""The small headers by feature, and the results of the pipeline for them."""

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

# The minimum of every header. Its whole result is checked in; for the others, only the files that differ.
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

# Only the IR of these is checked in, since they test the parser.
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

# Lists of the definitions in other files. They are compiled, but show nothing specific to a feature.
_GLUE = ("cpp/module.cpp", "cpp/functions.h", "cpp/classes.h", "docs/index.rst")


def ir_of(name: str) -> Header:
    """Parse a small header."""
    return parse_header(text_of(name), f"tests/headers/{name}.h")


def plan_of(name: str) -> ModulePlan:
    """Plan a small header, with the annotations file beside it, if any."""
    notes = HEADERS / f"{name}.toml"
    return lower(ir_of(name), load_annotations(notes) if notes.is_file() else Annotations("none"))


def reports_of(name: str, plan: ModulePlan) -> dict[str, str]:
    """Return the reports on a plan that are kept with the rendered files."""
    report = Coverage.of(plan, guesses(ir_of(name)))
    return {"plan.txt": listing(plan), "coverage.json": report.to_json()}


def golden_of(name: str, files: dict[str, str], bare: dict[str, str]) -> dict[str, str]:
    """Return the files that show the feature of a header."""
    if name == BARE:
        return files
    return {path: text for path, text in files.items() if path not in _GLUE and text != bare.get(path)}


def files_of(name: str) -> dict[str, str]:
    """Generate all files for a small header, by relative path."""
    plan = plan_of(name)
    return {**render(plan, spell_module(plan)), **reports_of(name, plan)}
