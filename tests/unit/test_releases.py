"""The commands about releases: the survey, the declarations of one, the changes between two, drafts."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.plan import Status
from orthanc_codegen.resources import runtime_dir
from orthanc_codegen.sdk import OLDEST_COVERED, interface_header, known_releases, text_of_view
from tests.tools import compile_cpp
from tests.unit.test_cli import call

PROMISED_SHARE = 94.0  # percent of the functions of every release that Python can call


@pytest.fixture(scope="module", autouse=True)
def one_survey() -> Iterator[None]:
    """Make the survey of all releases once for this file, since it takes seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "survey", functools.cache(pipeline.survey))
        yield


@pytest.fixture(scope="module")
def survey() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(call("coverage", "--all", "--format", "json").stdout)
    return rows


def test_the_runtime_compiles_with_the_oldest_header(tmp_path: Path) -> None:
    text = text_of_view(interface_header().read_text(encoding="utf-8"), OLDEST_COVERED)
    runtime = runtime_dir() / "module"
    every_header = tmp_path / "every_header.cpp"
    names = sorted(header.relative_to(runtime).as_posix() for header in runtime.rglob("*.h"))
    every_header.write_text("".join(f'#include "{name}"\n' for name in names), encoding="utf-8")
    sources = [every_header, *(runtime / name for name in ("handles/object.cpp", "python/errors.cpp"))]
    assert compile_cpp(sources, text.encode(), tmp_path) == ""


def test_every_release_has_a_row(survey: list[dict[str, Any]]) -> None:
    assert [row["sdk"] for row in survey] == [str(release.version) for release in known_releases()]
    for row, release in zip(survey, known_releases(), strict=True):
        covered = release.version >= OLDEST_COVERED
        assert row["header"] == ("interface" if covered else "not covered")
        assert (row["wrapped"] is not None) is covered


def test_every_function_of_every_release_is_accounted_for() -> None:
    rows = [row for row in pipeline.survey().rows if row.coverage is not None]
    assert len(rows) == 55
    for row in rows:
        assert row.coverage is not None
        assert row.coverage.total == row.functions, row.release
        assert row.coverage.percent >= PROMISED_SHARE, row.release
        assert row.coverage.by_status[Status.EXCLUDED] == 0, row.release


def test_nothing_of_the_newest_release_is_lost() -> None:
    report = json.loads(call("coverage", "--sdk", "1.13.0", "--format", "json").stdout)
    assert report["total"] == len(report["functions"]) == 207
    assert report["wrapped"] >= 202  # if it decreases, give the reason and change it
    assert report["by_status"]["excluded"] == 0
    assert all(row["reason"] for row in report["functions"] if row["status"] != "automatic")


def test_every_callback_type_of_the_newest_release_is_bound() -> None:
    plan = pipeline.plan_for(pipeline.load("1.13.0").header)
    assert [c.name for c in plan.callback_types if c.status is Status.EXCLUDED] == []
    assert all(c.reason for c in plan.callback_types if c.status is not Status.AUTOMATIC)


@pytest.mark.parametrize("release", [str(r.version) for r in known_releases() if r.version < OLDEST_COVERED])
def test_releases_before_the_oldest_covered_say_so(release: str) -> None:
    result = call("coverage", "--sdk", release)
    assert result.exit_code == 1
    assert f"the SDK {release} is not covered" in result.stderr


def test_a_row_says_what_the_coverage_of_the_release_says(survey: list[dict[str, Any]]) -> None:
    report = json.loads(call("coverage", "--sdk", "1.5.7", "--format", "json").stdout)
    row = next(row for row in survey if row["sdk"] == "1.5.7")
    assert report["total"] == row["functions"] == 139
    assert (report["wrapped"], report["percent"]) == (row["wrapped"], row["percent"])
    assert report["by_status"]["automatic"] == row["automatic"] > 105


def test_the_list_of_releases_is_the_survey(survey: list[dict[str, Any]]) -> None:
    assert json.loads(call("sdk", "list", "--format", "json").stdout) == survey


def test_the_survey_takes_other_annotations(tmp_path: Path, survey: list[dict[str, Any]]) -> None:
    notes = tmp_path / "none.toml"
    notes.write_text("")
    rows = json.loads(call("coverage", "--all", "--annotations", notes, "--format", "json").stdout)
    assert rows[-1]["functions"] == survey[-1]["functions"]
    assert rows[-1]["wrapped"] < survey[-1]["wrapped"]


@pytest.mark.parametrize("option", [("--sdk", "1.5.7"), ("--header", "OrthancCPlugin.h")])
def test_the_survey_is_about_every_release(option: tuple[str, str]) -> None:
    result = call("coverage", "--all", *option)
    assert result.exit_code == 2
    assert "--all reports on every release" in result.stderr


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_list_for_people(form: str) -> None:
    output = call("sdk", "list", "--format", form).stdout
    assert all(str(release.version) in output for release in known_releases())
    assert "2026-08-15" in output


