"""Check scripts that a test writes."""

from __future__ import annotations

import functools
import textwrap
from pathlib import Path

from orthanc_codegen.check import Interface, check_scripts
from orthanc_codegen.check.report import ScriptReport
from orthanc_codegen.ir import Version
from orthanc_codegen.lower import OLDEST_CORE
from tests.interface import plan


@functools.cache
def interface() -> Interface:
    """Return the facts about the module of the default release."""
    return Interface.of(plan(), OLDEST_CORE)


def checked(folder: Path, text: str, orthanc: str | None = None) -> ScriptReport:
    """Check the text of a script without its types."""
    script = folder / "script.py"
    script.write_text(textwrap.dedent(text), encoding="utf-8")
    release = None if orthanc is None else Version.parse(orthanc)
    (report,) = check_scripts([script], interface(), release).scripts
    return report


def needed(folder: Path, text: str) -> str:
    """Return the release that a script needs."""
    return str(checked(folder, text).needs)


def found(folder: Path, text: str, orthanc: str | None = None) -> list[tuple[int, str]]:
    """Return the lines and codes of the findings."""
    return [(finding.line, finding.code) for finding in checked(folder, text, orthanc).findings]
