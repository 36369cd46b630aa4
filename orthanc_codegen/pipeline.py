"""Composes the stages: the only module that sees all of them."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen import sdk as releases
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Header
from orthanc_codegen.lower import load_annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render import render
from orthanc_codegen.write import MARK, TreeChanges, write_tree


def find_header(sdk: str | None, header: Path | None) -> Path:
    """Return the header file that was asked for: a file, or that of a release, by default the default one."""
    return header if header is not None else releases.find_header(sdk or releases.DEFAULT_RELEASE)


def load(sdk: str | None = None, header: Path | None = None) -> Header:
    """Parse the header file that was asked for."""
    file = find_header(sdk, header)
    try:
        text = file.read_bytes()
    except OSError as error:
        raise CodegenError.of(f"the header can't be read: {error.strerror}", str(file)) from error
    return parse_header(text, str(file))


def plan_for(header: Header, annotations: Path | None = None) -> ModulePlan:
    """Decide how Python sees a header; `annotations` takes the place of the project's own file."""
    return lower(header, load_annotations(annotations))


def coverage(header: Header, annotations: Path | None = None) -> Coverage:
    """Say how much of a header Python reaches."""
    return Coverage.of(plan_for(header, annotations))


def files_for(header: Header, annotations: Path | None = None) -> dict[str, str]:
    """Render every file of the output, by relative path."""
    plan = plan_for(header, annotations)
    report = Coverage.of(plan)
    return {
        **render(plan),
        "coverage.json": report.to_json(),
        "coverage.md": f"<!-- {MARK} from SDK {plan.sdk}: do not edit. -->\n\n{report.to_markdown()}",
    }


def generate(
    header: Header, output: Path, check: bool = False, annotations: Path | None = None
) -> TreeChanges:
    """Write the output for a header into a folder; with `check`, only say what would change."""
    return write_tree(output, files_for(header, annotations), check=check)
