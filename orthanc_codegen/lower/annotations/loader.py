"""Load the annotations file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orthanc_codegen.lower.annotations.schema import Annotations, FunctionOverride
from orthanc_codegen.lower.annotations.tables import load_tables


def load_annotations(path: Path | None = None) -> Annotations:
    """Load an annotations file, by default the project's own."""
    file = path if path is not None else Path(__file__).with_name("annotations.toml")
    annotations = load_tables(Annotations, file, "the annotations")
    functions = {name: _with_outputs(entry, annotations) for name, entry in annotations.functions.items()}
    return replace(annotations, functions=functions)


def _with_outputs(override: FunctionOverride, annotations: Annotations) -> FunctionOverride:
    result = annotations.results.get(override.result)
    return override if result is None or override.outputs else replace(override, outputs=result.outputs)
