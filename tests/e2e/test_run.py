"""`orthanc-codegen run`: a configuration, a storage to keep, uploads and variables."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from orthanc_testing.serve import free_port

from .dicom import make_dicom

_PATIENCE = 30  # seconds

_SCRIPT = """
import os
import orthanc

def variable(output, uri, **request):
    output.AnswerBuffer(os.environ.get("GIVEN", "none"), "text/plain")

orthanc.RegisterRestCallback("/variable", variable)
"""

_CONFIGURATION = """
{
  // Comments and trailing commas are allowed.
  "Name": "mine", /* as in Orthanc */
  "HttpPort": %d,
  "DicomServerEnabled": false,
  "StorageDirectory": "/nowhere",
  "DicomModalities": { "pacs": ["PACS", "localhost", 104], },
}
"""

_RUN = """
import sys
from pathlib import Path
from orthanc_codegen.running import RunOptions, read_configuration, run_script
plugin, script, configuration, storage, *uploads = map(Path, sys.argv[1:])
options = RunOptions(
    configuration=read_configuration(configuration),
    storage=storage,
    environment={"GIVEN": "a value"},
    uploads=uploads,
)
sys.exit(run_script(plugin, script, options, lambda line: print(line, flush=True)))
"""


def test_run(plugin: Path, tmp_path: Path) -> None:
    port = free_port()
    (tmp_path / "script.py").write_text(_SCRIPT)
    (tmp_path / "orthanc.json").write_text(_CONFIGURATION % port)
    (tmp_path / "images" / "deep").mkdir(parents=True)
    make_dicom(tmp_path / "images" / "deep" / "a.dcm")
    (tmp_path / "images" / "readme.txt").write_text("This is no DICOM file.")
    places = ("script.py", "orthanc.json", "storage", "images")
    command = [sys.executable, "-c", _RUN, str(plugin), *(str(tmp_path / place) for place in places)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            _await_uploads(port)
            assert _get(port, "/variable") == "a value"
            assert json.loads(_get(port, "/system"))["Name"] == "mine"
            assert json.loads(_get(port, "/modalities")) == ["pacs"]
            process.send_signal(signal.SIGTERM)
            log, _ = process.communicate(timeout=_PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 0, log
    assert "Ignoring StorageDirectory of the configuration" in log
    assert f"Uploaded 1 file; Orthanc refused {tmp_path / 'images' / 'readme.txt'}" in log
    assert any((tmp_path / "storage").iterdir())


def _await_uploads(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            if json.loads(_get(port, "/instances")):
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, "no image was uploaded"
        time.sleep(0.05)


def _get(port: int, path: str) -> Any:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=_PATIENCE) as answer:
        return answer.read().decode()
