"""A server in C starts and stops the module as the loader does, while threads of both sides make calls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .harness.hosting import run_host

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

# The same, with coroutines.
_AWAITING = (
    _SCRIPT.replace("def route", "async def route").replace(
        """orthanc.RestApiGet("/again")""", """await asyncio.to_thread(orthanc.RestApiGet, "/again")"""
    )
    + """
import asyncio

async def on_change(*_):
    await asyncio.sleep(0)
    orthanc.RestApiGet("/changed")

orthanc.RegisterOnChangeCallback(on_change)
"""
)


@pytest.mark.parametrize("script", [_SCRIPT, _AWAITING], ids=["plain", "coroutines"])
def test_a_server_stops_while_threads_call(module_file: Path, tmp_path: Path, script: str) -> None:
    done = run_host(module_file, tmp_path, script)
    assert done.returncode == 0, f"{done.returncode}\n{done.stdout}{done.stderr}"
    counts = {name: int(number) for name, number in re.findall(r"(\w+) (\d+)", done.stdout)}
    assert counts["late"] == counts["together"] == 0, counts
    assert counts["served"] > 20, counts
    assert counts["refused"] > 20, counts
