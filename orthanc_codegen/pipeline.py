"""Compose the stages. No other module imports all of them."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orthanc_codegen import sdk
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.cpp import spell_module
from orthanc_codegen.description import FILE as DESCRIPTION
from orthanc_codegen.description import description_json
from orthanc_codegen.diagnostics import CodegenError, shown
from orthanc_codegen.files import read_file
from orthanc_codegen.ir import Header, Version
from orthanc_codegen.lower import OLDEST_CORE, Annotations, guesses, load_annotations, lower
from orthanc_codegen.parse import normalized, parse_header, parse_isolated
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render import render, stub
from orthanc_codegen.stages import PARTS
from orthanc_codegen.write import MARK, TreeChanges, write_tree

# What a generation does not need is imported by the functions that do: importing everything takes as long as
# parsing a header.
if TYPE_CHECKING:
    from orthanc_codegen.check import Report
    from orthanc_codegen.diff import HeaderDiff
    from orthanc_codegen.survey import ReleaseCoverage, Survey
    from orthanc_codegen.verify import Difference, Verification


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed header and its text."""

    header: Header
    text: bytes


def load(release: str | None = None, file: Path | None = None) -> Source:
    """Load a header from a file, or that of a release. Without arguments, load the default release."""
    if file is not None:
        text = read_file(file, "the header")
        return Source(sdk.dated(parse_isolated(text, shown(str(file))), interface()), normalized(text))
    found = sdk.find_header(sdk.default_release() if release is None else release)
    if not found.is_interface:
        return load(file=found.path)
    text = sdk.text_of_view(read_file(found.path, "the header").decode("utf-8"), found.release).encode(
        "utf-8"
    )
    return Source(parse_header(text, str(found.path)), text)


@functools.cache
def interface() -> Header:
    """Parse the whole interface header, from which ``sdk.view`` derives the releases."""
    file = sdk.interface_header()
    return parse_header(read_file(file, "the header"), str(file))


def plan_for(header: Header, annotations: Path | None = None) -> ModulePlan:
    """Return the binding plan of a header; `annotations` replaces the project's own file."""
    return lower(header, load_annotations(annotations))


def inspected(stage: str, header: Header, annotations: Path | None = None, as_json: bool = False) -> str:
    """Return a stage as JSON, or the plan as text."""
    from orthanc_codegen.dump import to_json
    from orthanc_codegen.listing import listing

    if stage == "ir":
        return to_json(header)
    plan = plan_for(header, annotations)
    if stage == "cpp":
        return to_json(spell_module(plan), without="plan")
    return to_json(plan) if as_json else listing(plan)


def coverage(header: Header, annotations: Path | None = None) -> Coverage:
    """Return the coverage of a header."""
    return Coverage.of(plan_for(header, annotations), guesses(header))


def coverage_page(header: Header, annotations: Path | None = None) -> str:
    """Return the coverage of a header as a page in HTML."""
    from orthanc_codegen import coverage_page as page

    return page.page(coverage(header, annotations))


def survey(annotations: Path | None = None) -> Survey:
    """Return the coverage of every release."""
    from orthanc_codegen.survey import Survey

    notes = load_annotations(annotations)
    return Survey(tuple(_row(release, notes) for release in sdk.known_releases()))


def _row(release: sdk.Release, annotations: Annotations) -> ReleaseCoverage:
    """Return the coverage of one release."""
    from orthanc_codegen.survey import ReleaseCoverage

    dropped = sdk.dropped_header(release.version)
    if dropped.is_file():
        source, header = str(dropped), load(file=dropped).header
    else:
        source, header = "interface", sdk.view(interface(), release.version)
        if release.version < sdk.OLDEST_COVERED:
            return ReleaseCoverage(release, len(header.functions), "not covered", None)
    return ReleaseCoverage(release, len(header.functions), source, Coverage.of(lower(header, annotations)))


