"""The summary of uploads: what Orthanc refused, by status, and what had no answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.uploads import upload


class _Handler(BaseHTTPRequestHandler):
    """Answers with the status that is the content of the file; closes the connection for an empty one."""

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if content:
            self.send_response(int(content))
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Server:
    """Orthanc, as `upload` sees it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.polls = 1000

    def poll(self) -> int | None:
        self.polls -= 1
        return None if self.polls >= 0 else 0


@pytest.fixture
def server() -> Iterator[Any]:
    with HTTPServer(("127.0.0.1", 0), _Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield _Server(http.server_port)
        http.shutdown()
        thread.join()


def _files(folder: Path, *contents: str) -> list[Path]:
    folder.mkdir()
    files = [folder / f"{number}.dcm" for number in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_text(content)
    return files


def test_refused_files_have_their_status(server: Any, tmp_path: Path) -> None:
    a, b, c, d, e = map(str, _files(tmp_path / "images", "200", "400", "401", "400", ""))
    assert upload(server, [tmp_path / "images"]) == (
        f"Uploaded 1 file; Orthanc refused {b}, {d} (status 400); "
        f"Orthanc refused {c} (status 401: --upload sends no user name, curl --user does); "
        f"no answer for {e}"
    )
    assert upload(server, [Path(a), Path(a)]) == "Uploaded 2 files"


def test_many_refused_files_are_counted(server: Any, tmp_path: Path) -> None:
    files = _files(tmp_path / "images", *["500"] * 9)
    said = ", ".join(map(str, files[:5]))
    assert upload(server, files) == f"Uploaded 0 files; Orthanc refused {said} and 4 more (status 500)"


def test_the_end_of_the_server_ends_the_uploads(server: Any, tmp_path: Path) -> None:
    server.polls = 2
    assert upload(server, _files(tmp_path / "images", "200", "200", "200")) == "Uploaded 2 files"
