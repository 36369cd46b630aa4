"""The releases of the SDK, the location of their headers, and their declarations."""

from orthanc_codegen.sdk.locate import (
    HeaderFile,
    dropped_header,
    find_header,
    interface_header,
    known_release,
    release_declaring,
)
from orthanc_codegen.sdk.releases import (
    OLDEST_COVERED,
    Release,
    default_release,
    known_releases,
)
from orthanc_codegen.sdk.view import dated, text_of_view, view

__all__ = [
    "OLDEST_COVERED",
    "HeaderFile",
    "Release",
    "dated",
    "default_release",
    "dropped_header",
    "find_header",
    "interface_header",
    "known_release",
    "known_releases",
    "release_declaring",
    "text_of_view",
    "view",
]
