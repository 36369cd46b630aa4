"""Composes the stages: the only module that sees all of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen import sdk
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.diagnostics import shown
from orthanc_codegen.diff import HeaderDiff
from orthanc_codegen.draft import draft
from orthanc_codegen.files import read_file
from orthanc_codegen.ir import Header
from orthanc_codegen.lower import load_annotations, lower
from orthanc_codegen.parse import normalized, parse_header, parse_isolated
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render import render
from orthanc_codegen.survey import COLUMNS, ReleaseCoverage, Survey
from orthanc_codegen.verify import Verification, compare_abi
from orthanc_codegen.write import MARK, TreeChanges, write_tree

PARTS = ("cpp", "stubs", "docs", "coverage")  # of the output


@dataclass(frozen=True, slots=True)
class Source:
    """A header as the stages see it, and as a compiler does."""

    header: Header
    text: bytes


def load(release: str | None = None, file: Path | None = None) -> Source:
    """Read the header that was asked for: a file, or that of a release, by default the default one."""
    if file is not None:
        text = read_file(file, "the header")
        return Source(sdk.dated(parse_isolated(text, shown(str(file)))), normalized(text))
    found = sdk.find_header(sdk.DEFAULT_RELEASE if release is None else release)
    if not found.is_interface:
        return load(file=found.path)
    text = sdk.text_of_view(read_file(found.path, "the header").decode("utf-8"), found.release).encode(
        "utf-8"
    )
    return Source(parse_header(text, str(found.path)), text)


def interface() -> Header:
    """Parse the whole interface header, of which ``sdk.view`` takes the releases."""
    file = sdk.interface_header()
    return parse_header(read_file(file, "the header"), str(file))


def plan_for(header: Header, annotations: Path | None = None) -> ModulePlan:
    """Decide how Python sees a header; `annotations` takes the place of the project's own file."""
    return lower(header, load_annotations(annotations))


def coverage(header: Header, annotations: Path | None = None) -> Coverage:
    """Say how much of a header Python reaches."""
    return Coverage.of(plan_for(header, annotations))


def survey() -> Survey:
    """Say of every release how much of it Python reaches."""
    everything, annotations = interface(), load_annotations()

    def row(release: sdk.Release) -> ReleaseCoverage:
        dropped = sdk.dropped_header(release.version)
        if dropped.is_file():
            return ReleaseCoverage(release, str(dropped), Coverage.of(plan_for(load(file=dropped).header)))
        if release.version < sdk.OLDEST_COVERED:
            return ReleaseCoverage(release, "not covered", None)
        plan = lower(sdk.view(everything, release.version), annotations)
        return ReleaseCoverage(release, "interface", Coverage.of(plan))

    return Survey(tuple(map(row, sdk.known_releases())))


def describe(version: str) -> str:
    """Say of one release what the survey says, and what it brought."""
    release = sdk.known_release(version)
    row = next(row for row in survey().rows if row.release == release)
    lines = [f"{column + ':':<11}{cell}" for column, cell in zip(COLUMNS, row.cells, strict=True)]
    before = [r.version for r in sdk.known_releases() if sdk.OLDEST_COVERED <= r.version < release.version]
    text = "\n".join(lines) + "\n"
    if row.coverage is None or not before:
        return text
    return f"{text}\nSince {before[-1]}:\n{diff(str(before[-1]), version).to_text()}"


def diff(old: str, new: str) -> HeaderDiff:
    """Say what changed from one release to another."""
    return HeaderDiff.of(load(old).header, load(new).header)


def verify(header: Path, release: str | None = None, abi: bool = False) -> Verification:
    """Compare an official header with our view of a release: the newest that declares its number."""
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
    return Verification.of(sdk.view(interface(), version), official.header, compiled)


def draft_additions(official: Path) -> str:
    """Draft what the interface header lacks of an official one."""
    return draft(load(file=official).header, interface())


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
    header: Header,
    output: Path,
    check: bool = False,
    annotations: Path | None = None,
    parts: Collection[str] = PARTS,
) -> TreeChanges:
    """Write the output for a header, or parts of it, into a folder; with `check`, only say what would."""
    files = files_for(header, annotations)
    wanted = {path: text for path, text in files.items() if _part_of(path) in parts}
    return write_tree(output, wanted, check=check)


def _part_of(path: str) -> str:
    """Return the part of the output that a file belongs to, ex) ``cpp`` for ``cpp/module.cpp``."""
    folder = path.partition("/")[0]
    if folder in PARTS:
        return folder
    return "coverage" if path.startswith("coverage.") else "stubs"
