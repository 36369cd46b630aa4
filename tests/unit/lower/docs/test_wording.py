"""Doc comments about NULL, flags, errors and memory, reworded for Python."""

from __future__ import annotations

import pytest

from orthanc_codegen.lower.docs.wording import for_callable, for_mapping, for_names, for_output, for_python


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        ("The target. It must be freed with OrthancPluginFreeMemoryBuffer().", "The target."),
        ("The name. This is a statically-allocated string, do not free it.", "The name."),
        ("NULL in the case of an error, or a newly allocated string.", "A new string."),
        ("The URL, or NULL in the case of an error.", "The URL."),
        ("The value. Please make a copy of the string if you wish. It is short.", "The value. It is short."),
        ("The NULL value if there is none, or the ID.", "None if there is none, or the ID."),
        ("The password (can be NULL).", "The password (can be None)."),
        ("The freedom to say e.g. anything.", "The freedom to say e.g. anything."),
        ("The text, in UTF-8; NULL in case of an error.", "The text, in UTF-8."),
        ("The image, or NULL in case of an error, for example if it is too large.", "The image."),
        ("The PNG file, allocated by the core.", "The PNG file."),
        ("State of the job. It must live until finalize() is called.", "State of the job."),
        ("The text. The plugin owns it and keeps it.", "The text."),
        ("", ""),
    ],
)
def test_values_in_the_words_of_python(doc: str, expected: str) -> None:
    assert for_python(doc) == expected


def test_none_stays_where_it_may_mean_an_error() -> None:
    assert (
        for_python("The AET if success, NULL if error.", errors_raise=False)
        == "The AET if success, None if error."
    )


@pytest.mark.parametrize(
    ("doc", "flag", "expected"),
    [
        ("Filled with the body; free it with OrthancPluginFreeMemoryBuffer().", False, "The body."),
        ("Set to the status. May be NULL if they are of no use.", False, "The status."),
        (
            "Filled by the plugin with the file: create it with OrthancPluginCreate(). The core frees it.",
            False,
            "The file.",
        ),
        ("Filled by the plugin: 1 if there is one, 0 if not.", True, "True if there is one, False if not."),
        ("Set to 1 at the end, else to 0.", True, "True at the end, else False."),
        ("Set to 1 at the end, else to 0.", False, "1 at the end, else to 0."),
    ],
)
def test_outputs(doc: str, flag: bool, expected: str) -> None:
    assert for_output(doc, flag=flag) == expected


def test_what_a_callable_gets() -> None:
    text = "The ID. May be NULL if there is none. Owned by the core, valid during the call."
    assert for_callable(text, borrowed=False, optional=False, flag=False) == "The ID. Empty if there is none."
    assert (
        for_callable(text, borrowed=False, optional=True, flag=False)
        == "The ID. May be None if there is none."
    )
    assert for_callable(text, borrowed=True, optional=True, flag=False).endswith("valid during the call.")
    flag = "1 if it may be new, 0 if not."
    assert (
        for_callable(flag, borrowed=False, optional=False, flag=True)
        == "True if it may be new, False if not."
    )


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("How many headers are sent.", "The headers, values by name."),
        ("How many guests to invite, at least 1. Or 0.", "The guests to invite, at least 1, values by name."),
        ("The number of entries.", "Values by name."),
        ("", "Values by name."),
    ],
)
def test_mappings_are_told_by_their_count(count: str, expected: str) -> None:
    assert for_mapping(count) == expected


def test_enumerators_that_arrive_as_text() -> None:
    names = {"OrthancPluginLevel_None": "NONE", "OrthancPluginLevel_NoneAtAll": "NONE_AT_ALL"}
    text = "The level, OrthancPluginLevel_NoneAtAll or OrthancPluginLevel_None."
    assert for_names(text, names) == 'The level, "NONE_AT_ALL" or "NONE".'
    assert for_names(text, {}) == text
