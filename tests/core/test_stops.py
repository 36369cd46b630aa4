"""A server in C starts and stops the module as the loader does, while threads of both sides call."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from .harness.instrumented import build_program

_PATIENCE = 120  # seconds
_SCRIPT = """
import threading
import orthanc

def route(output, _uri, **_request):
    orthanc.RestApiGet("/again")
    output.AnswerBuffer(b"answer", "text/plain")

def work():
    stock = [orthanc.CreateImage(1, 2, 2) for _ in range(300)]
    kept = []
    try:
        while True:
            kept.append(orthanc.CreateImage(1, 2, 2))
            kept[-1].GetImageWidth()
            del kept[:-2]
    except (orthanc.OrthancException, ValueError):  # the server stops, or has gone
        while stock:
            stock.pop()

orthanc.RegisterRestCallback("/route", route)
orthanc.RegisterOnChangeCallback(lambda *_: orthanc.RestApiGet("/changed"))
for _ in range(2):
    threading.Thread(target=work, daemon=True).start()
"""


def _libpython() -> str:
    """Return this Python's library: by its path, or by its name where the loader of libraries knows that."""
    name = str(sysconfig.get_config_var("INSTSONAME"))
    file = Path(str(sysconfig.get_config_var("LIBDIR"))) / name
    return str(file) if file.is_file() else name


def test_a_server_stops_while_threads_call(module_file: Path, tmp_path: Path) -> None:
    headers = module_file.parents[2] / "sdk"
    host = build_program(tmp_path, headers, "host.c", "racing.c", "answering.c")
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT)
    done = subprocess.run(
        [str(host), _libpython(), str(module_file), sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert done.returncode == 0, f"{done.returncode}\n{done.stdout}{done.stderr}"
    counts = {name: int(number) for name, number in re.findall(r"(\w+) (\d+)", done.stdout)}
    assert counts["late"] == counts["together"] == 0, counts
    assert counts["served"] > 20, counts
    assert counts["refused"] > 20, counts
