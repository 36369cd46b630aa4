"""The tutorial docs/testing.md, followed word by word with the built plugin."""

from __future__ import annotations

from pathlib import Path

import pytest

from .tutorial import write_tutorial


def test_its_commands_print_what_it_says(
    pytester: pytest.Pytester, plugin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(plugin))
    for arguments, passed in write_tutorial(pytester.path):
        run = pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments, timeout=120)
        run.assert_outcomes(passed=passed)
