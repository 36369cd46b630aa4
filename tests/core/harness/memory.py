"""The memory that the stand-in lends and gives away, with every piece accounted for."""

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
    """What was given away, to be freed by the receiver, and what is lent."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given: dict[int, int] = {}
        self._lent: list[object] = []
        self.count_given = 0
        self.mistakes: list[str] = []

    def give(self, data: bytes) -> int:
        """Allocate a copy that the receiver is to free; also for no bytes, as malloc() may."""
        address = int(_LIBC.malloc(max(len(data), 1)))
        ctypes.memmove(address, data, len(data))
        with self._lock:
            self._given[address] = len(data)
            self.count_given += 1
        return address

    def take_back(self, address: int | None) -> None:
        """Free what was given; anything else is a mistake of the receiver."""
        if not address:
            return
        with self._lock:
            known = self._given.pop(address, None)
        if known is None:
            self.mistakes.append(f"freed memory that was not given, or twice: {address:#x}")
            return
        ctypes.memset(address, 0xDD, known)  # whoever reads it after this gets nonsense
        _LIBC.free(address)

    def is_given(self, address: int | None) -> bool:
        """Whether there is memory at an address that was given and not freed."""
        return address in self._given

    @property
    def outstanding(self) -> int:
        """How many pieces were given and not freed."""
        return len(self._given)

    def lend(self, data: bytes) -> int:
        """Return the address of bytes that stay this object's, with a NUL behind them."""
        buffer = ctypes.create_string_buffer(data)
        self._lent.append(buffer)
        return ctypes.addressof(buffer)

    def lend_texts(self, texts: Sequence[str | None]) -> int:
        """Return the address of an array of texts that stays this object's."""
        items = [None if text is None else self.lend(encode(text)) for text in texts]
        array = (ctypes.c_void_p * max(len(items), 1))(*items)
        self._lent.append(array)
        return ctypes.addressof(array)

    def mark(self) -> int:
        """Return the place from which on forget() forgets."""
        return len(self._lent)

    def forget(self, mark: int) -> None:
        """Let go of what was lent since a mark, which nobody may read any more."""
        del self._lent[mark:]

    def lend_object(self, value: Any) -> int:
        """Keep an object of ctypes, and return its address."""
        self._lent.append(value)
        return ctypes.addressof(value)


def encode(text: str) -> bytes:
    """Return the bytes of text as C has it."""
    return text.encode("utf-8", "surrogateescape")
