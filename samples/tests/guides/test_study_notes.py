"""Tests `samples/guides/study_notes.py`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from orthanc_testing import Server

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/study_notes.py"


@pytest.fixture
def notes(orthanc_server: Server, dataset: Dataset) -> str:
    """Store a new study, and return the path of its notes."""
    return f"/studies/{orthanc_server.upload(dataset).study}/notes"


def test_notes_are_added_found_and_deleted(orthanc_server: Server, notes: str) -> None:
    assert orthanc_server.get(notes).json() == []
    assert orthanc_server.post(notes, '{"text": "Grüße"}').json() == ["Grüße"]
    assert orthanc_server.post(notes, '{"text": "second"}').json() == ["Grüße", "second"]
    assert orthanc_server.get(f"{notes}?search=sec").json() == ["second"]
    orthanc_server.restart(kill=True)
    assert orthanc_server.get(notes).json() == ["Grüße", "second"]
    assert orthanc_server.delete(notes).json() == []
    assert orthanc_server.get(notes).json() == []


@pytest.mark.parametrize("body", ["", "{", "[]", '{"text": 5}', b"\xff"])
def test_a_body_without_a_note_is_refused(orthanc_server: Server, notes: str, body: str | bytes) -> None:
    assert orthanc_server.post(notes, body).status == 400
    assert orthanc_server.get(notes).json() == []


def test_other_methods_and_unknown_studies(orthanc_server: Server, notes: str) -> None:
    answer = orthanc_server.put(notes, "{}")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET,POST,DELETE")
    assert orthanc_server.get(f"/studies/{'0' * 44}/notes").status == 404
    assert orthanc_server.get("/studies/nothing/notes").status == 404


def test_no_note_is_lost_when_several_arrive_together(orthanc_server: Server, notes: str) -> None:
    with ThreadPoolExecutor(8) as clients:
        texts = [f"note {number}" for number in range(24)]
        list(clients.map(lambda text: orthanc_server.post(notes, f'{{"text": "{text}"}}'), texts))
    assert sorted(orthanc_server.get(notes).json()) == sorted(texts)
