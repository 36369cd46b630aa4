"""What `run` refuses before it starts a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.running import RunOptions, require_files, run_script
from orthanc_testing.errors import KitError
from orthanc_testing.ports import free_port
from orthanc_testing.serve import OrthancServer


@pytest.mark.parametrize("name", ["HttpPort", "DicomPort"])
@pytest.mark.parametrize("port", ["abc", "8042", None, True, 80.5, 0, -1, 65536, [8042]])
def test_a_port_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, port: object
) -> None:
    script = tmp_path / "script.py"
    script.write_text("")
    with pytest.raises(CodegenError) as caught:
        run_script(tmp_path, script, RunOptions(configuration={name: port}), lambda _: None)
    assert str(caught.value) == (
        f"error: {name} in the configuration: expected a port from 1 to 65535, got {port!r}"
    )
    started: list[tuple[int, int]] = []

    def start(self: OrthancServer) -> None:
        started.append((self.http_port, self.dicom_port))
        raise KeyboardInterrupt

    # The options of the command replace those of the configuration.
    options: dict[str, Any] = {"http_port": 8001, "dicom_port": 8002, "configuration": {name: port}}
    monkeypatch.setattr(OrthancServer, "start", start)
    with pytest.raises(KeyboardInterrupt):
        run_script(tmp_path, script, RunOptions(**options), lambda _: None)
    assert started == [(8001, 8002)]


def test_one_port_for_both(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("")
    port = free_port()
    options = RunOptions(http_port=port, dicom_port=port)
    with pytest.raises(KitError, match=rf"^port {port} can't be both .*: choose another with --dicom-port$"):
        run_script(tmp_path, script, options, lambda _: None)


def test_files_that_no_server_can_use(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("")
    storage = tmp_path / "new" / "storage"
    require_files(script, [script, tmp_path], storage)
    assert storage.is_dir()
    wrong = {
        "none.py: error: the script does not exist": (tmp_path / "none.py", [], None),
        "new: error: the script is not a file": (tmp_path / "new", [], None),
        "none: error: the file or folder to upload does not exist": (script, [tmp_path / "none"], None),
        "script.py: error: the storage is not a folder: choose another one": (script, [], script),
        "a: error: the script can't be used: Not a directory": (script / "a", [], None),
        "a: error: the storage can't be created: Not a directory": (script, [], script / "a"),
    }
    for text, arguments in wrong.items():
        with pytest.raises(CodegenError) as caught:
            require_files(*arguments)
        assert str(caught.value).endswith(f"/{text}")


def test_a_storage_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "script.py"
    script.write_text("")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(CodegenError, match="the storage is a folder in which you may not write"):
        require_files(script, [], tmp_path)
