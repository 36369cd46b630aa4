"""The tutorial docs/testing.md, followed word by word: its files, its commands, and what they print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..tools import ROOT

_FILE = re.compile(r"^```python\n# (\w+\.py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^    \$ pytest (.*)\n    (\d+) passed$", re.MULTILINE)


def test_its_commands_print_what_it_says(
    pytester: pytest.Pytester, plugin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(plugin))
    text = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    files, commands = _FILE.findall(text), _COMMAND.findall(text)
    assert (len(files), len(commands)) == (3, 2)
    for name, content in files:
        (pytester.path / name).write_text(content, encoding="utf-8")
    for arguments, passed in commands:
        run = pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments.split(), timeout=120)
        run.assert_outcomes(passed=int(passed))
