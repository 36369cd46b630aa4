"""Scenarios of C++ exceptions that escape from the core."""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from pathlib import Path

from orthanc_codegen.plan.conversions import Callback, Handle

from ..harness.bench import Bench
from ..harness.plans import takes
from ..harness.values import good_arguments

_SOURCE = Path(__file__).with_name("throwing.cpp")
_INTERNAL_ERROR = -1


def _build() -> ctypes.CDLL:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "throwing.so"
        subprocess.run(["g++", "-shared", "-fPIC", "-o", str(library), str(_SOURCE)], check=True)
        return ctypes.CDLL(str(library))


def the_core_throws(bench: Bench) -> None:
    library = _build()
    raised = 0
    for function in (f for group in bench.plan.groups for f in group.functions):
        if takes(function, Handle, Callback):
            continue
        values = [argument.python for argument in good_arguments(bench, function)]
        for thrower in (library.Throw, library.ThrowNumber):
            bench.core.answer_in_c(ctypes.cast(thrower, ctypes.c_void_p))
            try:
                getattr(bench.orthanc, function.name)(*values)
            except bench.orthanc.OrthancException as error:
                assert error.args[0] == _INTERNAL_ERROR, (function.name, error)
                raised += 1
            finally:
                bench.core.answer_in_c(None)
    assert raised > 100, raised
    bench.orthanc.LogWarning("the core is well again")
    assert "well again" in bench.core.logged("warning")
