"""Runs the code blocks of the documentation: scripts in a real Orthanc, and configurations."""

from __future__ import annotations

import collections
import functools
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from orthanc_codegen.check import Interface, check_scripts
from orthanc_codegen.lower import OLDEST_CORE
from orthanc_testing import Server, Servers
from orthanc_testing.inprocess.start import open_core

from .. import interface
from ..tools import ROOT
from .blocks import Block, Command, all_blocks, blocks_of
from .calls import CONFIGURATION, TRIALS, InCore, RunBy, Trial
from .conftest import Archive
from .named import require_test

# Other languages are only shown. A new one is an error, so that somebody decides whether it can run.
_LANGUAGES: Final = frozenset({"", "python", "json", "bash", "console", "sh", "shell"})
_SHOWN: Final = frozenset({"dockerfile", "ini", "text", "toml", "yaml"})


def _each(*languages: str) -> pytest.MarkDecorator:
    blocks = [block for block in all_blocks() if block.language in languages and block.reason is None]
    return pytest.mark.parametrize("block", blocks, ids=str)


@pytest.fixture
def server_of(
    orthanc_servers: Servers[Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[Server]]:
    """Return a list for the server of a test, whose working directory is temporary; kill it afterwards."""
    monkeypatch.chdir(tmp_path)
    servers: list[Server] = []
    yield servers
    for server in servers:
        orthanc_servers.kill(server)


_PYTHON: Final = [block for block in all_blocks() if block.language == "python"]


def _trial(block: Block) -> Trial | InCore | RunBy | None:
    """Return how to run a block of Python."""
    return TRIALS[block.page][[other for other in _PYTHON if other.page == block.page].index(block)]


def _tried_as(kind: type) -> pytest.MarkDecorator:
    blocks = [block for block in _PYTHON if isinstance(_trial(block), kind)]
    return pytest.mark.parametrize("block", blocks, ids=str)


def test_every_block_of_python_is_tried() -> None:
    counts = collections.Counter(block.page for block in _PYTHON)
    assert {page: len(trials) for page, trials in TRIALS.items()} == counts
    assert [block for block in _PYTHON if (_trial(block) is None) != (block.reason is not None)] == []


@_tried_as(Trial)
def test_python(
    block: Block, orthanc_servers: Servers[Server], server_of: list[Server], archive: Archive, tmp_path: Path
) -> None:
    trial = _trial(block)
    assert isinstance(trial, Trial)
    options: dict[str, Any] = {"configuration": CONFIGURATION, "environment": {"NO_PROXY": "*"}}
    script = trial.script(block.text, archive.address, tmp_path)
    server_of.append(orthanc_servers.start(script, dicom=True, verbose=trial.verbose, **options))
    assert not re.search(r"^E\d{4} ", server_of[0].log, re.MULTILINE), server_of[0].log
    trial.call(server_of[0])
    server_of[0].until(lambda: not trial.asked or trial.asked in archive.requests)
    log = server_of[0].log
    assert (log.count("Traceback"), trial.raises in log) == (bool(trial.raises), True), log


@_tried_as(InCore)
def test_python_for_newer_releases(block: Block, tmp_path: Path) -> None:
    trial = _trial(block)
    assert isinstance(trial, InCore)
    script = tmp_path / "script.py"
    script.write_text(block.text, encoding="utf-8")
    core = open_core(script, environment=trial.environment)
    try:
        trial.call(core)
        assert "Traceback" not in core.log, core.log
    finally:
        core.close()


@_tried_as(RunBy)
def test_a_test_runs_the_block(block: Block) -> None:
    trial = _trial(block)
    assert isinstance(trial, RunBy)
    require_test(trial.test)


def test_a_test_runs_with_both_fixtures(
    pytester: pytest.Pytester, plugin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (fixture,) = (block.text for block in _PYTHON if "def orthanc_either" in block.text)
    (script,) = (block.text for block in _PYTHON if block.page == "docs/index.md")
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(plugin))
    pytester.makepyfile(hello=script)
    pytester.makepyfile(f"import pytest\n\n{fixture}\n{_USE_OF_EITHER}")
    pytester.runpytest_subprocess("-p", "no:cacheprovider", timeout=120).assert_outcomes(passed=2)


_USE_OF_EITHER: Final = """
@pytest.fixture(scope="module")
def orthanc_script():
    return "hello.py"

def test_it(orthanc_either):
    assert orthanc_either.get("/hello?name=Jane").text == "Hello, Jane\\n"
"""


@pytest.mark.parametrize(
    ("body", "status"),
    [("output.AnswerBuffer('x', 'text/plain')", 200), ("output.AnswerBuffer(1, 'text/plain')", 500)],
)
def test_a_block_that_fails_is_found(
    body: str, status: int, orthanc_servers: Servers[Server], server_of: list[Server], tmp_path: Path
) -> None:
    trial = TRIALS["docs/guides/rest.md"][1]
    assert isinstance(trial, Trial)
    server_of.append(orthanc_servers.start(trial.script(body, "", tmp_path)))
    answer = server_of[0].get("/fragment/x")
    assert (answer.status, "Traceback" in server_of[0].log) == (status, status == 500)


_REASONED: Final = [block for block in all_blocks() if block.reason is not None]


@pytest.mark.parametrize("block", _REASONED, ids=str)
def test_a_reason_names_a_test(block: Block) -> None:
    (named,) = re.findall(r"; (\S+\.py) runs the like$", str(block.reason))
    require_test(named)


@_each("python")
def test_python_is_checked(block: Block, tmp_path: Path) -> None:
    """Expect no finding of `orthanc-codegen check` but those that the page shows."""
    if block.is_script:
        file = tmp_path / "script.py"
        file.write_text(block.text, encoding="utf-8")
        (report,) = check_scripts([file], _interface(), None).scripts
        found = {finding.code for finding in report.findings}
        assert found <= set(re.findall(r"\[([\w-]+)\]$", _after(block), re.MULTILINE)), report.findings


_SCRIPTS: Final = [
    file for part in ("guides", "cookbook") for file in sorted((ROOT / "samples" / part).glob("*.py"))
]


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda script: script.stem)
def test_scripts_of_pages_are_checked(script: Path) -> None:
    (report,) = check_scripts([script], _interface(), None).scripts
    assert report.findings == ()


