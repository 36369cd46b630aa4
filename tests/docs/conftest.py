"""Fixtures: the site that `make docs` has built, served on a free port, and a browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from .visits import Visit


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


class Archive(http.server.ThreadingHTTPServer):
    """Answers each request with its method and its path, and records them."""

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Recording)
        self.requests: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}"


class _Recording(_Quiet):
    def answer(self) -> None:
        assert isinstance(self.server, Archive)
        self.rfile.read(int(self.headers.get("content-length", 0)))
        request = f"{self.command} {self.path}"
        self.server.requests.append(request)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(request.encode())

    do_GET = do_POST = answer  # noqa: N815


@pytest.fixture
def archive() -> Iterator[Archive]:
    """Serve what the pages call `archive.example.org`."""
    with Archive() as archive:
        threading.Thread(target=archive.serve_forever, daemon=True).start()
        yield archive
        archive.shutdown()


@pytest.fixture(scope="session")
def built(plugin: Path) -> Path:
    """Build the plugin before the kit looks for it."""
    return plugin


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site."""
    given = os.environ.get("ORTHANC_SITE")
    if given is None:
        pytest.skip("the site is tested by `make test-docs`")
    return Path(given)


@pytest.fixture(scope="session")
def axe() -> Path:
    """Return the script of axe-core."""
    return Path(os.environ["ORTHANC_AXE"])


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the site; return its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(site: Path) -> Iterator[Browser]:
    """Start Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    assert program, f"chromium is missing, which `make test-docs` installs, to open {site}"
    with sync_playwright() as playwright:
        # In containers, the sandbox of Chromium does not work for root.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Return a window of the browser that records errors and requests, and checks them after the test."""
    from .visits import Visit

    context: BrowserContext = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    visit = Visit(context.new_page(), address)
    yield visit
    context.close()
    assert visit.problems == []
