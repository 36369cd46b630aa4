"""Headers whose every comment says a given text, in all places where a comment is read."""

from __future__ import annotations

import itertools
import re

from orthanc_codegen.ir import Header

from ..headers.bare import header_with

# Pieces that mean something to C++, Python, Mako, reStructuredText, Markdown, terminals or editors.
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

_SENTENCE = re.compile(rb"\.(?= \*/|$)", re.MULTILINE)  # its end at that of a line or comment

# A text must not end the comment that it is in, also not across the lines that a backslash joins.
_ENDS = ("*/", "*\\\n/", "*\\\r\n/", "*\\\r/")


def speaking(text: str) -> bytes:
    """Make a header in which every comment says a text."""
    while any(end in text for end in _ENDS):
        for end in _ENDS:
            text = text.replace(end, "* /")
    return header_with(
        _DECLARATIONS.replace(" @\n", f" {text} \n").replace(" @ *", f" {text} *").encode(errors="replace")
    )


def talking(header: bytes) -> bytes:
    """Say the pieces in turn at and behind the ends of the sentences in all comments of a header.

    Not within them, since some mean something; for the same reason no piece may look like a truth value.
    """
    chosen = itertools.cycle(piece for piece in PIECES if "0" not in piece and "1" not in piece)
    return _SENTENCE.sub(lambda _: f" {next(chosen)}. {next(chosen)} ".encode(), header)


def said(header: Header) -> list[str]:
    """Return the texts that were read, for a test to know that they were."""
    docs = [item.doc for kind in (header.functions, header.enums, header.opaques) for item in kind]
    return [text for doc in docs for text in (doc.brief, *doc.description, *doc.notes, doc.returns) if text]
