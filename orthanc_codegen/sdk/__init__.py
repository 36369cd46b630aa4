"""Which releases of the SDK exist, and where the header of one is found."""

from orthanc_codegen.sdk.locate import find_header
from orthanc_codegen.sdk.releases import DEFAULT_RELEASE, Release, first_release, known_releases
from orthanc_codegen.sdk.view import view

__all__ = ["DEFAULT_RELEASE", "Release", "find_header", "first_release", "known_releases", "view"]
