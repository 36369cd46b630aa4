"""A window of the browser that records what a page must not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request, Response


class Visit:
    """A window. It records errors of scripts, failed requests, and requests to other hosts."""

    def __init__(self, page: Page, address: str) -> None:
        """Record what the page does."""
        self.page = page
        self.address = address
        self.problems: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def open(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.address}/{path}")
        return self.page

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"{self.page.url}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.problems.append(f"{self.page.url} asks {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{self.page.url}: {response.status} for {response.url}")