@functools.cache
def _interface() -> Interface:
    return Interface.of(interface.plan(), OLDEST_CORE)


def _after(block: Block) -> str:
    """Return the text of the page behind a block, which may show what `check` reports for it."""
    lines = (ROOT / block.page).read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[block.line :][:40])


@_each("json")
def test_json(block: Block, orthanc_servers: Servers[Server], server_of: list[Server]) -> None:
    configuration = block.configuration
    if configuration is None:
        block.json()
        return
    # The folder of the plugin and the environment are those of the reader's machine.
    options = {name: value for name, value in configuration.items() if name != "Plugins"}
    if isinstance(python := options.get("Python"), dict):
        options["Python"] = {name: value for name, value in python.items() if name != "VirtualEnv"}
    server_of.append(orthanc_servers.start("import orthanc\n", dicom=True, configuration=options))
    assert not re.search("unknown and ignored|is ignored", server_of[0].log), server_of[0].log


def test_every_language_is_known() -> None:
    unknown = [str(block) for block in all_blocks() if block.language not in _LANGUAGES | _SHOWN]
    assert unknown == []


def test_blocks_are_collected() -> None:
    page = "\n".join(
        [
            "% not run: why",
            "```json",
            "{}",
            "```",
            "",
            "    $ make run",
            "    output",
            "",
            "```{note}",
            "x",
            "```",
        ]
    )
    fenced, indented = blocks_of(page, "page.md")
    assert (fenced.line, fenced.text, fenced.reason) == (2, "{}\n", "why")
    assert (indented.line, indented.commands, indented.reason) == (
        6,
        [Command("page.md", "make run", ("output",))],
        None,
    )


_PAGES: Final = sorted((ROOT / "docs").rglob("*.md"))
_SHOWS: Final = re.compile(r"^```\{literalinclude\} (\S+)$", re.MULTILINE)


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_shown_script_exists_and_has_a_test(page: Path) -> None:
    for path in _SHOWS.findall(page.read_text(encoding="utf-8")):
        script = (page.parent / path).resolve()
        assert script.is_file(), script
        match script.relative_to(ROOT).parts:
            case ("samples", "cluster", _):
                assert (ROOT / "tests" / "cluster" / "test_sample.py").is_file()
            case ("samples", first, *rest) if first != "tests":
                test = (ROOT / "samples" / "tests").joinpath(first, *rest).with_name(f"test_{script.name}")
                assert test.is_file(), test


_DOCS: Final = ROOT / "docs"
_GUIDES: Final = [
    *(page for page in _PAGES if page.parent.name == "guides" and page.stem != "index"),
    *(_DOCS / f"{name}.md" for name in ("async", "cluster", "configuration", "debugging", "testing")),
]


@pytest.mark.parametrize("guide", _GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_begins_with_a_wish_ends_with_a_script_and_is_in_the_index(guide: Path) -> None:
    begin, _, end = guide.read_text(encoding="utf-8").partition("## Complete script")
    assert "You want " in begin.split("\n\n")[1]
    assert _SHOWS.search(end)
    assert "\n## " not in end
    index = (_DOCS / "guides" / "index.md").read_text(encoding="utf-8")
    assert f"]({os.path.relpath(guide, _DOCS / 'guides')})" in index
