"""The in-process core over DICOM: queries, moves, storage areas, instances, jobs, and chunked uploads."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from orthanc_testing import CallbackFailed, KitError, Unanswered, make_dataset
from orthanc_testing.errors import Missing
from orthanc_testing.inprocess.description import CallbackType, read_description
from orthanc_testing.locate import find_plugin

from .. import interface
from .conftest import Load

FIND = """
    import orthanc

    def answer(answers, query, who):
        tags = {{}}
        for i in range(query.GetFindQuerySize()):
            tags[query.GetFindQueryTagName(i)] = query.GetFindQueryValue(i)
            orthanc.LogWarning(f"{{query.GetFindQueryTagGroup(i):04x}},{{query.GetFindQueryTagElement(i):04x}}")
        for i in range(2):
            found = '{{"PatientID": "%s%d", "PatientName": "%s"}}' % (tags["PatientID"], i, who)
            answers.FindAddAnswer(orthanc.CreateDicom(found, None, orthanc.CreateDicomFlags.NONE))

    {}
"""


@pytest.mark.parametrize(
    "registration",
    [
        "orthanc.RegisterFindCallback(lambda answers, query, issuer, called: answer(answers, query, issuer))",
        "orthanc.RegisterFindCallback2(lambda a, q, c: answer(a, q, c.GetConnectionRemoteAet()))",
    ],
    ids=["old", "new"],
)
def test_a_find_returns_the_answers(load: Load, registration: str) -> None:
    core = load(FIND.format(registration))
    found = core.find({"PatientID": "7", "PatientName": ""}, issuer="SCANNER")
    assert [(str(d.PatientID), str(d.PatientName)) for d in found] == [("70", "SCANNER"), ("71", "SCANNER")]
    assert core.log.splitlines() == ["W 0010,0010", "W 0010,0020"]


def test_a_worklist_with_the_connection(load: Load) -> None:
    core = load("""
        import orthanc

        @orthanc.RegisterWorklistCallback2
        def worklist(answers, query, connection):
            assert query.WorklistGetDicomQuery()[128:132] == b"DICM"
            for name in ("Doe^Jane", "Roe^Jim"):
                tags = '{"PatientName": "%s"}' % name
                entry = orthanc.CreateDicom(tags, None, orthanc.CreateDicomFlags.NONE)
                if query.WorklistIsMatch(entry):
                    answers.WorklistAddAnswer(query, entry)
        """)
    assert [str(entry.PatientName) for entry in core.worklist({"PatientName": "Doe*"})] == ["Doe^Jane"]
    assert core.worklist({"PatientName": "[Doe]*"}) == []


MOVES = """
    import orthanc

    class Driver:
        def __init__(self, study, target):
            self.steps, self.text = 2, f"{study} to {target}"

    def start(**request):
        return Driver(request["StudyInstanceUID"], request["TargetAET"])

    def size(driver):
        return driver.steps

    def apply(driver):
        orthanc.LogWarning(driver.text)

    def free(driver):
        orthanc.LogWarning("freed")

    orthanc.RegisterMoveCallback2(start, size, apply, free)
