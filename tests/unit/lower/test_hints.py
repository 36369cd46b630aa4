"""NULL and flags are decided by markers, and by the words of comments only in headers without any."""

from __future__ import annotations

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.ir import Header, Mark
from orthanc_codegen.lower import Annotations, decided_by_words, lower
from orthanc_codegen.lower.hints import is_flag, may_be_null
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan.python_types import input_type
from tests.headers.bare import function, header_with

from .snippets import functions

# The comment says the contrary of the markers.
CONTRADICTION = function(
    "Paint",
    "const char* colour ORTHANC_PLUGIN_NULLABLE, uint8_t glossy ORTHANC_PLUGIN_FLAG,"
    " const char* brush, uint8_t coats",
    doc="""@param colour The colour.
    @param glossy How it shines.
    @param brush The brush. May be NULL.
    @param coats 0 for one coat, 1 for two.""",
)
UNMARKED = CONTRADICTION.replace(" ORTHANC_PLUGIN_NULLABLE", "").replace(" ORTHANC_PLUGIN_FLAG", "")
MACROS = '#define ORTHANC_PLUGIN_NULLABLE __attribute__((annotate("ORTHANC_PLUGIN_NULLABLE")))\n'
MACROS += MACROS.replace("NULLABLE", "FLAG")


def read(declarations: str) -> Header:
    """Parse the bare header with some declarations more."""
    return parse_header(header_with(declarations), "small.h")


def types(header: Header) -> list[str]:
    """Return the types of the arguments of the only function."""
    (plan,) = functions(lower(header, Annotations("none"))).values()
    return [input_type(argument.conversion) for argument in plan.arguments]


def test_markers_decide_whatever_the_words_say() -> None:
    header = read(MACROS + CONTRADICTION)
    assert types(header) == ["str | None", "bool", "str", "int"]
    assert decided_by_words(header) == ()


def test_words_decide_in_a_header_without_markers() -> None:
    header = read(UNMARKED)
    assert types(header) == ["str", "int", "str | None", "bool"]
    told = ["OrthancPluginPaint(brush) may be NULL", "OrthancPluginPaint(coats) is a flag"]
    assert [str(decision) for decision in decided_by_words(header)] == told


def test_words_do_not_count_if_only_the_macros_are_there() -> None:
    header = read(MACROS + UNMARKED)
    assert types(header) == ["str", "int", "str", "int"]
    assert decided_by_words(header) == ()


def test_marks_of_a_header() -> None:
    header = read(MACROS + CONTRADICTION)
    marks = {p.name: p.marks for p in header.functions[-1].parameters}
    assert marks == {
        "context": frozenset(),
        "colour": {Mark.NULLABLE},
        "glossy": {Mark.FLAG},
        "brush": frozenset(),
        "coats": frozenset(),
    }
    assert {p.marks for p in read(UNMARKED).functions[-1].parameters} == {None}


def test_nothing_of_the_interface_header_is_decided_by_words() -> None:
    assert decided_by_words(pipeline.interface()) == ()
    assert pipeline.coverage(pipeline.load().header).decided_by_words == ()


def test_handles_and_functions_of_callbacks() -> None:
    header = read("""
        typedef struct _OrthancPluginCat_t OrthancPluginCat;
        /**
         * @param cat The cat.
         * @param name What it is called. May be NULL.
         * @param purrs Whether it purrs.
         **/
        typedef void (*OrthancPluginCallCat)(OrthancPluginCat* cat, const char* name, uint8_t purrs);
        /**
         * @param cat The cat. May be NULL if it is out.
         * @param name May be NULL, but is text of the core.
         * @param purrs 0 or 1.
         **/
        typedef void (*OrthancPluginOnCat)(
          OrthancPluginCat* cat, const char* name, uint8_t purrs, OrthancPluginCallCat callCat);
        typedef struct
        {
          OrthancPluginCat* cat;  /*!< May be NULL. */
          const char* name;       /*!< May be NULL. */
        } OrthancPluginCatEvent;
        """)
    assert [str(decision) for decision in decided_by_words(header)] == [
        "OrthancPluginCallCat(name) may be NULL",
        "OrthancPluginCallCat(purrs) is a flag",
        "OrthancPluginOnCat(cat) may be NULL",
        "OrthancPluginCatEvent.cat may be NULL",
    ]


@pytest.mark.parametrize(
    ("declarations", "title"),
    [
        (UNMARKED, "2 decisions are based on the wording of comments"),
        (UNMARKED.replace("May be NULL.", ""), "1 decision is based on the wording of comments"),
    ],
)
def test_coverage_reports_the_words(declarations: str, title: str) -> None:
    header = read(declarations)
    report = Coverage.of(lower(header, Annotations("none")), decided_by_words(header))
    assert f"\n{title}:\n\n- OrthancPluginPaint(" in report.to_markdown()
    assert str(report.to_table().caption).partition("\n")[2].startswith(f"{title}: OrthancPluginPaint(")


def test_coverage_does_not_mention_words_that_decide_nothing() -> None:
    header = read(MACROS + CONTRADICTION)
    report = Coverage.of(lower(header, Annotations("none")), decided_by_words(header))
    assert "words" not in report.to_markdown()
    assert "words" not in str(report.to_table().caption)


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        ("The password (can be NULL if no password protection).", True),
        ("The image. Can be NULL, if the pixel data is in the JSON.", True),
        ("The greeting (may be NULL).", True),
        ("The key, which can be set to NULL.", True),
        ("The key, which must not be NULL.", False),
        ("The key, which cannot be NULL.", False),
        ("", False),
    ],
)
def test_parameters_that_may_be_null(doc: str, expected: bool) -> None:
    assert may_be_null(None, doc) is expected


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        ("0 to compress, 1 to uncompress.", True),
        ("1 to authenticate through PKCS#11, 0 otherwise.", True),
        ("Whether to also write it to the log.", True),
        ("Enable PKCS#11 client authentication.", True),
        ("Quality from 1 (smallest result) to 100 (closest to the original).", False),
        ("Red part of the colour, 0 to 255.", False),
        ("A number between 0 and 1.", False),
        ("The number of seconds; 0 stands for the value that is configured.", False),
        ("", False),
    ],
)
def test_integers_that_are_flags(doc: str, expected: bool) -> None:
    assert is_flag(None, doc) is expected
