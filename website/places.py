"""The folders and pages of the documentation site."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGES: Final = ROOT / "docs"
SITE: Final = ROOT / "build" / "site"
SOURCES: Final = (
    ROOT / "build" / "sources"
)  # of Sphinx: a mirror of the parts of the repository that the site shows
MAIN: Final = SOURCES / "docs"
OLDER: Final = SOURCES / "older"  # a folder for each older release

# The releases that the reference describes, newest first: the newest, those of Debian's servers, the oldest.
RELEASES: Final = ("1.13.0", "1.12.7", "1.10.1", "1.5.7")
NEWEST: Final = RELEASES[0]

# Files in the root of the repository, and their pages.
ROOT_PAGES: Final = {
    "ARCHITECTURE.md": "development/architecture.md",
    "CONTRIBUTING.md": "development/contributing.md",
    "SECURITY.md": "development/security.md",
    "CHANGELOG.md": "changelog.md",
}

HEADER_PAGE: Final = "reference/header"  # shows the interface header, with an anchor for each declaration
C_NAMES: Final = SOURCES / "c_names.txt"  # the names of these anchors
