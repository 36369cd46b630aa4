"""What `run` refuses before it starts a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.running import RunOptions, run_script
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
