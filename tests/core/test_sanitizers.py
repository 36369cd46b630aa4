"""Checks that the sanitizers are active: they find planted bugs."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pytest

from .harness.bench import Bench
from .harness.instrumented import SANITIZER, build_instrumented
from .harness.isolation import Isolation

PLANTED = {
    "asan": [
        ("UseAfterFree", "AddressSanitizer: heap-use-after-free"),
        ("Overflow", "signed integer overflow"),
    ],
    "tsan": [("Race", "ThreadSanitizer: data race")],
}


def planted(_bench: Bench, library: str, bug: str) -> None:
    """Execute a planted bug."""
    getattr(ctypes.CDLL(library), bug)(1)


@pytest.mark.skipif(not SANITIZER, reason="only `make test-sanitizers` runs with sanitizers")
@pytest.mark.parametrize(("bug", "report"), PLANTED.get(SANITIZER, []))
def test_a_planted_bug_is_found(isolated: Isolation, tmp_path: Path, bug: str, report: str) -> None:
    library = build_instrumented(tmp_path, "planted.c")
    with pytest.raises(AssertionError, match=report):
        isolated.run(planted, str(library), bug)
