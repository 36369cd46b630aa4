"""Files of hundreds of megabytes: other threads of the script run while they are copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from .dicom import make_dicom
from .harness import Servers

_SIZE = 192 << 20

SCRIPT = """
    import json
    import threading
    import time
    import orthanc

    files = {}
    stalls = {"now": 0.0}

    def tick():
        last = time.perf_counter()
        while True:
            time.sleep(0.0005)
            now = time.perf_counter()
            stalls["now"] = max(stalls["now"], now - last)
            last = now

    def take(output, uri, groups, **request):
        if groups[0] == "hold":  # for the duration of a copy with the GIL held
            bytes(bytearray(SIZE))
        longest, stalls["now"] = stalls["now"], 0.0
        output.AnswerBuffer(json.dumps(longest), "application/json")

    def create(uuid, content_type, data):
        files[uuid] = data

    def read(uuid, content_type):
        return files[uuid]

    def remove(uuid, content_type):
        del files[uuid]

    orthanc.RegisterStorageArea(create, read, remove)
    orthanc.RegisterRestCallback("/take/(.*)", take)
    threading.Thread(target=tick, daemon=True).start()
"""


@pytest.mark.alone
def test_threads_run_while_files_are_stored_and_read(serve: Servers, tmp_path: Path) -> None:
    server = serve(SCRIPT.replace("SIZE", str(_SIZE)), configuration={"MaximumStorageCacheSize": 0})
    file = make_dicom(tmp_path / "large.dcm")
    file.dataset.Rows, file.dataset.Columns = 8192, _SIZE // 2 // 8192
    file.dataset.PixelData = b"\x5a" * _SIZE
    file.dataset.save_as(file.path)
    content = file.content
    instance = f"/instances/{file.instance_id}"
    held = min(server.get("/take/hold").json() for _ in range(3))
    stored: list[float] = []
    read: list[float] = []
    while len(stored) < 5 and not (stored and max(min(stored), min(read)) < held / 2):
        server.get("/take/begin")
        assert server.post("/instances", content).status == 200
        stored.append(server.get("/take/stored").json())
        assert len(server.get(f"{instance}/file").body) == len(content)
        read.append(server.get("/take/read").json())
        server.delete(instance)
    print(f"stored {stored}, read {read}, with the lock {held}")
    assert min(stored) < held / 2, (stored, held)
    assert min(read) < held / 2, (read, held)
