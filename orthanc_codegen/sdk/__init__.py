"""Which releases of the SDK exist, where the header of one is found, and what it declares."""

from orthanc_codegen.sdk.locate import (
    HeaderFile,
    dropped_header,
    find_header,
    interface_header,
    known_release,
    release_declaring,
)
from orthanc_codegen.sdk.releases import (
    DEFAULT_RELEASE,
    OLDEST_COVERED,
    Release,
    first_release,
    known_releases,
)
from orthanc_codegen.sdk.view import dated, text_of_view, view

__all__ = [
    "DEFAULT_RELEASE",
    "OLDEST_COVERED",
    "HeaderFile",
    "Release",
    "dated",
    "dropped_header",
    "find_header",
    "first_release",
    "interface_header",
    "known_release",
    "known_releases",
    "release_declaring",
    "text_of_view",
    "view",
]