"""


def test_a_move_runs_all_steps(load: Load) -> None:
    core = load(MOVES)
    assert core.move("ARCHIVE", StudyInstanceUID="1.2") == 2
    assert core.log.splitlines() == ["W 1.2 to ARCHIVE"] * 2 + ["W freed"]


def test_a_move_that_fails_is_raised_and_freed(load: Load) -> None:
    core = load(MOVES.replace("orthanc.LogWarning(driver.text)", "raise ValueError(driver.text)"))
    with pytest.raises(CallbackFailed, match=r"(?s)ApplyMove failed.*1\.2 to ARCHIVE"):
        core.move("ARCHIVE", StudyInstanceUID="1.2")
    assert core.log.endswith("W freed")


def test_a_simple_move(load: Load) -> None:
    core = load("""
        import orthanc

        @orthanc.RegisterMoveCallback
        def move(**request):
            orthanc.LogWarning(f"{request['Level']} {request['OriginatorAET']} {request['PatientID']}")
        """)
    core.move("ARCHIVE", level="PATIENT", PatientID="7")
    assert core.log == "W PATIENT TEST 7"


FILES = """
    import orthanc

    FILES = {}

    def create(uuid, type, data):
        FILES[uuid] = data

    def read(uuid, type):
        return FILES[uuid]

    def read_range(uuid, type, start, size):
        return FILES[uuid][start : start + size]

    def remove(uuid, type):
        del FILES[uuid]

    def create3(uuid, type, compression, data, instance):
        FILES[uuid] = data
        return orthanc.ErrorCode.SUCCESS, b"custom"

    def read_range3(uuid, type, start, size, custom):
        assert custom == b"custom"
        return orthanc.ErrorCode.SUCCESS, FILES[uuid][start : start + size]

    def remove3(uuid, type, custom):
        del FILES[uuid]
        return orthanc.ErrorCode.SUCCESS