def describe(version: str) -> str:
    """Describe one release: its coverage, and the declarations that it added."""
    from orthanc_codegen.survey import COLUMNS

    release = sdk.known_release(version)
    row = _row(release, load_annotations(None))
    lines = [f"{column + ':':<11}{cell}" for column, cell in zip(COLUMNS, row.cells, strict=True)]
    before = [r.version for r in sdk.known_releases() if sdk.OLDEST_COVERED <= r.version < release.version]
    text = "\n".join(lines) + "\n"
    if row.coverage is None or not before:
        return text
    return f"{text}\nSince {before[-1]}:\n{diff(str(before[-1]), version).to_text()}"


def diff(old: str, new: str) -> HeaderDiff:
    """Return the difference between two releases."""
    from orthanc_codegen.diff import HeaderDiff

    return HeaderDiff.of(load(old).header, load(new).header)


def verify(header: Path, release: str | None = None, abi: bool = False) -> Verification:
    """Compare an official header with a release, by default the newest that declares its version."""
    from orthanc_codegen.verify import Verification, compare_abi

    official = load(file=header)
    if release is None:
        version = sdk.release_declaring(official.header.version)
    else:
        version = sdk.known_release(release).version
    compiled = None
    if abi:
        whole = read_file(sdk.interface_header(), "the header").decode("utf-8")
        text = sdk.text_of_view(whole, version)
        compiled = compare_abi(official.header, official.text, text.encode("utf-8"))
    view = sdk.view(interface(), version)
    return Verification.of(view, official.header, _signatures(view, official.header), compiled)


def _signatures(view: Header, official: Header) -> tuple[Difference, ...]:
    """Compare the Python signatures of two headers."""
    from orthanc_codegen.verify import Difference, compare_signatures

    ours = stub(plan_for(view))
    try:
        theirs = stub(plan_for(official))
    except CodegenError as error:  # ex) a function of the annotations is missing
        return (Difference("orthanc", "Python module", "planned", str(error.diagnostics[0])),)
    return compare_signatures(ours, theirs)


def check(
    scripts: Collection[Path],
    header: Header,
    annotations: Path | None = None,
    orthanc: Version | None = None,
    *,
    types: bool = True,
) -> Report:
    """Check scripts against the module of a header, and with `orthanc` against a release of the server."""
    from orthanc_codegen.check import MISSING, Interface, can_check_types, check_scripts, type_errors

    plan = plan_for(header, annotations)
    report = check_scripts(scripts, Interface.of(plan, OLDEST_CORE), orthanc)
    if not types:
        return report
    if not can_check_types():
        return dataclasses.replace(report, missing=MISSING)
    return report.with_types(type_errors(report.parsed, stub(plan)))


def draft_additions(official: Path) -> str:
    """Draft the declarations of an official header that the interface header lacks."""
    from orthanc_codegen.draft import draft

    return draft(load(file=official).header, interface())


def files_for(header: Header, annotations: Path | None = None, *, formatted: bool = True) -> dict[str, str]:
    """Return every generated file by its relative path."""
    plan = plan_for(header, annotations)
    report = Coverage.of(plan, guesses(header))
    return {
        **render(plan, spell_module(plan), formatted=formatted),
        DESCRIPTION: description_json(header, plan),
        "coverage.json": report.to_json(),
        "coverage.md": f"<!-- {MARK} from SDK {plan.sdk}: do not edit. -->\n\n{report.to_markdown()}",
    }


def generate(
    header: Header,
    output: Path,
    check: bool = False,
    annotations: Path | None = None,
    parts: Collection[str] = PARTS,
    *,
    formatted: bool = True,
) -> TreeChanges:
    """Write the output for a header, or parts of it, to a folder; with `check`, only return the changes."""
    files = files_for(header, annotations, formatted=formatted)
    wanted = {path: text for path, text in files.items() if _part_of(path) in parts}
    return write_tree(output, wanted, check=check)


def _part_of(path: str) -> str:
    """Return the part of the output that a file belongs to, ex) ``cpp`` for ``cpp/module.cpp``."""
    folder = path.partition("/")[0]
    if folder in PARTS:
        return folder
    if path == DESCRIPTION:
        return "interface"
    return "coverage" if path.startswith("coverage.") else "stubs"
