"""The page docs/start.md, followed word by word with the built plugin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orthanc_testing import Server, Servers

from ..tools import ROOT

pytestmark = pytest.mark.usefixtures("built")

_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[str]:
    """Return the script and its test."""
    found = _BLOCK.findall((ROOT / "docs" / "start.md").read_text(encoding="utf-8"))
    assert len(found) == 2
    return found


def test_its_tests_pass(pytester: pytest.Pytester, plugin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(plugin))
    script, tests = blocks()
    pytester.path.joinpath("hello.py").write_text(script, encoding="utf-8")
    pytester.path.joinpath("test_hello.py").write_text(tests, encoding="utf-8")
    run = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-q", "test_hello.py", timeout=120)
    run.assert_outcomes(passed=2)


def test_its_script_answers_in_a_server(orthanc_servers: Servers[Server]) -> None:
    server = orthanc_servers.start(blocks()[0])
    assert server.get("/hello?name=Orthanc").text == "Hello, Orthanc\n"
