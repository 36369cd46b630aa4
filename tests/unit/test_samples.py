"""Each sample has tests, which show how the kit is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..scripts import lines_of_code
from ..tools import ROOT

SAMPLES = ROOT / "samples"
# The cluster's parts need each other, and are tested by tests/cluster/.
SCRIPTS = sorted(
    file.relative_to(SAMPLES)
    for folder in (".", "guides", "cookbook")
    for file in (SAMPLES / folder).glob("*.py")
)


@pytest.mark.parametrize("script", SCRIPTS, ids=str)
def test_a_sample_has_tests_with_the_kit(script: Path) -> None:
    tests = SAMPLES / "tests" / script.parent / f"test_{script.name}"
    assert tests.is_file()
    assert "orthanc_testing" in tests.read_text(encoding="utf-8")


def test_the_sample_for_several_servers_is_short() -> None:
    assert sum(lines_of_code(script) for script in (SAMPLES / "cluster").glob("*.py")) < 150
