"""The fixture `orthanc_core` in a test run: failure reports, skips, and the two fixtures side by side."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from orthanc_testing.locate import Plugin

SCRIPT = """
import orthanc

def hello(output, uri, **request):
    orthanc.LogWarning("hello from the script")
    output.AnswerBuffer(orthanc.RestApiGet("/system"), "text/plain")

orthanc.RegisterRestCallback("/hello", hello)
"""


@pytest.fixture
def project(pytester: pytest.Pytester, plugin: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Make a folder with a script, which pytest's configuration names."""
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(plugin))
    pytester.makeini("[pytest]\northanc_script = hello.py\n")
    (pytester.path / "hello.py").write_text(SCRIPT)
    return pytester


def run(project: pytest.Pytester) -> pytest.RunResult:
    return project.runpytest_subprocess("-p", "no:cacheprovider", "-ra", timeout=120)


def test_a_failure_shows_the_log_and_the_missing_answer(project: pytest.Pytester) -> None:
    project.makepyfile("def test_it(orthanc_core):\n    orthanc_core.get('/hello')\n")
    result = run(project)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            '*Unanswered: the script asked for GET /system*: orthanc_core.rest.on("GET", "/system", …)*',
            "*Orthanc's log*",
            "W hello from the script",
        ]
    )


def test_what_a_test_has_not_seen_fails_at_its_end(project: pytest.Pytester) -> None:
    project.makepyfile("""
        import threading

        def test_it(orthanc_core):
            orthanc_core.load()
            thread = threading.Thread(target=orthanc_core.orthanc.RestApiGet, args=("/late",))
            thread.start()
            thread.join()
        """)
    result = run(project)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*Unanswered: the script asked for GET /late*"])


def test_the_module_can_be_imported_and_each_test_has_its_own_core(project: pytest.Pytester) -> None:
    project.makepyfile("""
        import orthanc
        import pytest

        @pytest.mark.parametrize("number", range(3))
        def test_it(orthanc_core, number):
            assert orthanc_core.rest.requests == []
            orthanc_core.rest.on("GET", "/system", str(number))
            assert orthanc_core.get("/hello").text == str(number)
            assert orthanc_core.orthanc is orthanc
            assert len(orthanc_core.rest.requests) == 1
        """)
    run(project).assert_outcomes(passed=3)


def test_with_a_wrong_plugin_tests_fail_and_the_import_says_why(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", "/nowhere")
    project.makepyfile("""
        import pytest

        def test_it(orthanc_core):
            pass

        def test_import():
            with pytest.raises(ModuleNotFoundError, match="names a folder without the plugin"):
                import orthanc
        """)
    result = run(project)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["ORTHANC_PYTHON_PLUGIN names a folder without the plugin*: /nowhere. *"])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "the plugin has no interface.json, so it is older than this kit: *"),
        ("{", "interface.json is damaged: build or install the plugin again *"),
        (
            '{"format": 0}',
            "interface.json has the format 0, but this kit reads 1: build or install both again",
        ),
    ],
    ids=["missing", "damaged", "old"],
)
def test_a_description_that_cannot_be_read_fails_the_test(
    project: pytest.Pytester,
    plugin: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: str | None,
    reason: str,
) -> None:
    copy = Path(shutil.copytree(plugin, tmp_path / "plugin"))
    description = Plugin(copy).description
    description.unlink()
    if content is not None:
        description.write_text(content)
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(copy))
    project.makepyfile("def test_it(orthanc_core):\n    pass\n")
    result = run(project)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([reason])


def test_without_a_plugin_tests_are_skipped_and_another_module_fails_them(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.makepyfile(test_it="def test_it(orthanc_core):\n    pass\n")
    with monkeypatch.context() as other:
        other.delenv("ORTHANC_PYTHON_PLUGIN")
        project.makeconftest("from orthanc_testing import locate\nlocate._candidates = lambda: iter(())\n")
        result = run(project)
        result.assert_outcomes(skipped=1)
        result.stdout.fnmatch_lines(["SKIPPED*neither installed nor built*pip install*"])
    project.makepyfile(orthanc="", conftest="")
    result = run(project)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["`import orthanc` imports *orthanc.py, not the plugin's module *"])
