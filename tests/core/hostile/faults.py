"""Faulty answers of the core: every error code, NULL, invalid UTF-8, absurd sizes."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from orthanc_testing.inprocess.layout import pointee_of

from ..harness.standin import Request, allocate, fill_all
from .nasty import ACTS, Scene

_ROOM = bytes(4096)  # follows memory that the core provides without a size
_UNREAL = 2**62  # a size larger than any memory
_UNKNOWABLE = (7, 2**46)  # wrong sizes between these are plausible, so the module cannot detect them
_MOST_MEMORY = 1 << 24  # bytes that this core can allocate
_NO_MEMORY = 11  # an error code, whatever the code of the fault
_NESTED = b"[" * 100_000
BYTES = {
    "nothing": b"",
    "a NUL": b"\0",
    "no UTF-8": b"\xff\xfe\xc0\x80 \xed\xa0\x80",
    "nested JSON": _NESTED,
    "a JSON list": b"[1]",
    "JSON of another kind": b'{"a": {"b": NaN}, "a": 1e999}',
    "JSON that is no UTF-8": b'{"\xff": "\xfe"}',
    "much": bytes(1 << 16),
}
NUMBERS = (0, 1, 7, 2**31 - 1, 2**32 - 1, 2**63 - 1, 2**64 - 1, -1, -(2**31), -(2**63))


@dataclass(frozen=True)
class Fault:
    """The behaviour of the core in every call while the fault is set."""

    code: int = 0  # the result
    fill: str = "well"  # "well", "nothing", "unreal", or one of BYTES
    number: int = 1  # in all integers, so that sizes that must agree do
    act: str = "nothing"  # what the core does during the call

    @property
    def is_absurd(self) -> bool:
        """Whether its sizes may exceed the memory of the machine."""
        return self.fill == "unreal" or not 0 <= self.number <= 7

    def handler(self, scene: Scene, owed: list[int]) -> Any:
        """Make the handler; it adds the handles that it gives to the module to `owed`."""

        def handle(request: Request) -> int:
            if self.act != "nothing" and len(scene.kept) < 100:
                scene.kept += [None] * 100  # prevents recursion: further calls are well-behaved
                _guarded(self.act, scene)
            if request.service.startswith("CreateMemoryBuffer"):
                return self._allocate(request)
            if self.fill == "well" and self.code == 0:
                known = set(request.core.given)
                fill_all(request)
                owed.extend(set(request.core.given) - known)
            elif self.fill not in ("well", "nothing"):
                for name, pointee in request.outputs.items():
                    self._fill(request, name, pointee, owed)
            return self.code

        return handle

    def _allocate(self, request: Request) -> int:
        """Allocate memory, return an error, or return success without memory."""
        if request.fields["size"] > _MOST_MEMORY:
            return _NO_MEMORY
        if self.code == 0 and self.fill != "nothing":
            allocate(request)
        return self.code

    def _fill(self, request: Request, name: str, pointee: str, owed: list[int]) -> None:
        text, layouts = BYTES.get(self.fill), request.core.layouts
        match pointee_of(pointee):
            case ("void", _) | ("char", True):
                is_true = not _UNKNOWABLE[0] < self.number < _UNKNOWABLE[1]
                lent = request.core.memory.lend(text + _ROOM) if text is not None and is_true else None
                ctypes.c_void_p.from_address(request.fields[name]).value = lent
            case (_, _) if self.code:
                pass  # no core returns an object together with an error
            case ("char", False):
                request.fill(name, None if text is None else text.decode("utf-8", "surrogateescape"))
            case (_, _):
                owed.append(request.core.new_handle())
                request.fill(name, owed[-1])
            case _ if layouts.is_buffer(pointee):
                self._fill_buffer(request, name, pointee, text)
            case _ if layouts.is_struct(pointee):
                fields = layouts.description.structs[pointee]
                request.fill(name, {field: self.number for field, _ in fields})
            case _ if pointee in ("float", "double"):
                request.fill(name, float(self.number))
            case _ if pointee in layouts.description.enums:
                request.fill(name, self.number % 2**31)
            case _:
                request.fill(name, self.number)

    def _fill_buffer(self, request: Request, name: str, struct: str, text: bytes | None) -> None:
        """Fill a buffer; a wrong size is so large that the module can detect it."""
        if text is not None:
            request.fill(name, text)
            return
        target = request.core.layouts.struct(struct).from_address(request.fields[name])
        target.data = request.core.memory.give(b"a byte") if "64" in struct else None
        target.size = _UNREAL if "64" in struct else 2**32 - 1


def _guarded(act: str, scene: Scene) -> None:
    try:
        ACTS[act](scene)
    except BaseException as error:
        scene.kept.append(error)


def faults(codes: list[int]) -> st.SearchStrategy[Fault]:
    """Return a strategy for faults, mostly with one deviation."""
    code = st.one_of(st.sampled_from(codes), st.integers(-(2**31), 2**31 - 1))
    fill = st.sampled_from([*BYTES, "nothing", "unreal"])
    number = st.sampled_from(NUMBERS)
    return st.one_of(
        st.just(Fault()),
        st.builds(Fault, code=code),
        st.builds(Fault, fill=fill, number=number),
        st.builds(Fault, code=code, fill=fill, number=number),
        st.builds(Fault, act=st.sampled_from(["call again", "collect", "close", "release"])),
    )
