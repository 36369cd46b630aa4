"""What doc comments say of NULL, errors and memory, read and reworded for Python."""

from __future__ import annotations

import pytest

from orthanc_codegen.lower.nullability import parameter_may_be_null, result_may_be_null
from orthanc_codegen.lower.wording import for_python


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
    assert parameter_may_be_null(doc) is expected


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        ("The NULL value if the patient is non-existent, or a string containing the ID.", True),
        ("The value of the user property, or NULL if it is not defined.", True),
        ("NULL in the case of an error, or a newly allocated string.", False),
        ("The NULL value in case of error, or a string.", False),
        ("The NULL value if the case of an error, or the JSON string.", False),
        ("The name.", False),
    ],
)
def test_results_that_may_be_null(doc: str, expected: bool) -> None:
    assert result_may_be_null(doc) is expected


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
