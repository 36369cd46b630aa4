"""Doc comments: their parts, plain text, and the declaration that each belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orthanc_codegen.ir import Doc, Header
from orthanc_codegen.parse.doxygen import parse_doc, plain, summary

from .conftest import ParseSmall


def test_every_command(small: ParseSmall) -> None:
    bake = small("doc_comment").functions[0]
    assert bake.doc == Doc(
        brief="Bake a loaf with flour, as in OrthancPluginEatBread().",
        description=(
            "The oven must be hot, see the manual (https://example.org/oven). It is hot after ten minutes.",
            "There are two ways to know:",
            "- look at the lamp, which is red;",
            "- touch it.",
            "A last word.",
        ),
        parameters=(
            ("context", "The context of the plugin."),
            ("flour", "The flour, which may be NULL."),
            ("minutes", "For how long."),
        ),
        returns="0 if success, or the error code.",
        notes=("Bread is best on the same day.", "Cakes are not."),
        warnings=("Do not open the oven. It is hot.",),
        group="Bakery",
    )


def test_doc_above_the_parameter_block_is_the_functions(small: ParseSmall) -> None:
    header = small("doc_comment")
    eat = header.functions[1]
    assert eat.doc.brief == "Eat the bread, e.g. with butter."
    assert eat.doc.description == ("Nothing is left of it then.",)
    assert (eat.doc.returns, eat.doc.deprecated) == ("How much there was.", "Give it away instead")
    block = next(s for s in header.structs if s.name == eat.block)
    assert block.doc == Doc()


def test_deprecated_without_advice(small: ParseSmall) -> None:
    sell = small("doc_comment").functions[2]
    assert (sell.doc.brief, sell.doc.deprecated) == ("Sell the bread.", "")


def test_comments_that_are_about_no_declaration(small: ParseSmall) -> None:
    header = small("doc_comment")
    assert header.functions[3].doc == Doc()
    assert header.enums[0].doc.brief == "What a call came to."
    assert header.enums[1].doc == Doc()  # undocumented, and follows a documented one


def test_groups(small: ParseSmall) -> None:
    assert small("doc_comment").groups == (
        ("Bakery", "Functions to bake, and to eat what was baked."),
        ("Till", "Till"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <tt>b</tt> c", "a b c"),
        ("see ::OrthancPluginX()", "see OrthancPluginX()"),
        ("boost::posix_time::x()", "boost::posix_time::x()"),
        ("matching (with * and ?)", "matching (with * and ?)"),
        ("a**b**c, 2*3*4", "a**b**c, 2*3*4"),
        (r"use \"Content\"", 'use "Content"'),
        ("mail@example.org", "mail@example.org"),
        ("  two\n lines ", "two lines"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_first_sentence_is_the_brief() -> None:
    doc = parse_doc("One thing, i.e. this. Another one.\n\nA paragraph.")
    assert (doc.brief, doc.description) == ("One thing, i.e. this.", ("Another one.", "A paragraph."))


def test_summary_joins_all_text() -> None:
    assert summary("@brief Short.\n\nLong.") == "Short. Long."
    assert summary("") == ""


@settings(deadline=None)
@given(st.text(alphabet="@\\ \n*-.ab`<>[](){}:1", max_size=60))
def test_any_text_gives_a_doc_on_single_lines(text: str) -> None:
    doc = parse_doc(text)
    assert all("\n" not in part for part in (doc.brief, *doc.description, doc.returns, *doc.notes))


def test_official_header_is_fully_documented(official: Header) -> None:
    for function in official.functions:
        assert function.doc.brief, function.name
        assert all(function.doc.parameter(p.name) for p in function.parameters), function.name
    public = [struct for struct in official.structs if not struct.name.startswith("_")]
    enums = [enum for enum in official.enums if not enum.name.startswith("_")]
    for docs in (public, enums, official.opaques, official.callbacks):
        assert all(declaration.doc.brief for declaration in docs)
    assert [name for name, _ in official.groups] == [
        "Images",
        "REST",
        "Callbacks",
        "DicomCallbacks",
        "Orthanc",
        "DicomInstance",
        "Toolbox",
    ]


def test_an_error_code_among_the_returned_values_is_an_error() -> None:
    doc = parse_doc("""Ring.
    @return What the bell says.
    @retval OrthancPluginErrorCode_Plugin If it is broken,
    or gone.
    @retval 0 Nothing.""")
    assert doc.errors == (("OrthancPluginErrorCode_Plugin", "If it is broken, or gone."),)
    assert doc.returns == "What the bell says. 0 Nothing."


def test_a_paragraph_for_c_is_apart() -> None:
    doc = parse_doc("Ring.\n\nLoudly.\n@par C\nFree the bell\nwith care.\n\nTwice.\n@par Other\nThird.")
    assert doc.c_only == ("Free the bell with care.",)
    assert doc.description == ("Loudly.", "Twice.", "Other Third.")
