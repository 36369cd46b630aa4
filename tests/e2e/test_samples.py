"""The scripts in `samples/`, each in a real server: what may depend on its release.

`make test-matrix` runs only `tests/e2e`, so each sample has a test here. `samples/tests/` tests the rest.
"""

from __future__ import annotations

import io
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage

from .dicom import COLUMNS, ROWS, DicomFile, findscu, storescu
from .harness import SAMPLES, TIMEOUT, RunningServer, Servers


def test_rest_routes_with_and_without_groups(serve: Servers) -> None:
    server = serve(SAMPLES / "rest.py")
    answer = server.get("/toto")
    assert (answer.status, answer.text) == (200, "ok\n")
    assert answer.headers["Content-Type"] == "text/plain"
    assert server.get("/tata?name=value").text == "ok\n"
    server.wait_for_log(r"Request for /toto: groups \('to', 't'\), arguments \{\}")
    server.wait_for_log(r"Request for /tata: groups \(\), arguments \{'name': 'value'\}")
    assert server.get("/titi").status == 404
    assert server.get("/toto/toto").status == 404
    answer = server.post("/toto", b"x")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET")


def test_changes_are_heard_and_a_file_is_uploaded_at_the_start(
    serve: Servers, mr_file: DicomFile, sc_file: DicomFile
) -> None:
    server = serve(SAMPLES / "changes.py", dicom=True, environment={"SAMPLE_DICOM": str(mr_file.path)})
    server.wait_for_log(r"\bStarted$")
    server.wait_for_log(rf"Stored a new instance: {mr_file.instance_id}$")
    assert server.get(f"/instances/{mr_file.instance_id}/file").body == mr_file.content
    storescu(server.dicom_port, sc_file)
    server.wait_for_log(rf"Stored a new instance: {sc_file.instance_id}$")
    assert server.stop() == 0
    log = server.log_text()
    assert log.count("Stored a new instance") == 2
    assert re.search(r"\bStopped$", log, re.MULTILINE)


def test_the_content_of_a_new_instance_and_where_it_comes_from(
    serve: Servers, mr_file: DicomFile, sc_file: DicomFile
) -> None:
    server = serve(SAMPLES / "stored_instance.py", dicom=True)
    server.post("/instances", mr_file.content)
    server.wait_for_log(
        rf"Instance {mr_file.instance_id} of {len(mr_file.content)} bytes, "
        rf"transfer syntax {ExplicitVRLittleEndian}, SOP class {MRImageStorage}, "
        r"received through the REST API$"
    )
    server.wait_for_log(r"  PatientName: Ende\^Emil$")
    server.wait_for_log(rf"  SOPInstanceUID: {mr_file.dataset.SOPInstanceUID}$")
    storescu(server.dicom_port, sc_file, aet="SCANNER")
    server.wait_for_log(
        rf"Instance {sc_file.instance_id} .* received through the DICOM protocol, sent by SCANNER$"
    )