"""


@pytest.mark.parametrize(
    "registration",
    [
        "RegisterStorageArea(create, read, remove)",
        "RegisterStorageArea2(create, read, read_range, remove)",
        "RegisterStorageArea3(create3, read_range3, remove3)",
    ],
)
def test_a_storage_area(load: Load, registration: str) -> None:
    core = load(f"{FILES}    orthanc.{registration}\n")
    core.storage.create("abc", b"\0data")
    assert core.storage.read("abc") == b"\0data"
    if "Area(" in registration:
        with pytest.raises(Unanswered, match="no storage area"):
            core.storage.read_range("abc", 1, 2)
    else:
        assert core.storage.read_range("abc", 1, 2) == b"da"
    core.storage.remove("abc")
    assert core.script.FILES == {}
    with pytest.raises(CallbackFailed, match="KeyError"):
        core.storage.remove("abc")


def test_only_the_unknown_keyword_of_a_query_is_named(load: Load) -> None:
    core = load("import orthanc\northanc.RegisterFindCallback(print)\n")
    for query in ({"PatientID": "1", "PatientIdd": "2"}, {"OtherPatientIDsSequence": [{"PatientIdd": "2"}]}):
        with pytest.raises(KitError, match=r"^DICOM has no keyword PatientIdd: "):
            core.find(query)


def test_without_pydicom_a_query_says_what_to_install(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    core = load("import orthanc\northanc.RegisterFindCallback(print)\n")
    for name in [name for name in sys.modules if name.partition(".")[0] == "pydicom"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "pydicom", None)
    with pytest.raises(Missing, match="needs pydicom: pip install pydicom"):
        core.find({"PatientID": "1"})


def test_an_instance_with_metadata(load: Load) -> None:
    core = load("""
        import json
        import orthanc

        @orthanc.RegisterOnStoredInstanceCallback
        def stored(instance, instance_id):
            facts = [instance.GetInstanceMetadata("mine"), instance.HasInstanceMetadata("other")]
            facts += [instance.GetInstanceSize() == len(instance.GetInstanceData())]
            facts += [json.loads(instance.GetInstanceSimplifiedJson())["PatientID"]]
            orthanc.LogWarning(json.dumps(facts))
        """)
    core.stored(make_dataset(PatientID="7"), metadata={"mine": "yes"})
    assert core.log == 'W ["yes", 0, true, "7"]'


def test_filters_of_instances(load: Load) -> None:
    core = load("""
        import orthanc

        @orthanc.RegisterIncomingDicomInstanceFilter
        def allow(instance):
            return instance.GetInstanceRemoteAet() == "FRIEND"

        @orthanc.RegisterIncomingCStoreInstanceFilter
        def refuse(instance):
            return 0xA700 if instance.GetInstanceRemoteAet() == "FULL" else 0
        """)
    friend = core.instance(make_dataset(), remote_aet="FRIEND")
    full = core.instance(make_dataset(), remote_aet="FULL")
    allowed = [core.fire("IncomingDicomInstanceFilter", instance=i)[0].value for i in (friend, full)]
    assert allowed == [True, False]
    refused = [core.fire("IncomingCStoreInstanceFilter", instance=i)[0].value for i in (friend, full)]
    assert refused == [0, 0xA700]


@pytest.mark.parametrize("function", ["CreateJob", "CreateJob2"])
def test_a_job_is_stepped_stopped_and_reset(load: Load, function: str) -> None:
    core = load(f"""
        import orthanc

        class Work:
            count = 0
            def step(self):
                self.count += 1
                if self.count == 3:
                    raise ValueError("three")
                return orthanc.JobStepStatus.CONTINUE
            def stop(self, reason): orthanc.LogWarning(reason.name)
            def reset(self): self.count = 0
            def get_progress(self): return self.count / 4
            def get_content(self): return '{{"count": %d}}' % self.count
            def get_serialized(self): return None

        orthanc.{function}(Work(), "kind").SubmitJob(7)
        """)
    core.load()
    (job,) = core.jobs
    assert (job.type, job.id, job.priority, job.serialized) == ("kind", "job-1", 7, None)
    status = core.orthanc.JobStepStatus
    assert [job.step(), job.step()] == [status.CONTINUE] * 2
    assert (job.progress, job.content) == (0.5, {"count": 2})
    job.stop(core.orthanc.JobStopReason.PAUSED)
    job.reset()
    assert job.run() == status.FAILURE
    assert job.content == {"count": 3}
    assert core.log.startswith("W PAUSED\n")
    assert "ValueError: three" in core.log


def test_an_upload_in_chunks(load: Load) -> None:
    core = load("""
        import orthanc

        class Reader:
            def __init__(self, groups): self.groups, self.sizes = groups, []
            def add_chunk(self, data): self.sizes.append(len(data))
            def execute(self, output): output.AnswerBuffer(f"{self.groups} {self.sizes}", "text/plain")

        def get(output, uri, **request): output.AnswerBuffer("get", "text/plain")
        def post(uri, **request): return Reader(request["groups"])

        orthanc.RegisterChunkedRestCallback("/upload/(.*)", get, post)
        """)
    assert core.get("/upload/a").text == "get"
    assert core.post("/upload/a", bytes(100_000)).text == f"('a',) [{1 << 16}, {100_000 - (1 << 16)}]"
    assert core.put("/upload/a", b"").status == 405


def slots() -> list[CallbackType]:
    """Return the callbacks of functions that take one callable and nothing else."""
    simple = {f.name for f in interface.plan().every_function if len(f.arguments) == 1}
    callbacks = read_description(find_plugin().description).callbacks.values()
    return [
        c for c in callbacks if c.registrar in simple and c.registrar.startswith("Register") and not c.payload
    ]


VALUES: dict[str, Any] = {
    "Text": "ünï",
    "Integer": 7,
    "Flag": True,
    "TextArray": ["a", "b"],
    "TextMapping": {"a": "1"},
    "ReceivedBytes": b"\0bytes",
}


def test_every_callback_receives_its_values(load: Load) -> None:
    core = load("import orthanc\nCALLS = []\n")
    tried = 0
    for plan in slots():
        received: dict[str, Any] = {}

        def record(*values: Any, plan: CallbackType = plan, seen: Any = received, **named: Any) -> None:
            seen.update(zip((a.name for a in plan.arguments), values, strict=False), **named)

        core.unload()  # Orthanc accepts some callbacks once
        core.load()
        getattr(core.orthanc, plan.registrar)(record)
        values = {a.name: VALUES[a.kind] for a in plan.arguments if a.kind in VALUES}
        members = {a.name: next(iter(getattr(core.orthanc, a.enum))) for a in plan.arguments if a.enum}
        core.fire(plan.name, **values, **members)
        named = {a.name for a in plan.arguments if a.kind == "EnumeratorName"}
        expected = {**values, **{n: m.name if n in named else m for n, m in members.items()}}
        for name, value in expected.items():
            got = received[name]
            assert (list(got) if isinstance(value, list) else got) == value, (plan.name, name)
        tried += 1
    assert tried >= 12
