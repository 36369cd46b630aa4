"""The reference links symbols, and shows the definition of a callback as a script writes it."""

from __future__ import annotations

import ast

import pytest

from orthanc_codegen.plan import CallbackPlan
from orthanc_codegen.render.links import Links, wrapped_definition

from ... import interface


@pytest.fixture(scope="module")
def links() -> Links:
    return Links.of(interface.plan())


def callback(name: str) -> CallbackPlan:
    (found,) = [c for c in interface.plan().callbacks if c.name == name]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call OrthancPluginRestApiGet().", "Call :py:obj:`RestApiGet() <orthanc.RestApiGet>`."),
        ("OrthancPluginRestApiGet()", "\\ :py:obj:`RestApiGet() <orthanc.RestApiGet>`"),
        ("a_b (OrthancPluginRestApiGet)s", "a\\_b (:py:obj:`RestApiGet() <orthanc.RestApiGet>`)s"),
        ("1/OrthancPluginImage-s", "1/\\ :py:obj:`Image <orthanc.Image>`\\ -s"),
        (
            "Code OrthancPluginErrorCode_UnknownResource",
            "Code :py:obj:`ErrorCode.UNKNOWN\\_RESOURCE <orthanc.ErrorCode.UNKNOWN_RESOURCE>`",
        ),
        ("OrthancPluginFreeString() is unknown.", "OrthancPluginFreeString() is unknown."),
        ("- item of OrthancPluginImage", "- item of :py:obj:`Image <orthanc.Image>`"),
    ],
)
def test_texts_link_symbols(links: Links, text: str, expected: str) -> None:
    assert links.prose(text) == expected


def test_types_link_classes(links: Links) -> None:
    assert links.type("_Bytes") == ":py:obj:`Bytes <orthanc.Bytes>`"
    assert "`Image <orthanc.Image>`" in links.type("Image | None")


def test_names_without_documentation_are_no_links(links: Links) -> None:
    assert links.symbol("RestApiGet()") == ":py:obj:`RestApiGet() <orthanc.RestApiGet>`"
    assert links.symbol("Nothing()") == "``Nothing()``"


def test_a_method_may_lack_its_class(links: Links) -> None:
    method = "DicomInstance.GetInstanceDicomWebJson"
    assert links.symbol("GetInstanceDicomWebJson()") == f":py:obj:`{method}() <orthanc.{method}>`"


def test_a_callback_is_shown_as_a_script_writes_it(links: Links) -> None:
    assert "\n".join(links.definition(callback("RestCallback"))) == (
        "def callback(\n"
        "    output: orthanc.RestOutput,\n"
        "    uri: str,\n"
        "    *,\n"
        "    method: str,\n"
        "    groups: tuple[str, ...],\n"
        "    headers: dict[str, str],\n"
        "    get: dict[str, str] | None = None,\n"
        "    body: bytes | None = None,\n"
        "    authentication_payload: bytes | None = None,\n"
        ") -> None:"
    )


def test_every_definition_is_python_and_fits(links: Links) -> None:
    for each in interface.plan().callbacks:
        lines = links.definition(each)
        ast.parse("\n".join([*lines, "    pass"]))
        assert max(map(len, lines)) <= 88, each.name


def test_short_definitions_stay_on_one_line() -> None:
    assert wrapped_definition("f", ["a: int"], "None") == ["def f(a: int) -> None:"]
    assert wrapped_definition("f", [], "int") == ["def f() -> int:"]


def test_long_results_are_wrapped_between_alternatives() -> None:
    result = " | ".join(f"tuple[{name * 20} | None, int]" for name in "abc")
    assert wrapped_definition("f", ["a: int"], result) == [
        "def f(",
        "    a: int,",
        ") -> (",
        f"    tuple[{'a' * 20} | None, int]",
        f"    | tuple[{'b' * 20} | None, int]",
        f"    | tuple[{'c' * 20} | None, int]",
        "):",
    ]
