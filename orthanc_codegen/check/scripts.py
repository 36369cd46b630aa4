"""Check scripts by all rules."""

from __future__ import annotations

import ast
import contextlib
import sys
import warnings
from collections.abc import Collection, Iterator
from pathlib import Path

from orthanc_codegen.check.answers import truth_values
from orthanc_codegen.check.findings import Finding, Need, Severity
from orthanc_codegen.check.habits import late_registrations, never_run, prints, unguarded_processes
from orthanc_codegen.check.interface import Interface
from orthanc_codegen.check.kept import kept_handles
from orthanc_codegen.check.needs import arrivals_of, needs_of
from orthanc_codegen.check.report import Report, ScriptReport
from orthanc_codegen.check.script import Script
from orthanc_codegen.check.signatures import wrong_signatures
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.files import read_file
from orthanc_codegen.ir import Version

_RECURSION = 20_000  # calls; Python's parser accepts some thousand levels
_TOO_DEEP = "the script is nested too deeply to be checked"
_WARNINGS = (kept_handles, prints, late_registrations, never_run, unguarded_processes, truth_values)


def check_scripts(
    scripts: Collection[Path],
    interface: Interface,
    orthanc: Version | None = None,
) -> Report:
    """Check scripts without their types. `orthanc` is the release that they must work with."""
    if orthanc is not None and orthanc < interface.oldest:
        raise CodegenError.of(f"the plugin needs Orthanc {interface.oldest}, so no script works in {orthanc}")
    with _deep_recursion():
        return Report(orthanc, tuple(_report(script, interface, orthanc) for script in scripts))


@contextlib.contextmanager
def _deep_recursion() -> Iterator[None]:
    """Allow the recursion that long sums and chains of elif need: a few calls for each of their parts."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _report(file: Path, interface: Interface, orthanc: Version | None) -> ScriptReport:
    tree = _parsed(file)
    if isinstance(tree, Finding):
        return ScriptReport(str(file), None, (), (tree,))
    try:
        return _analysed(file, tree, interface, orthanc)
    except RecursionError:
        return ScriptReport(str(file), None, (), (_unparsable(_TOO_DEEP),))


def _parsed(file: Path) -> ast.Module | Finding:
    source = read_file(file, "the script")
    try:
        with warnings.catch_warnings(action="ignore"):  # ex) invalid escapes, which are no errors
            return ast.parse(source, str(file))
    except SyntaxError as error:
        return _unparsable(error.msg, error.lineno, error.offset)
    except ValueError as error:  # ex) a NUL
        return _unparsable(str(error))
    except (MemoryError, RecursionError):
        return _unparsable(_TOO_DEEP)


def _unparsable(text: str, line: int | None = None, column: int | None = None) -> Finding:
    return Finding(line or 1, column or 1, Severity.ERROR, "syntax", text)


def _analysed(file: Path, tree: ast.Module, interface: Interface, orthanc: Version | None) -> ScriptReport:
    script = Script.of(tree, interface, is_main=file.stem == "__main__")
    reasons = tuple(need for need in needs_of(script) if need.since > interface.oldest)
    findings = {*_too_new(reasons, arrivals_of(script), orthanc)}
    signatures = list(wrong_signatures(script))
    findings |= {finding for finding, _ in signatures}
    findings |= {finding for rule in _WARNINGS for finding in rule(script)}
    newest = max((need.since for need in reasons), default=interface.oldest)
    registrations = frozenset(line for _, line in signatures)
    return ScriptReport(str(file), newest, reasons, tuple(sorted(findings)), registrations)


def _too_new(
    reasons: Collection[Need], arrivals: Collection[Need], orthanc: Version | None
) -> Iterator[Finding]:
    """Yield the symbols that a release lacks."""
    if orthanc is None:
        return
    for need in reasons:
        if need.since > orthanc:
            yield Finding(need.line, need.column, Severity.ERROR, "release", str(need))
    for need in arrivals:
        if need.since > orthanc:
            text = f"Orthanc {orthanc} never passes {need.symbol}, which is new in {need.since}"
            yield Finding(need.line, need.column, Severity.WARNING, "never-arrives", text)
