"""Headers with a given text in every comment, wherever comments are read."""

from __future__ import annotations

import itertools
import re

from orthanc_codegen.ir import Header

from ..headers.bare import header_with

# Sequences with a meaning to C++, Python, Mako, reStructuredText, Markdown, terminals or editors.
PIECES = (
    *(
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "\\\\",
        '\\"',
        "\\\n",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\v",
        "\f",
        "\x1b[2J",
        "\x07",
    ),
    *(
        "//",
        "/*",
        "* /",
        "*\\/",
        "??/",
        "??/\n",
        "#",
        "##",
        "\n##",
        "\n% if",
        "%",
        "%%",
        "\n%%",
        "${",
        "}",
        "${1/0}",
    ),
    *(
        "<%",
        "%>",
        "<%def name='x()'>",
        "</%def>",
        "<%text>",
        'R"(',
        ')"',
        "\\u0041",
        "\\N{DASH}",
        "\\x41",
        "\\0",
    ),
    *(
        "*",
        "**",
        "`",
        "``",
        "_",
        "__",
        "|",
        "::",
        "\n.. ",
        ".. note::",
        ":role:`x`",
        "\n- ",
        "\n1. ",
        "\n====\n",
    ),
    *(">>> ", "[1]_", "a_", "--x", "<script>", "&lt;", "| a | b |", "{{", "}}", "%s", "%n", "{0}", "\n   x"),
    *(
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u2028",
        "\u2029",
        "\x85",
        "\u200b",
        "\ufffd",
        "é",
        "漢",
        "𝄞",
        "👩\u200d🚀",
    ),
    *("a", "word", " ", "  ", "x" * 300, "b " * 2000),
)

_DECLARATIONS = """
/**
 * @defgroup Kitchen @
 **/

/** @ **/
typedef enum
{
  OrthancPluginSpice_Salt = 1,  /*!< @ */
  OrthancPluginSpice_Pepper = 2 /*!< @ */
} OrthancPluginSpice;

/** @ **/
typedef struct { uint32_t depth; /*!< @ */ } OrthancPluginPot;

/** @ **/
typedef struct _OrthancPluginCook_t OrthancPluginCook;

/**
 * @
 * @param dish @
 * @return @
 **/
typedef OrthancPluginErrorCode (*OrthancPluginTaste) (const char* dish, OrthancPluginCook* cook);

/**
 * @brief @
 *
 * @
 *
 * @ingroup Kitchen
 * @param context @
 * @param dish @
 * @return @
 * @note @
 * @warning @
 * @see @
 * @deprecated @
 **/
ORTHANC_PLUGIN_INLINE char* OrthancPluginServe(OrthancPluginContext* context, const char* dish)
{ return NULL; }

/**
 * @
 * @param cook @
 * @param pot @
 * @param spice @
 **/
ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginCookBoil(
  OrthancPluginContext* context, OrthancPluginCook* cook, OrthancPluginPot* pot, OrthancPluginSpice* spice)
{ return OrthancPluginErrorCode_Success; }

/**
 * @
 * @param taste @
 **/
ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterTaste(OrthancPluginContext* context, OrthancPluginTaste taste)
{ }
"""

_SENTENCE = re.compile(rb"\.(?= \*/|$)", re.MULTILINE)  # at the end of a line or comment

# The text must not end its comment, not even across lines that a backslash joins.
_ENDS = ("*/", "*\\\n/", "*\\\r\n/", "*\\\r/")


def speaking(text: str) -> bytes:
    """Return a header with a text in every comment."""
    while any(end in text for end in _ENDS):
        for end in _ENDS:
            text = text.replace(end, "* /")
    return header_with(
        _DECLARATIONS.replace(" @\n", f" {text} \n").replace(" @ *", f" {text} *").encode(errors="replace")
    )


def talking(header: bytes) -> bytes:
    """Insert the sequences in turn at the ends of sentences in all comments of a header.

    Not inside sentences, which may have a meaning to the generator; for the same reason, without 0 and 1.
    """
    chosen = itertools.cycle(piece for piece in PIECES if "0" not in piece and "1" not in piece)
    return _SENTENCE.sub(lambda _: f" {next(chosen)}. {next(chosen)} ".encode(), header)


def said(header: Header) -> list[str]:
    """Return the texts of the doc comments that were read."""
    docs = [item.doc for kind in (header.functions, header.enums, header.opaques) for item in kind]
    return [text for doc in docs for text in (doc.brief, *doc.description, *doc.notes, doc.returns) if text]
