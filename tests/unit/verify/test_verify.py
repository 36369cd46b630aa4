"""An official header passes, and any change of its interface is reported."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.ir import Version
from orthanc_codegen.sdk import known_releases
from orthanc_codegen.verify import Verification, compare, known_drift
from orthanc_codegen.verify.drift import is_known
from tests.unit.test_cli import call

# A text in the official header of 1.10.1, its replacement, and a part of the reported difference.
CHANGES = [
    (
        "OrthancPluginHttpMethod_Put = 3",
        "OrthancPluginHttpMethod_Put = 9",
        "OrthancPluginHttpMethod_Put: value",
    ),
    (
        "uint32_t                groupsCount",
        "uint64_t groupsCount",
        "HttpRequest.groupsCount: type",
    ),
    ("_OrthancPluginService_RestApiGet,", "_OrthancPluginService_RestApiDelete,", "RestApiGet: service"),
]


def changed(official: Path, folder: Path, before: str, after: str) -> Path:
    """Write the header with one change."""
    text = official.read_text()
    assert before in text, before
    file = folder / "OrthancCPlugin.h"
    file.write_text(text.replace(before, after, 1))
    return file


def test_the_installed_header_passes(official_header: Path) -> None:
    result = call("verify", official_header, "--abi")
    assert result.exit_code == 0, result.output
    assert "166 functions" in result.stdout
    assert "0 others" in result.stdout


def test_as_json(official_header: Path) -> None:
    report = json.loads(call("verify", official_header, "--format", "json").stdout)
    assert report["same"] is True
    assert (report["declares"], report["release"], report["abi_differences"]) == ("1.10.1", "1.10.1", None)
    assert "OrthancPluginSendHttpStatus(body)" in {row["symbol"] for row in report["known_drift"]}


def test_another_release_differs(official_header: Path) -> None:
    result = call("verify", official_header, "--sdk", "1.11.0")
    assert result.exit_code == 1
    assert "the official header lacks this" in result.stdout


def test_an_unknown_release(official_header: Path) -> None:
    result = call("verify", official_header, "--sdk", "1.10.9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "the nearest is 1.10.1" in result.stderr


@pytest.mark.parametrize(("before", "after", "said"), CHANGES, ids=[change[2] for change in CHANGES])
def test_a_changed_declaration(
    official_header: Path, tmp_path: Path, before: str, after: str, said: str
) -> None:
    result = call("verify", changed(official_header, tmp_path, before, after))
    assert result.exit_code == 1
    assert said in result.stdout


@pytest.mark.parametrize(
    ("before", "after", "subject"),
    [
        (
            "params.method = method;",
            "params.method = OrthancPluginHttpMethod_Get;",
            "OrthancPluginHttpClient",
        ),
        ("return -1;", "return -2;", "OrthancPluginGetInstanceSize"),
        ("params.quality = 0;", "params.quality = 1;", "OrthancPluginCompressAndAnswerPngImage"),
    ],
)
def test_a_changed_body_shows_in_the_compiled_code(
    tmp_path: Path, before: str, after: str, subject: str
) -> None:
    text = pipeline.load("1.10.1").text.decode()
    start = text.index(f" {subject}(\n")
    at = text.find(before, start)
    if at < 0 or at > text.index("\n  }\n", start):
        pytest.fail(f"{before!r} is not in the body of {subject}")
    file = tmp_path / "OrthancCPlugin.h"
    file.write_text(text[:at] + after + text[at + len(before) :])
    assert call("verify", file).exit_code == 0
    result = call("verify", file, "--abi")
    assert result.exit_code == 1
    assert f"{subject}: compiled" in result.stdout


@pytest.mark.parametrize("release", ["1.0.0", "1.5.7", "1.12.8", str(known_releases()[-1].version)], ids=str)
def test_our_own_view_passes(tmp_path: Path, release: str) -> None:
    file = tmp_path / "OrthancCPlugin.h"
    file.write_bytes(pipeline.load(release).text)
    result: Verification = pipeline.verify(file, release, abi=True)
    assert (result.differences, result.drift, result.abi) == ((), (), ())


# Parameters with other names in official headers: the callback type, the release, and the renamed parameters.
RENAMED = [
    ("OrthancPluginWorklistCallback", "1.0.0", {"issuerAet": "remoteAet"}),
    (
        "OrthancPluginMoveCallback",
        "1.1.0",
        {"originatorAet": "issuerAet", "originatorId": "moveOriginatorId"},
    ),
]


@pytest.mark.parametrize(("callback", "release", "names"), RENAMED, ids=[row[0] for row in RENAMED])
def test_renamed_parameters_of_an_old_header(
    tmp_path: Path, callback: str, release: str, names: dict[str, str]
) -> None:
    file = tmp_path / "OrthancCPlugin.h"
    text = pipeline.load(release).text.decode()
    start = text.index(f"(*{callback})")
    end = text.index(");", start)
    declaration = text[start:end]
    for ours, official in names.items():
        assert re.search(rf"\b{ours}\b", declaration)
        declaration = re.sub(rf"\b{ours}\b", official, declaration)
    file.write_text(text[:start] + declaration + text[end:])
    result: Verification = pipeline.verify(file, release, abi=False)
    assert (result.differences, len(result.drift)) == ((), 1)
    registrar = callback.replace("OrthancPlugin", "OrthancPluginRegister")
    plan = pipeline.plan_for(pipeline.load(file=file).header)
    assert next(s for s in plan.functions if s.name == registrar).python


def test_drift_is_known_for_older_releases_and_these_spellings_only() -> None:
    drift = next(d for d in known_drift() if d.difference.symbol == "OrthancPluginSendHttpStatus(body)")
    assert is_known(drift.difference, Version(1, 10, 1))
    assert drift.until is not None
    assert not is_known(drift.difference, drift.until)
    assert drift.reason
    symbols = [(d.difference.symbol, d.difference.aspect) for d in known_drift()]
    assert len(symbols) == len(set(symbols))


def test_every_kind_of_difference_is_seen() -> None:
    interface = pipeline.interface()
    struct = next(s for s in interface.structs if len(s.fields) > 1)
    turned = replace(struct, fields=struct.fields[::-1])
    value = replace(interface.enums[0].enumerators[0], value=99)
    grown = replace(interface.enums[0], enumerators=(value, *interface.enums[0].enumerators[1:]))
    ours = replace(
        interface,
        structs=tuple(turned if s is struct else s for s in interface.structs),
        enums=(grown, *interface.enums[1:]),
        opaques=interface.opaques[1:],
    )
    assert [(d.symbol, d.aspect) for d in compare(ours, interface)] == [
        (value.name, "value"),
        (struct.name, "fields"),
        (interface.opaques[0].name, "handle"),
    ]
