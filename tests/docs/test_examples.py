"""The examples of the reference run in a real Orthanc, and the releases have those that they support."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.render.examples import example, examples_dir
from orthanc_codegen.render.links import Links
from orthanc_testing import Core, Server, Servers, make_dataset

from .. import interface
from ..e2e.dicom import findscu

pytestmark = pytest.mark.usefixtures("built")


def serve(servers: Servers[Server], name: str, **options: object) -> Server:
    """Start a server with an example."""
    text = (examples_dir() / f"{name}.py").read_text(encoding="utf-8")
    return servers.start(text, **options)  # type: ignore[arg-type]


def test_every_group_has_an_example() -> None:
    plan = interface.plan()
    available = Links.of(plan).available
    assert {group.name for group in plan.groups if example(group.name, available)} == {
        group.name for group in plan.groups
    }
    assert {file.stem for file in examples_dir().glob("*.py")} == {group.name for group in plan.groups}


def test_older_releases_lack_examples_of_newer_functions() -> None:
    plan = pipeline.plan_for(pipeline.load("1.5.7").header)
    available = Links.of(plan).available
    assert example("Images", available)
    assert not example("Stores", available)
    assert not example("DicomInstance", available)


def test_images(orthanc_servers: Servers[Server]) -> None:
    server = serve(orthanc_servers, "Images")
    stored = server.upload(make_dataset())
    answer = server.get(f"/frames/{stored.id}")
    assert (answer.status, answer.content[:2]) == (200, b"\xff\xd8")


def test_callbacks(orthanc_servers: Servers[Server]) -> None:
    server = serve(orthanc_servers, "Callbacks")
    stored = server.upload(make_dataset())
    assert server.get("/count").json() == {"studies": 1}
    server.wait_for_log(f"New study: {stored.study}")


def test_orthanc(orthanc_servers: Servers[Server]) -> None:
    server = serve(orthanc_servers, "Orthanc", configuration={"StableAge": 1})
    stored = server.upload(make_dataset())
    server.until(lambda: server.get(f"/studies/{stored.study}/metadata/1024").text == "1 series")


def test_dicom_instance(orthanc_servers: Servers[Server]) -> None:
    server = serve(orthanc_servers, "DicomInstance")
    stored = server.upload(make_dataset())
    sizes = server.get(f"/sizes/{stored.id}").json()
    assert set(sizes) == {"stored", "JPEG-LS"}
    assert all(size > 0 for size in sizes.values())


def test_toolbox(orthanc_servers: Servers[Server]) -> None:
    server = serve(orthanc_servers, "Toolbox")
    stored = server.upload(make_dataset(PatientID="4711"))
    answer = server.get(f"/tags/{stored.id}").json()
    assert (answer["tags"]["PatientID"], len(answer["md5"])) == ("4711", 32)


def test_plugin(orthanc_servers: Servers[Server]) -> None:
    server = serve(orthanc_servers, "Plugin", configuration={"Name": "Archive"})
    server.wait_for_log("This is Archive, in ")
    assert "Hello from Python" in server.get("/app/plugins.js").text + server.get("/plugins/explorer.js").text


@pytest.fixture
def load() -> Iterator[Callable[[str], Core]]:
    """Return a function that loads an example into an in-process core."""
    from orthanc_testing.inprocess.start import open_core

    made: list[Core] = []

    def load(name: str) -> Core:
        made.append(open_core(examples_dir() / f"{name}.py"))
        return made[-1]

    yield load
    for core in made:
        core.close()


def test_dicom_callbacks(orthanc_servers: Servers[Server], tmp_path: Path) -> None:
    configuration = {"DicomAlwaysAllowFind": True}
    server = serve(orthanc_servers, "DicomCallbacks", dicom=True, configuration=configuration)
    keys = ("QueryRetrieveLevel=PATIENT", "PatientID", "PatientName")
    (found,) = findscu(server.dicom_port, tmp_path / "found", *keys)
    assert (str(found.PatientID), str(found.PatientName)) == ("42", "Doe^Jane")
    server.wait_for_log("FINDSCU asks for PatientID: ")


def test_stores(load: Callable[[str], Core]) -> None:
    core = load("Stores")
    core.on("EnqueueValue", None)
    core.stored(make_dataset())
    assert core.asked("EnqueueValue")[0]["queueId"] == "to-check"
    core.on("DequeueValue", {"found": 0})
    core.on("GetKeyValue", {"found": 0})
    assert core.get("/next").text == "none"