def test_pydicom_dumps_an_instance(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(SAMPLES / "pydicom_dump.py", packages=True)
    instance_id = server.post("/instances", mr_file.content).json()["ID"]
    answer = server.get(f"/pydicom/{instance_id}")
    assert answer.status == 200
    assert re.search(r"\(0010,0010\) Patient's Name +PN: 'Ende\^Emil'", answer.text)
    assert server.get("/pydicom/nothing").status == 404


def test_a_stable_study_is_routed_to_another_server(serve: Servers, mr_file: DicomFile) -> None:
    receiver = serve(with_plugin=False, dicom=True)
    modality = ["RECEIVER", "127.0.0.1", receiver.dicom_port]
    server = serve(
        SAMPLES / "autorouting.py",
        configuration={"StableAge": 1, "DicomModalities": {"sample": modality}},
    )
    server.post("/instances", mr_file.content)
    server.wait_for_log(rf"Study {mr_file.study_id} was sent to sample: 1 instance\(s\)$")
    assert receiver.get("/instances").json() == [mr_file.instance_id]
    assert receiver.get(f"/instances/{mr_file.instance_id}/metadata/Origin").text == "DicomProtocol"


@pytest.mark.parametrize("kind", ["mr_file", "sc_file"])
def test_a_thumbnail_is_a_small_jpeg(serve: Servers, request: pytest.FixtureRequest, kind: str) -> None:
    file: DicomFile = request.getfixturevalue(kind)
    server = serve(SAMPLES / "thumbnail.py", packages=True)
    server.post("/instances", file.content)
    answer = server.get(f"/thumbnail/{file.instance_id}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
    image = Image.open(io.BytesIO(answer.body))
    assert (image.format, image.size) == ("JPEG", (64, 64 * ROWS // COLUMNS))
    red, green, blue = image.convert("RGB").getpixel((60, 20))  # type: ignore[misc]
    assert red > 200
    assert (green > 200) == (blue > 200) == (kind == "mr_file")


def test_the_filter_lets_only_the_key_write(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(SAMPLES / "http_filter.py", environment={"SAMPLE_API_KEY": "opensesame"})
    assert server.get("/system").status == 200
    assert server.post("/instances", mr_file.content).status == 403
    server.wait_for_log(r"Refused to change /instances for 127\.0\.0\.1$")
    assert server.get("/instances").json() == []
    answer = server.request("POST", "/instances", mr_file.content, {"X-Api-Key": "opensesame"})
    assert (answer.status, answer.json()["Status"]) == (200, "Success")


def wait_for_job(server: RunningServer, job: str, state: str) -> dict[str, Any]:
    """Wait until a job is in a state; return the server's description of it."""
    deadline = time.monotonic() + TIMEOUT
    while (told := server.get(f"/jobs/{job}").json())["State"] != state:
        assert time.monotonic() < deadline, told
        time.sleep(0.02)
    return dict(told)


def test_a_job_checks_the_files_of_a_study(serve: Servers, mr_file: DicomFile, tmp_path: Path) -> None:
    storage = tmp_path / "storage"
    places = {"StorageDirectory": str(storage), "IndexDirectory": str(storage), "SaveJobs": True}
    server = serve(SAMPLES / "job.py", configuration={**places, "MaximumStorageCacheSize": 0})
    server.post("/instances", mr_file.content)
    job = server.post(f"/check/{mr_file.study_id}", "").json()["ID"]
    told = wait_for_job(server, job, "Success")
    assert (told["Type"], told["Progress"]) == ("CheckFiles", 100)
    assert told["Content"] == {"Checked": 1, "Broken": []}
    assert server.get(f"/check/{mr_file.study_id}").status == 405
    assert server.post("/check/nothing", "").status == 404
    # The job detects a file that was changed on disk.
    (file,) = (f for f in storage.rglob("*") if f.is_file() and f.read_bytes() == mr_file.content)
    file.write_bytes(mr_file.content.replace(b"Ende^Emil", b"Ende^Emma"))
    job = server.post(f"/check/{mr_file.study_id}", "").json()["ID"]
    told = wait_for_job(server, job, "Success")
    assert told["Content"] == {"Checked": 1, "Broken": [mr_file.instance_id]}
    # The next server has the saved jobs.
    assert server.stop() == 0
    again = serve(SAMPLES / "job.py", configuration=places)
    assert again.get(f"/jobs/{job}").json()["Content"] == told["Content"]


def test_a_worklist_comes_from_files(serve: Servers, tmp_path: Path) -> None:
    folder = tmp_path / "worklist"
    folder.mkdir()
    server = serve(
        SAMPLES / "worklist.py",
        dicom=True,
        configuration={"DicomAlwaysAllowFind": True, "DicomAlwaysAllowFindWorklist": True},
        environment={"SAMPLE_WORKLIST": str(folder)},
    )
    for number, modality in enumerate(["MR", "CT", "MR"]):
        steps = [{"Modality": modality, "ScheduledStationAETitle": "HERE"}]
        entry = {
            "PatientID": f"{number}",
            "PatientName": "Work^List",
            "ScheduledProcedureStepSequence": steps,
        }
        (folder / f"{number}.json").write_text(json.dumps(entry))
    keys = ["PatientID", "ScheduledProcedureStepSequence[0].Modality=MR"]
    found = findscu(server.dicom_port, tmp_path / "found", *keys, model="-W")
    assert [dataset.PatientID for dataset in found] == ["0", "2"]
    server.wait_for_log("FINDSCU gets 2 of 3 entries of the worklist")
    (folder / "0.json").unlink()
    found = findscu(server.dicom_port, tmp_path / "later", *keys, model="-W")
    assert [dataset.PatientID for dataset in found] == ["2"]
