"""Wording of messages that several stages use."""

from __future__ import annotations

from orthanc_codegen.words import english_list


def test_lists_in_sentences() -> None:
    assert english_list(["GET"]) == "GET"
    assert english_list(["GET", "PUT"]) == "GET and PUT"
    assert english_list(["GET", "POST", "PUT"]) == "GET, POST and PUT"