def test_show() -> None:
    output = call("sdk", "show", "1.12.9").stdout
    assert "functions: 197" in output
    assert (
        "Since 1.12.8:\nfunctions: 4 added, 0 removed\n  + OrthancPluginRegisterHttpAuthentication" in output
    )


@pytest.mark.parametrize("version", ["0.9.5", "1.0.0"])
def test_show_without_a_release_before(version: str) -> None:
    assert "Since" not in call("sdk", "show", version).stdout


def test_show_of_no_release() -> None:
    result = call("sdk", "show", "1.12.99")
    assert result.exit_code == 1
    assert "the nearest is 1.12.11" in result.stderr


def test_diff_as_json() -> None:
    changes = json.loads(call("diff", "1.12.8", "1.12.9", "--format", "json").stdout)["changes"]
    assert "OrthancPluginSetStableStatus" in changes["functions"]["added"]
    assert changes["fields"]["added"] == [
        "OrthancPluginHttpRequest.authenticationPayload",
        "OrthancPluginHttpRequest.authenticationPayloadSize",
    ]
    assert "OrthancPluginStableStatus_Stable" in changes["enumerators"]["added"]
    assert not any(change["removed"] for change in changes.values())


def test_diff_backwards_and_to_itself() -> None:
    assert "- OrthancPluginSetStableStatus" in call("diff", "1.12.9", "1.12.8").stdout
    assert call("diff", "1.12.10", "1.12.11").stdout == "no differences between SDK 1.12.10 and 1.12.11\n"
    assert "No differences." in call("diff", "1.12.10", "1.12.11", "--format", "markdown").stdout


def test_diff_as_markdown() -> None:
    assert (
        "\n- added `OrthancPluginCallRestApi`\n"
        in call("diff", "1.9.1", "1.9.2", "--format", "markdown").stdout
    )


def test_draft_of_a_newer_header(tmp_path: Path) -> None:
    text = interface_header().read_text()
    newer = text.replace("MINOR_NUMBER 13", "MINOR_NUMBER 14").replace(
        "#ifdef __cplusplus\n}\n#endif",
        "ORTHANC_PLUGIN_INLINE void OrthancPluginMakeCoffee(OrthancPluginContext* context, const char* cup)\n"
        "{ context->InvokeService(context, _OrthancPluginService_LogInfo, cup); }\n"
        "#ifdef __cplusplus\n}\n#endif",
    )
    assert newer.count("OrthancPluginMakeCoffee") == 1
    header = tmp_path / "OrthancCPlugin.h"
    header.write_text(newer)
    output = call("draft", header).stdout
    assert 'ORTHANC_PLUGIN_SINCE_SDK("1.14.0")' in output
    assert "OrthancPluginMakeCoffee(" in output
    assert "OrthancPluginLogInfo(" not in output


def test_a_newer_header_binds_what_rules_can_and_reports_the_rest(tmp_path: Path) -> None:
    text = interface_header().read_text()
    new = """
      typedef struct { uint8_t strength; const char* cup; } _OrthancPluginMakeCoffee;
      ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginMakeCoffee(
        OrthancPluginContext* context, uint8_t strength, const char* cup)
      {
        _OrthancPluginMakeCoffee params;
        params.strength = strength;
        params.cup = cup;
        return context->InvokeService(context, _OrthancPluginService_LogInfo, &params);
      }
      ORTHANC_PLUGIN_INLINE void OrthancPluginMakeMystery(OrthancPluginContext* context, char (*what)[16])
      { context->InvokeService(context, _OrthancPluginService_LogInfo, what); }
    """
    header = tmp_path / "OrthancCPlugin.h"
    tail = "#ifdef __cplusplus\n}\n#endif"
    header.write_text(text.replace("MINOR_NUMBER 13", "MINOR_NUMBER 14").replace(tail, new + tail))
    report = json.loads(call("coverage", "--header", header, "--format", "json").stdout)
    assert (report["sdk"], report["total"]) == ("1.14.0", 209)
    found = {f["name"]: f for f in report["functions"]}
    assert found["OrthancPluginMakeCoffee"]["status"] == "automatic"
    assert found["OrthancPluginMakeCoffee"]["python"] == "orthanc.MakeCoffee"
    assert found["OrthancPluginMakeMystery"]["status"] == "excluded"
    assert found["OrthancPluginMakeMystery"]["reason"]
    result = call("generate", "--header", header, "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "def MakeCoffee(" in (tmp_path / "out" / "orthanc.pyi").read_text()
