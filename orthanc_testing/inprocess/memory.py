"""The memory that the in-process core passes to the module, with every block accounted for."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Sequence
from typing import Any

_LIBC = ctypes.CDLL(None)
_LIBC.malloc.restype = ctypes.c_void_p
_LIBC.malloc.argtypes = [ctypes.c_size_t]
_LIBC.free.argtypes = [ctypes.c_void_p]


class Memory:
    """Memory that the receiver must free, and memory that stays the core's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given: dict[int, int] = {}
        self._lent: list[object] = []
        self.count_given = 0
        self.mistakes: list[str] = []

    def give(self, data: bytes) -> int:
        """Allocate a copy that the receiver must free; even for no bytes, as malloc() may."""
        address = int(_LIBC.malloc(max(len(data), 1)))
        ctypes.memmove(address, data, len(data))
        with self._lock:
            self._given[address] = len(data)
            self.count_given += 1
        return address

    def take_back(self, address: int | None) -> None:
        """Free a block that was given; record a mistake for any other address."""
        if not address:
            return
        with self._lock:
            known = self._given.pop(address, None)
        if known is None:
            self.mistakes.append(f"freed memory that was not given, or twice: {address:#x}")
            return
        ctypes.memset(address, 0xDD, known)  # makes later reads return garbage
        _LIBC.free(address)

    def is_given(self, address: int | None) -> bool:
        """Whether a block at this address was given and not freed."""
        return address in self._given

    @property
    def outstanding(self) -> int:
        """The number of blocks that were given and not freed."""
        return len(self._given)

    def lend(self, data: bytes) -> int:
        """Return the address of a copy that this object owns, followed by a NUL."""
        buffer = ctypes.create_string_buffer(data)
        self._lent.append(buffer)
        return ctypes.addressof(buffer)

    def lend_texts(self, texts: Sequence[str | None]) -> int:
        """Return the address of an array of texts that this object owns."""
        items = [None if text is None else self.lend(encode(text)) for text in texts]
        array = (ctypes.c_void_p * max(len(items), 1))(*items)
        self._lent.append(array)
        return ctypes.addressof(array)

    def mark(self) -> int:
        """Return a mark for forget()."""
        return len(self._lent)

    def forget(self, mark: int) -> None:
        """Free the memory lent since a mark; nobody may read it any more."""
        del self._lent[mark:]

    def lend_object(self, value: Any) -> int:
        """Keep an object of ctypes, and return its address."""
        self._lent.append(value)
        return ctypes.addressof(value)


def encode(text: str) -> bytes:
    """Return text as bytes in C's encoding."""
    return text.encode("utf-8", "surrogateescape")
