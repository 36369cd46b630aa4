"""The stand-in core of the kit for the header of a test."""

from __future__ import annotations

from orthanc_codegen.description import describe_header
from orthanc_codegen.ir import Header
from orthanc_testing.inprocess import standin
from orthanc_testing.inprocess.description import Description
from orthanc_testing.inprocess.request import Request
from orthanc_testing.inprocess.standin import SUCCESS

from .layout import Layouts

__all__ = ["SUCCESS", "Request", "StandInCore", "allocate", "fill_all"]

_described: dict[int, tuple[Header, Description]] = {}  # by the id() of the header


class StandInCore(standin.StandInCore):
    """A core for the header of a test."""

    layouts: Layouts

    def __init__(self, header: Header, module_file: str, version: str = "") -> None:
        super().__init__(description_of(header), module_file, version)
        self.layouts = Layouts(header, self.layouts.description)


def description_of(header: Header) -> Description:
    """Return the description of a header, made once."""
    if id(header) not in _described:
        _described[id(header)] = header, Description.of(describe_header(header))
    return _described[id(header)][1]


def fill_all(request: Request) -> None:
    """Fill every output with a different value."""
    request.core.fill_all(request)


def allocate(request: Request) -> None:
    """Allocate memory of the requested size."""
    request.fill("target", bytes(request.fields["size"]))
