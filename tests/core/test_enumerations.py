"""The classes of enumerations, as scripts may use those of Python's module `enum`."""

from __future__ import annotations

import copy
import enum
import pickle
import sys
import types
from typing import Any

import pytest

from .harness.bench import Bench


def enumerations(bench: Bench) -> list[Any]:
    return [value for value in vars(bench.orthanc).values() if isinstance(value, enum.EnumMeta)]


def test_members(shared_bench: Bench) -> None:
    found = enumerations(shared_bench)
    assert len(found) == len(shared_bench.plan.enums) > 20
    for kind in found:
        assert issubclass(kind, enum.IntEnum | enum.IntFlag)
        assert kind.__module__ == "orthanc"
        for name, member in kind.__members__.items():
            assert getattr(kind, name) is member is kind[name] is kind(int(member))
        if issubclass(kind, enum.IntEnum):  # of flags, only single bits are iterated over
            names = [name for name, member in kind.__members__.items() if member.name == name]
            assert [member.name for member in kind] == names


def test_members_can_be_copied_and_pickled(shared_bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "orthanc", shared_bench.orthanc)  # as in a server
    for kind in enumerations(shared_bench):
        for member in kind:
            assert copy.deepcopy(member) is member
            assert pickle.loads(pickle.dumps(member)) is member


def test_attributes_that_do_not_exist(shared_bench: Bench) -> None:
    code: Any = shared_bench.orthanc.ErrorCode
    for name in ("NOPE", "name", "value", "__nope__"):
        with pytest.raises(AttributeError, match=name):
            getattr(code, name)
    with pytest.raises(AttributeError):
        code.TIMEOUT = 1
    with pytest.raises(KeyError):
        code["NOPE"]
    with pytest.raises(ValueError, match="ErrorCode"):
        code(123_456)


def test_a_class_of_the_script_beside_them(shared_bench: Bench) -> None:
    class Mine(enum.IntEnum):
        TIMEOUT = int(shared_bench.orthanc.ErrorCode.TIMEOUT)

    assert Mine.TIMEOUT == shared_bench.orthanc.ErrorCode.TIMEOUT
    with pytest.raises(TypeError, match="extend"):
        types.new_class("Wider", (shared_bench.orthanc.ErrorCode,))
