"""Every kind of callback as a coroutine, and locks of the core that its thread holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from .dicom import DicomFile, findscu, make_dicom, storescu
from .harness import Servers

KINDS = """
    import asyncio
    import json
    import orthanc

    files = {}
    seen = []

    async def create(uuid, content_type, data):
        await asyncio.sleep(0.01)
        files[uuid] = data

    async def read(uuid, content_type):
        await asyncio.sleep(0.01)
        return files[uuid]

    async def remove(uuid, content_type):
        await asyncio.sleep(0.01)
        del files[uuid]

    @orthanc.RegisterOnStoredInstanceCallback
    async def on_stored(instance, instance_id):
        await asyncio.sleep(0.01)
        tags = await asyncio.to_thread(orthanc.RestApiGet, f"/instances/{instance_id}/simplified-tags")
        seen.append(["stored", json.loads(tags)["PatientID"], instance.GetInstanceSize() > 1000])

    @orthanc.RegisterOnChangeCallback
    async def on_change(change, level, resource):
        await asyncio.sleep(0.01)
        if change == orthanc.ChangeType.NEW_INSTANCE:
            tags = await asyncio.to_thread(orthanc.RestApiGet, f"/instances/{resource}/simplified-tags")
            seen.append(["change", json.loads(tags)["PatientID"]])

    @orthanc.RegisterIncomingHttpRequestFilter
    async def filter(uri, **request):
        await asyncio.sleep(0.01)
        return "secret" not in uri

    async def receive(dicom, origin):
        await asyncio.sleep(0.01)
        return orthanc.ReceivedInstanceAction.KEEP_AS_IS, None

    if orthanc.CheckVersionAdvanced(1, 10, 0):
        orthanc.RegisterReceivedInstanceCallback(receive)

    @orthanc.RegisterFindCallback
    async def find(answers, query, issuer, called):
        await asyncio.sleep(0.01)
        tags = {"PatientID": "P0", "StudyInstanceUID": "1.2.0", "QueryRetrieveLevel": "STUDY"}
        answers.FindAddAnswer(orthanc.CreateDicom(json.dumps(tags), None, orthanc.CreateDicomFlags.NONE))

    async def show(output, uri, **request):
        output.AnswerBuffer(json.dumps(seen), "application/json")

    orthanc.RegisterStorageArea(create, read, remove)
    orthanc.RegisterRestCallback("/seen", show)
"""


@pytest.mark.parametrize("workers", [False, True], ids=["own stacks", "workers"])
def test_every_kind_of_callback(serve: Servers, tmp_path: Path, mr_file: DicomFile, workers: bool) -> None:
    server = serve(
        KINDS,
        dicom=True,
        configuration={
            "MaximumStorageCacheSize": 0,
            "DicomAlwaysAllowFind": True,
            "Python": {"WorkerThreads": workers},
        },
    )
    storescu(server.dicom_port, mr_file)
    second = make_dicom(tmp_path / "second.dcm", "MR")
    answer = server.post("/instances", second.content)
    assert answer.status == 200, f"{answer.text}\n{server.log_text()}"
    assert server.get(f"/instances/{mr_file.instance_id}/file").status == 200
    assert server.get(f"/instances/{second.instance_id}/file").body == second.content
    server.until(lambda: len(server.get("/seen").json()) == 4)
    expected = [["stored", str(f.dataset.PatientID), True] for f in (mr_file, second)]
    seen = server.get("/seen").json()
    assert [s for s in seen if s[0] == "stored"] == expected
    assert [s for s in seen if s[0] == "change"] == [["change", e[1]] for e in expected]
    assert server.get("/secret").status == 403
    found = findscu(server.dicom_port, tmp_path / "found", "QueryRetrieveLevel=STUDY", "PatientID=P*")
    assert [f.PatientID for f in found] == ["P0"]
    assert server.delete(f"/instances/{second.instance_id}").status == 200
    server.until(lambda: server.get(f"/instances/{second.instance_id}").status == 404)
    assert server.stop() == 0
    assert "Error in the Python callback" not in server.log_text()


@pytest.mark.parametrize("workers", [False, True], ids=["own stacks", "workers"])
def test_the_core_takes_a_lock_again(serve: Servers, tmp_path: Path, workers: bool) -> None:
    # The core holds a lock during this callback, which the same thread may take again, but no other thread.
    server = serve(
        """
        import asyncio
        import orthanc

        again, stored = [], []

        @orthanc.RegisterOnStoredInstanceCallback
        async def on_stored(instance, instance_id):
            if again:
                await asyncio.to_thread(orthanc.RestApiPost, "/instances", again.pop())
            stored.append(instance_id)

        async def store_twice(output, uri, body, **request):
            again.append(body)
            output.AnswerBuffer("ok", "text/plain")

        def list_stored(output, uri, **request):
            output.AnswerBuffer(" ".join(stored), "text/plain")

        orthanc.RegisterRestCallback("/store-twice", store_twice)
        orthanc.RegisterRestCallback("/stored", list_stored)
        """,
        configuration={"Python": {"WorkerThreads": workers}},
    )
    first, second = make_dicom(tmp_path / "1.dcm"), make_dicom(tmp_path / "2.dcm")
    assert server.post("/store-twice", second.content).status == 200
    assert server.post("/instances", first.content).status == 200
    assert server.get("/stored").text == f"{second.instance_id} {first.instance_id}"
