"""`orthanc-codegen run`: a configuration, a storage to keep, uploads and variables."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.running import read_configuration
from orthanc_testing.ports import free_port

from .children import wait_until_gone
from .dicom import make_dicom
from .runs import Run

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
  "SslEnabled": true,
  "Python": { "Path": "/nowhere.py" },
  "DicomModalities": { "pacs": ["PACS", "localhost", 104], },
}
"""


_FAILING = """
import os, subprocess
print("started", subprocess.Popen(["sleep", "300"]).pid)
raise ValueError("as it was asked to")
"""


def test_run(plugin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # does not get the images
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT)
    port = free_port()
    (tmp_path / "orthanc.json").write_text(_CONFIGURATION % port)
    (tmp_path / "images" / "deep").mkdir(parents=True)
    make_dicom(tmp_path / "images" / "deep" / "a.dcm")
    (tmp_path / "images" / "readme.txt").write_text("This is no DICOM file.")
    options: dict[str, Any] = {
        "http_port": None,
        "configuration": read_configuration(tmp_path / "orthanc.json"),
        "storage": tmp_path / "storage",
        "environment": {"GIVEN": "a value"},
        "uploads": [tmp_path / "images"],
    }
    with Run(plugin, script, tmp_path / "log", **options) as run:
        run.port = port
        run.until(lambda: json.loads(run.get("/instances")))
        assert run.get("/variable") == "a value"
        assert json.loads(run.get("/system"))["Name"] == "mine"
        assert json.loads(run.get("/modalities")) == ["pacs"]
        run.until_log("Uploaded")
        assert run.interrupt() == 0, run.log
    assert "Ignoring StorageDirectory, SslEnabled, Python.Path of the configuration" in run.log
    assert f"Uploaded 1 file; Orthanc refused {tmp_path / 'images' / 'readme.txt'} (status 400)\n" in run.log
    assert any((tmp_path / "storage").iterdir())


def test_a_file_that_cannot_be_read(plugin: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT)
    image = make_dicom(tmp_path / "a.dcm").path
    unreadable = Path("/proc/self/mem")  # also for root
    with Run(plugin, script, tmp_path / "log", uploads=[unreadable, image]) as run:
        run.until_log("Uploaded")
        assert run.interrupt() == 0, run.log
    assert f"Uploaded 1 file; can't read {unreadable}" in run.log


def test_uploads_to_a_server_with_passwords(plugin: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT)
    image = make_dicom(tmp_path / "a.dcm").path
    passwords = {"AuthenticationEnabled": True, "RegisteredUsers": {"me": "secret"}}
    with Run(plugin, script, tmp_path / "log", uploads=[image], configuration=passwords) as run:
        run.until_log("Uploaded")
        assert run.interrupt() == 0, run.log
    assert f"Uploaded 0 files; Orthanc refused {image} (status 401: --upload sends no user name" in run.log


def test_ctrl_c_while_a_server_with_uploads_starts(plugin: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import time\nprint('loads', flush=True)\ntime.sleep(2)\n")
    image = make_dicom(tmp_path / "a.dcm").path
    with Run(plugin, script, tmp_path / "log", uploads=[image]) as run:
        run.until_log("loads")
        run.interrupt()
    assert "error" not in run.log, run.log
    assert "exited with status" not in run.log, run.log


def test_a_failed_start_leaves_no_process(plugin: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_FAILING)
    image = make_dicom(tmp_path / "a.dcm").path
    with Run(plugin, script, tmp_path / "log", uploads=[image]) as run:
        assert run.wait() != 0
    started = re.search(r"started (\d+)", run.log)
    assert started is not None, run.log
    wait_until_gone({int(started[1])}, 2)
