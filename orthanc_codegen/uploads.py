"""Uploads files to a server (`orthanc-codegen run --upload`)."""

from __future__ import annotations

import collections
import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

from orthanc_testing.serve import OrthancServer

_TIMEOUT = 60  # seconds
_MOST_NAMES = 5  # of files in one message
# Images must not leave this machine, whatever proxy the environment names.
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
_UNAUTHORIZED = ": --upload sends no user name, curl --user does"


def upload(server: OrthancServer, paths: Sequence[Path]) -> str:
    """Upload files until the server ends; return a summary that names those that Orthanc refused."""
    stored = 0
    refused: dict[int, list[str]] = collections.defaultdict(list)  # by the HTTP status
    unsent: list[str] = []
    unread: list[str] = []
    for file in _files(paths):
        if server.poll() is not None:
            break
        try:
            content = file.read_bytes()
        except OSError:
            unread.append(str(file))
            continue
        request = urllib.request.Request(f"{server.url}/instances", content, method="POST")
        try:
            with _DIRECT.open(request, timeout=_TIMEOUT):
                stored += 1
        except urllib.error.HTTPError as error:
            with error:
                refused[error.code].append(str(file))
        except (OSError, http.client.HTTPException):
            unsent.append(str(file))
    parts = [f"Uploaded {stored} file{'' if stored == 1 else 's'}"]
    parts += [f"Orthanc refused {_some(names)} ({_status(code)})" for code, names in refused.items()]
    parts += [f"no answer for {_some(unsent)}"] if unsent else []
    parts += [f"can't read {_some(unread)}"] if unread else []
    return "; ".join(parts)


def _status(code: int) -> str:
    return f"status {code}{_UNAUTHORIZED if code == http.HTTPStatus.UNAUTHORIZED else ''}"


def _some(names: Sequence[str]) -> str:
    """List names, but not hundreds of them."""
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
