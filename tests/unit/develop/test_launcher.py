"""The launcher: what it prepares before a script is loaded, without an Orthanc."""

from __future__ import annotations

import os
import runpy
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from orthanc_codegen.develop.launch import Launch, write_launcher


@pytest.fixture
def lifecycle(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Provide the module of the plugin that loads scripts."""
    module: Any = ModuleType("_orthanc_lifecycle")
    module.script = lambda: ModuleType("script")
    monkeypatch.setitem(sys.modules, "_orthanc_lifecycle", module)
    yield module
    sys.modules.pop("_orthanc_console", None)


def test_processes_of_the_script_do_not_inherit_the_socket(
    lifecycle: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.syspath_prepend(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        descriptor = listening.fileno()
        os.set_inheritable(descriptor, True)  # as in a process that has inherited it

        def load(_script: str) -> ValueError:
            seen.append(os.get_inheritable(descriptor))
            return ValueError("end")

        lifecycle.load_instead = load
        launcher = write_launcher(tmp_path, Launch(tmp_path / "script.py", console=descriptor))
        with pytest.raises(ValueError, match=r"^end$"):
            runpy.run_path(str(launcher))
    assert seen == [False]
