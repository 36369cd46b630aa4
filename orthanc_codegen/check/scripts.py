"""Check scripts by all rules."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection, Iterator
from pathlib import Path

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

_WARNINGS = (kept_handles, prints, late_registrations, never_run, unguarded_processes)


def check_scripts(
    scripts: Collection[Path],
    interface: Interface,
    orthanc: Version | None = None,
) -> Report:
    """Check scripts without their types. `orthanc` is the release that they must work with."""
    if orthanc is not None and orthanc < interface.oldest:
        raise CodegenError.of(f"the plugin needs Orthanc {interface.oldest}, so no script works in {orthanc}")
    return Report(orthanc, tuple(_report(script, interface, orthanc) for script in scripts))


def _report(file: Path, interface: Interface, orthanc: Version | None) -> ScriptReport:
    source = read_file(file, "the script")
    try:
        with warnings.catch_warnings(action="ignore"):  # ex) invalid escapes, which are no errors
            tree = ast.parse(source, str(file))
    except (SyntaxError, ValueError, RecursionError) as error:
        return ScriptReport(str(file), None, (), (_unparsable(error),))
    script = Script.of(tree, interface, is_main=file.stem == "__main__")
    reasons = tuple(need for need in needs_of(script) if need.since > interface.oldest)
    findings = {*_too_new(reasons, arrivals_of(script), orthanc)}
    signatures = list(wrong_signatures(script))
    findings |= {finding for finding, _ in signatures}
    findings |= {finding for rule in _WARNINGS for finding in rule(script)}
    newest = max((need.since for need in reasons), default=interface.oldest)
    registrations = frozenset(line for _, line in signatures)
    return ScriptReport(str(file), newest, reasons, tuple(sorted(findings)), registrations)


def _unparsable(error: SyntaxError | ValueError | RecursionError) -> Finding:
    line, column = (error.lineno, error.offset) if isinstance(error, SyntaxError) else (None, None)
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return Finding(line or 1, column or 1, Severity.ERROR, "syntax", text)


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
