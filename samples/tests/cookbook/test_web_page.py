"""Tests `samples/cookbook/web_page.py`."""

from __future__ import annotations

import pytest

from orthanc_testing import Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/web_page.py"


def test_the_page_lists_studies(orthanc_server: Server) -> None:
    attack = "<script>alert(1)</script>"
    dataset = make_dataset(PatientName="Doe^Jane", StudyDate="20260131", StudyDescription=attack)
    stored = orthanc_server.upload(dataset)
    answer = orthanc_server.get("/overview")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "<h1>Studies: 1</h1>" in answer.text
    link = f"app/explorer.html#study?uuid={stored.study}"
    assert f'<td><a href="{link}">Doe^Jane</a></td><td>20260131</td>' in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text
    assert attack not in answer.text
    assert orthanc_server.get("/app/explorer.html").status == 200
    assert orthanc_server.post("/overview").status == 405
