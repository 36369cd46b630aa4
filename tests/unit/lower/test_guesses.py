"""Markers decide; guesses from comments, names and types replace them only in headers without markers."""

from __future__ import annotations

import re

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.ir import Header, Mark
from orthanc_codegen.lower import Annotations, guesses, lower
from orthanc_codegen.lower.guesses import is_flag, may_be_null
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan.conversions import Integer
from orthanc_codegen.plan.functions import Raises, ReturnsTuple
from orthanc_codegen.plan.python_types import arrival_type, input_type, output_type, result_type, return_type
from tests.headers.bare import function, header_with

from .snippets import functions

# The comment contradicts the markers.
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
    """Parse the bare header with added declarations."""
    return parse_header(header_with(declarations), "small.h")


def types(header: Header) -> list[str]:
    """Return the Python types of the arguments of the only function."""
    (plan,) = functions(lower(header, Annotations("none"))).values()
    return [input_type(argument.conversion) for argument in plan.arguments]


def test_markers_decide_whatever_the_words_say() -> None:
    header = read(MACROS + CONTRADICTION)
    assert types(header) == ["str | None", "bool", "str", "int"]
    assert guesses(header) == ()


def test_words_decide_in_a_header_without_markers() -> None:
    header = read(UNMARKED)
    assert types(header) == ["str", "int", "str | None", "bool"]
    told = [
        "OrthancPluginPaint(brush) may be NULL, by its comment",
        "OrthancPluginPaint(coats) is a flag, by its comment",
    ]
    assert [str(guess) for guess in guesses(header)] == told


def test_words_do_not_count_if_only_the_macros_are_there() -> None:
    header = read(MACROS + UNMARKED)
    assert types(header) == ["str", "int", "str", "int"]
    assert guesses(header) == ()


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


def test_nothing_of_the_interface_header_is_guessed() -> None:
    assert guesses(pipeline.interface()) == ()
    assert pipeline.coverage(pipeline.load().header).guesses == ()


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
    assert [str(guess) for guess in guesses(header)] == [
        "OrthancPluginCallCat(name) may be NULL, by its comment",
        "OrthancPluginCallCat(purrs) is a flag, by its comment",
        "OrthancPluginOnCat(cat) may be NULL, by its comment",
        "OrthancPluginOnCat(purrs) is a flag, by its type",
        "OrthancPluginCatEvent.cat may be NULL, by its comment",
    ]


OUTPUTS = """
    typedef int32_t FLAG (*OrthancPluginIsOpen)(uint8_t sunday FLAG, uint8_t* busy FLAG);
    ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginVisit(OrthancPluginContext* context,
      uint8_t* found FOUND, uint8_t* full FLAG, uint32_t* seats, uint16_t status STATUS,
      OrthancPluginIsOpen isOpen)
    { return OrthancPluginErrorCode_Success; }
    ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginDrive(OrthancPluginContext* context,
      uint16_t* httpStatus STATUS)
    { return OrthancPluginErrorCode_Success; }
    ORTHANC_PLUGIN_INLINE uint8_t FLAG OrthancPluginIsThere(OrthancPluginContext* context) { return 1; }
    """
MARKERS = {"FLAG": "FLAG", "FOUND": "FOUND", "STATUS": "HTTP_STATUS"}
ALL_MACROS = MACROS + "".join(
    MACROS.partition("\n")[0].replace("NULLABLE", m) + "\n" for m in ("FOUND", "HTTP_STATUS")
)


def with_markers(declarations: str, markers: dict[str, str]) -> str:
    """Replace each placeholder in a declaration by its marker, or by nothing."""
    for word, marker in markers.items():
        declarations = re.sub(rf"\b{word}\b", marker and f"ORTHANC_PLUGIN_{marker}", declarations)
    return declarations


