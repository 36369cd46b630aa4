"""Type checks of scripts: decorators, containers, protocols and named tuples pass, and mistakes are found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orthanc_codegen import pipeline

from ..tools import type_check

GOOD = '''
"""Uses all of it as intended."""
import array
import orthanc

@orthanc.RegisterOnChangeCallback
def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    assert change is orthanc.ChangeType.NEW_STUDY

@orthanc.RegisterIncomingDicomInstanceFilter
def keep(instance: orthanc.DicomInstance) -> bool:
    return memoryview(instance).nbytes > 100 and instance.HasInstanceMetadata("x") == 1

on_change(orthanc.ChangeType.NEW_STUDY, orthanc.ResourceType.STUDY, "it is still a function")
kept: bool = keep(orthanc.CreateDicomInstance(b""))

@orthanc.RegisterOnChangeCallback
async def on_change_later(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    pass

@orthanc.RegisterIncomingDicomInstanceFilter
async def keep_later(instance: orthanc.DicomInstance) -> bool:
    return True

async def read(uuid: str, content_type: orthanc.ContentType) -> bytes:
    return b""

async def write(uuid: str, content_type: orthanc.ContentType, data: bytes) -> None:
    pass

async def remove(uuid: str, content_type: orthanc.ContentType) -> None:
    pass

orthanc.RegisterStorageArea(write, read, remove)

async def use() -> None:
    later: bool = await keep_later(orthanc.CreateDicomInstance(b""))

peers = orthanc.GetPeers()
names: list[str | None] = [*peers, peers[0]]
count: int = len(peers)
pairs: dict[str | None, bytes] = dict(orthanc.CreateKeysValuesIterator("store"))

def find(answers: orthanc.FindAnswers, query: orthanc.FindQuery, issuer: str, called: str) -> None:
    tags: dict[str, str] = {name: query.GetFindQueryValue(i) for i, name in enumerate(query)}
    answers.FindAddAnswer(f"{tags}")

orthanc.RegisterFindCallback(find)

class Work:
    def step(self) -> orthanc.JobStepStatus:
        return orthanc.JobStepStatus.SUCCESS
    async def get_progress(self) -> float:
        return 1.0
    def stop(self, reason: orthanc.JobStopReason) -> None:
        pass

with orthanc.CreateJob2(Work(), "work") as job:
    job_id: str = job.SubmitJob(0)

class Reader:
    def add_chunk(self, data: bytes) -> None:
        pass
    def execute(self, output: orthanc.RestOutput) -> None:
        output.AnswerBuffer("ok", "text/plain")

def reader(
    uri: str, *, method: str, groups: tuple[str, ...], headers: dict[str, str], **more: object
) -> Reader:
    return Reader()

orthanc.RegisterChunkedRestCallback("/upload", post=reader)

status, headers, body = orthanc.HttpClient(orthanc.HttpMethod.GET, "http://localhost")
server: str = orthanc.CallRestApi(orthanc.HttpMethod.GET, "/system").headers["server"]
number: int = status
text: str = body.decode()

with orthanc.CreateImage(orthanc.PixelFormat.RGB24, 4, 4) as image:
    shape: tuple[int, ...] | None = memoryview(image).shape
for data in (b"", bytearray(), memoryview(b""), array.array("B"), "text", None):
    digest: str = orthanc.ComputeMd5(data)
entry = orthanc.LookupDictionary("PatientID")
group: int = entry["Group"]
'''

BAD = [  # a line after the imports, and the error code of mypy
    ("orthanc.RegisterOnChangeCallback(lambda change: None)", "type-var"),
    ("orthanc.RegisterOnStoredInstanceCallback(3)", "type-var"),
    ("orthanc.CreateJob2(object(), 'work')", "arg-type"),
    ("len(orthanc.CreateKeysValuesIterator('store'))", "arg-type"),
    ("orthanc.GetPeers()['name']", "index"),
    ("orthanc.RestApiGet(3)", "arg-type"),
    ("orthanc.ComputeMd5(3)", "arg-type"),
    ("orthanc.RestApiGet('/').encode()", "attr-defined"),
    ("orthanc.LookupDictionary('PatientID')['group']", "typeddict-item"),
    ("orthanc.HttpClient(orthanc.HttpMethod.GET, 'http://localhost').reason", "attr-defined"),
    ("orthanc.CreateImage(3, 4, 4)", "arg-type"),
    ("class Mine(orthanc.Image): ...", "misc"),
    ("orthanc.RegisterIncomingDicomInstanceFilter(lambda instance: 'yes')", "type-var"),
    ("orthanc.RegisterIncomingDicomInstanceFilter(lambda instance: asyncio.sleep(1, 'yes'))", "type-var"),
]


@pytest.fixture(scope="module")
def stubs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stubs")
    pipeline.generate(pipeline.load().header, folder, parts=["stubs"])
    return folder


def test_a_script_that_uses_everything(stubs: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(GOOD)
    assert type_check([script], stubs=stubs) == ""


def test_mistakes_are_found(stubs: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import asyncio, orthanc\n" + "".join(f"{line}\n" for line, _ in BAD))
    said = type_check([script], stubs=stubs)
    found = {int(number): code for number, code in re.findall(r":(\d+): error: .*\[([\w-]+)\]$", said, re.M)}
    assert [found.get(number) for number in range(2, len(BAD) + 2)] == [code for _, code in BAD], said
