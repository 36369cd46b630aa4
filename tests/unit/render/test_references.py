"""Documentation uses the Python names of other symbols."""

from __future__ import annotations

import pytest

from orthanc_codegen.ir import Doc
from orthanc_codegen.render.references import References

from ...headers.bare import function
from ..lower.snippets import functions, plan

_BELL = """
typedef struct _OrthancPluginBell_t OrthancPluginBell;
/** How a bell sounds. **/
typedef enum { OrthancPluginTone_HighC = 1 /*!< Made by OrthancPluginHum() */ } OrthancPluginTone;
"""


_OTHERS = function("Hum") + function("RingBell", "OrthancPluginBell* bell")


def doc_of(text: str) -> Doc:
    """Plan a function with this documentation beside others; return its rendered documentation."""
    module = plan(_BELL + _OTHERS + function("Ask", doc=text))
    return References.of(module).doc(functions(module)["Ask"].doc)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@brief See OrthancPluginHum().", "See Hum()."),
        ("@brief See OrthancPluginHum.", "See Hum()."),
        ("@brief See OrthancPluginRingBell(), then hum.", "See Bell.RingBell(), then hum."),
        ("@brief An OrthancPluginBell in OrthancPluginTone_HighC.", "An Bell in Tone.HIGH_C."),
        ("@brief A OrthancPluginTone, and OrthancPluginNothing.", "A Tone, and OrthancPluginNothing."),
        ("@brief Ask. Use OrthancPluginNewer() instead.", "Ask. Use Newer() instead."),
        ("@brief The result of OrthancPluginGetName().", "The result of OrthancPluginGetName()."),
        ("@brief Ask. Do it in OrthancPluginInitialize(), please.", "Ask."),
        ("@brief Ask. Do it in OrthancPluginFinalize(). Then go.", "Ask. Then go."),
    ],
)
def test_a_reference_in_a_text(text: str, expected: str) -> None:
    assert doc_of(text).brief == expected


def test_every_part_of_the_documentation_is_reworded() -> None:
    part = "See OrthancPluginHum()."
    doc = doc_of(f"@brief {part}\n\n{part}\n\n@param context {part}\n@note {part}\n@deprecated {part}")
    texts = [doc.brief, *doc.description, *dict(doc.parameters).values(), *doc.notes, doc.deprecated]
    assert texts == ["See Hum()."] * 5


def test_members_are_reworded_and_keep_their_origin() -> None:
    module = plan(_BELL + function("Hum"))
    (tone,) = [e for e in module.enums if e.name == "Tone"]
    assert tone.members[0].c_name == "OrthancPluginTone_HighC"
    assert References.of(module).in_python(tone.members[0].doc) == "Made by Hum()"


def test_a_paragraph_of_which_nothing_is_left_is_dropped() -> None:
    doc = doc_of("@brief Ask.\n\nDo it. Call it in OrthancPluginInitialize().\n\n@note See OrthancPluginHum.")
    assert (doc.description, doc.notes) == (("Do it.",), ("See Hum().",))


def test_what_the_header_says_stays_in_the_plan() -> None:
    module = plan(_BELL + _OTHERS + function("Ask", doc="@brief See OrthancPluginHum()."))
    assert functions(module)["Ask"].doc.brief == "See OrthancPluginHum()."
