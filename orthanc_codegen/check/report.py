"""The report about scripts: text for people, JSON for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orthanc_codegen.check.findings import Finding, Need, Severity
from orthanc_codegen.diagnostics import shown
from orthanc_codegen.ir import Version


@dataclass(frozen=True, slots=True)
class ScriptReport:
    """The report about one script."""

    script: str
    needs: Version | None  # the release of Orthanc that it needs; None if it can't be parsed
    reasons: tuple[Need, ...]  # the symbols that are newer than the plugin's oldest release
    findings: tuple[Finding, ...]
    explained: frozenset[int] = frozenset()  # lines whose type errors repeat findings in other words


@dataclass(frozen=True, slots=True)
class Report:
    """The report about all scripts."""

    orthanc: Version | None  # the release that they must work with
    scripts: tuple[ScriptReport, ...]
    types_checked: bool = False
    missing: str | None = None  # a check that was asked for but not made, and the remedy

    @property
    def parsed(self) -> list[Path]:
        """The scripts without syntax errors."""
        return [Path(script.script) for script in self.scripts if script.needs is not None]

    def with_types(self, errors: Mapping[Path, Collection[Finding]]) -> Report:
        """Return the report with type errors, by the absolute paths of the scripts."""
        scripts = [_joined(s, errors.get(Path(s.script).resolve(), ())) for s in self.scripts]
        return dataclasses.replace(self, scripts=tuple(scripts), types_checked=True)

    def without(self, codes: Collection[str]) -> Report:
        """Return the report without the findings of some codes."""
        scripts = [
            dataclasses.replace(s, findings=tuple(f for f in s.findings if f.code not in codes))
            for s in self.scripts
        ]
        return dataclasses.replace(self, scripts=tuple(scripts))

    def fails(self, *, strict: bool) -> bool:
        """Return whether the check fails: by errors, and if it is strict also by warnings."""
        found = [finding for script in self.scripts for finding in script.findings]
        if strict and (found or self.missing is not None):
            return True
        return any(finding.severity is Severity.ERROR for finding in found)

    def to_text(self) -> str:
        """Return the findings as lines of the form ``file:line: severity: message  [code]``."""
        return "".join(f"{line}\n" for script in self.scripts for line in _lines(script, self.orthanc))

    def to_json(self) -> str:
        """Return the report as JSON."""
        report = {
            "orthanc": None if self.orthanc is None else str(self.orthanc),
            "types_checked": self.types_checked,
            "scripts": [_script(script) for script in self.scripts],
        }
        return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _joined(report: ScriptReport, errors: Collection[Finding]) -> ScriptReport:
    """Add type errors to a report, except those that repeat a finding."""
    new = [error for error in errors if error.line not in report.explained]
    return dataclasses.replace(report, findings=tuple(sorted([*report.findings, *new])))


def _lines(report: ScriptReport, orthanc: Version | None) -> Iterator[str]:
    script = shown(report.script)
    for finding in report.findings:
        message = shown(finding.message)
        yield f"{script}:{finding.line}: {finding.severity}: {message}  [{finding.code}]"
    if report.needs is None:
        return
    first: dict[str, Need] = {}
    for need in report.reasons:
        first.setdefault(need.symbol, need)
    if orthanc is None:
        yield from (f"{script}:{need.line}: note: {need}" for need in first.values())
    yield f"{script} needs Orthanc {report.needs}"


def _script(report: ScriptReport) -> dict[str, Any]:
    return {
        "script": report.script,
        "needs": None if report.needs is None else str(report.needs),
        "reasons": [
            {"line": n.line, "column": n.column, "symbol": n.symbol, "since": str(n.since)}
            for n in report.reasons
        ],
        "findings": [
            {
                "line": f.line,
                "column": f.column,
                "severity": str(f.severity),
                "code": f.code,
                "message": f.message,
            }
            for f in report.findings
        ],
    }