def described(header: Header) -> list[str]:
    """Describe the conversions of the functions and callbacks of OUTPUTS."""
    plan = lower(header, Annotations("none"))
    visit, drive, is_there = functions(plan).values()
    (is_open,) = plan.callbacks
    assert isinstance(visit.returns, ReturnsTuple)
    return [
        f"found: {visit.returns.found is not None}",
        *(f"{o.name}: {output_type(o.conversion)}" for o in visit.returns.outputs),
        *(f"{a.name}: {type(a.conversion).__name__}" for a in visit.arguments[:1]),
        f"drive: {type(drive.call.errors).__name__}",
        f"is there: {return_type(is_there)}",
        *(f"{a.name}: {arrival_type(a.conversion)}" for a in is_open.arguments),
        f"is open: {result_type(is_open)}",
    ]


GUESSED = [
    "found: True",
    "full: bool",
    "seats: int",
    "status: HttpStatus",
    "drive: RaisesUnlessAnswered",
    "is there: bool",
    "sunday: bool",
    "is open: tuple[bool, bool]",
]


def test_names_and_types_decide_in_a_header_without_markers() -> None:
    header = read(with_markers(OUTPUTS, dict.fromkeys(MARKERS, "")))
    assert described(header) == GUESSED
    assert [str(guess) for guess in guesses(header)] == [
        "OrthancPluginVisit(found) states whether there are values, by its name",
        "OrthancPluginVisit(full) is a flag, by its type",
        "OrthancPluginVisit(status) is an HTTP status, by its name",
        "OrthancPluginDrive(httpStatus) is an HTTP status, by its name",
        "the result of OrthancPluginIsThere is a flag, by its type",
        "OrthancPluginIsOpen(sunday) is a flag, by its type",
        "OrthancPluginIsOpen(busy) is a flag, by its type",
        "the result of OrthancPluginIsOpen is a flag, by its type",
    ]


def test_a_parameter_without_a_name_is_not_taken_for_the_result() -> None:
    header = read("typedef uint32_t (*OrthancPluginIsOpen)(uint8_t);")
    assert [str(guess) for guess in guesses(header)] == [
        "OrthancPluginIsOpen(argument1) is a flag, by its type"
    ]


def test_markers_decide_whatever_names_and_types_are() -> None:
    renamed = {"found": "hit", "status": "reason", "httpStatus": "speed", "uint8_t": "int32_t"}
    text = with_markers(OUTPUTS, MARKERS)
    for before, after in renamed.items():
        text = re.sub(rf"\b{before}\b", after, text)
    header = read(ALL_MACROS + text)
    assert described(header) == [line.replace("status:", "reason:") for line in GUESSED]
    assert guesses(header) == ()


def test_names_and_types_do_not_count_if_only_the_macros_are_there() -> None:
    header = read(ALL_MACROS + with_markers(OUTPUTS, dict.fromkeys(MARKERS, "")))
    plan = lower(header, Annotations("none"))
    visit, drive, is_there = functions(plan).values()
    assert isinstance(visit.returns, ReturnsTuple)
    assert visit.returns.found is None
    assert [type(o.conversion) for o in (*visit.outputs, *drive.outputs, *is_there.outputs)] == [Integer] * 5
    assert [type(a.conversion) for a in visit.arguments[:1]] == [Integer]
    assert drive.call.errors == Raises()
    (is_open,) = plan.callbacks
    assert result_type(is_open) == "tuple[int, int]"


@pytest.mark.parametrize(
    ("declarations", "title"),
    [
        (UNMARKED, "2 markers are guessed, since the header has none"),
        (UNMARKED.replace("May be NULL.", ""), "1 marker is guessed, since the header has none"),
    ],
)
def test_coverage_reports_the_words(declarations: str, title: str) -> None:
    header = read(declarations)
    report = Coverage.of(lower(header, Annotations("none")), guesses(header))
    assert f"\n{title}:\n\n- OrthancPluginPaint(" in report.to_markdown()
    assert report.to_table().notes[1].startswith(f"{title}: OrthancPluginPaint(")


def test_coverage_does_not_mention_guesses_if_there_are_none() -> None:
    header = read(MACROS + CONTRADICTION)
    report = Coverage.of(lower(header, Annotations("none")), guesses(header))
    assert "guessed" not in report.to_markdown()
    assert len(report.to_table().notes) == 1


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
    assert may_be_null(doc) is expected


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
    assert is_flag(doc) is expected
