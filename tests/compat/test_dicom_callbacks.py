"""Callbacks of DICOM services: the arguments of each callable, and the meaning of its result."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from .core_side import Core, Recorder, class_names

# -- C-FIND and worklists --


@pytest.mark.parametrize("kind", ["Find", "Worklist"])
def test_find_and_worklist(core: Core, kind: str) -> None:
    callback = Recorder()
    core.register(f"Register{kind}Callback", callback)
    handles = {"answers": core.handle(), "query": core.handle()}
    assert core.call("callback", f"{kind}Callback", **handles, issuerAet="ISSUER", calledAet="CALLED") == 0
    ((*objects, issuer, called),) = callback.args
    assert class_names(tuple(objects)) == [f"{kind}Answers", f"{kind}Query"]
    assert (issuer, called, callback.kwargs) == ("ISSUER", "CALLED", [{}])


@pytest.mark.parametrize("kind", ["Find", "Worklist"])
def test_find_and_worklist_2(core: Core, kind: str) -> None:
    callback = Recorder()
    core.register(f"Register{kind}Callback2", callback)
    handles = {name: core.handle() for name in ("answers", "query", "connection")}
    assert core.call("callback", f"{kind}Callback2", **handles) == 0
    assert class_names(callback.args[0]) == [f"{kind}Answers", f"{kind}Query", "DicomConnection"]
    assert callback.kwargs == [{}]


# -- C-MOVE --

MOVE = {
    "patientId": "patient",
    "accessionNumber": None,
    "studyInstanceUid": "1.2",
    "seriesInstanceUid": None,
    "sopInstanceUid": None,
    "targetAet": "TARGET",
    "originatorId": 77,
}
MOVE_AETS = {"originatorAet": "ORIGINATOR", "sourceAet": None}
MOVE_KEYWORDS = {
    "PatientID": "patient",
    "AccessionNumber": "",
    "StudyInstanceUID": "1.2",
    "SeriesInstanceUID": "",
    "SOPInstanceUID": "",
    "TargetAET": "TARGET",
    "OriginatorID": 77,
}
MOVE_AET_KEYWORDS = {"OriginatorAET": "ORIGINATOR", "SourceAET": ""}
LEVELS = ["PATIENT", "STUDY", "SERIES", "INSTANCE"]


@pytest.mark.parametrize(("number", "level"), list(enumerate(LEVELS)))
def test_move(core: Core, number: int, level: str) -> None:
    move = Recorder()
    core.register("RegisterMoveCallback", move)
    driver = core.call("callback", "MoveCallback", resourceType=number, **MOVE, **MOVE_AETS)
    assert driver
    assert move.args == [()]
    assert move.kwargs == [{"Level": level, **MOVE_KEYWORDS, **MOVE_AET_KEYWORDS}]
    assert core.call("getMoveSize", "GetMoveSize", moveDriver=driver) == 1
    assert core.call("applyMove", "ApplyMove", moveDriver=driver) == 0
    core.call("freeMove", "FreeMove", moveDriver=driver)
    assert len(move.args) == 1


@pytest.mark.parametrize("name", ["RegisterMoveCallback2", "RegisterMoveCallback3"])
def test_move_with_a_driver(core: Core, name: str) -> None:
    driver = object()
    create, size, apply, free = Recorder(driver), Recorder(3), Recorder(), Recorder()
    core.register(name, create, size, apply, free)
    if name == "RegisterMoveCallback2":
        assert core.bench.core.requests[-1].service == "RegisterMoveCallback"
        made = core.call("callback", "MoveCallback", resourceType=1, **MOVE, **MOVE_AETS)
        assert create.args == [()]
        assert create.kwargs == [{"Level": "STUDY", **MOVE_KEYWORDS, **MOVE_AET_KEYWORDS}]
    else:
        assert core.bench.core.requests[-1].service == "RegisterMoveCallback2"
        made = core.call("callback", "MoveCallback2", resourceType=1, connection=core.handle(), **MOVE)
        assert class_names(create.args[0]) == ["DicomConnection"]
        assert create.kwargs == [{"Level": "STUDY", **MOVE_KEYWORDS}]
    assert core.call("getMoveSize", "GetMoveSize", moveDriver=made) == 3
    for _ in range(3):
        assert core.call("applyMove", "ApplyMove", moveDriver=made) == 0
    core.call("freeMove", "FreeMove", moveDriver=made)
    assert (size.args, apply.args, free.args) == ([(driver,)], [(driver,)] * 3, [(driver,)])


@pytest.mark.parametrize("name", ["RegisterMoveCallback", "RegisterMoveCallback2", "RegisterMoveCallback3"])
def test_a_move_that_raises_is_one_failed_sub_operation(core: Core, name: str) -> None:
    """The C-MOVE ends with status 0xB000. Without a driver, the core would answer 0xC000."""

    def fail(*_: Any, **__: Any) -> None:
        raise core.bench.orthanc.OrthancException(17, "gone")

    size, apply, free = Recorder(3), Recorder(), Recorder()
    core.register(name, fail, *(() if name == "RegisterMoveCallback" else (size, apply, free)))
    if name == "RegisterMoveCallback3":
        made = core.call("callback", "MoveCallback2", resourceType=1, connection=core.handle(), **MOVE)
    else:
        made = core.call("callback", "MoveCallback", resourceType=1, **MOVE, **MOVE_AETS)
    assert made
    assert core.call("getMoveSize", "GetMoveSize", moveDriver=made) == 1
    assert core.call("applyMove", "ApplyMove", moveDriver=made) == 17
    core.call("freeMove", "FreeMove", moveDriver=made)
    assert [size.args, apply.args, free.args] == [[], [], []]
    assert core.bench.core.logged("error").count("Traceback") == 1


# -- Storage commitment --


@pytest.mark.parametrize("with_connection", [False, True])
def test_storage_commitment(core: Core, with_connection: bool) -> None:
    orthanc = core.bench.orthanc
    driver, reason = object(), orthanc.StorageCommitmentFailureReason.NO_SUCH_OBJECT_INSTANCE
    begin, lookup = Recorder(driver), Recorder(reason)
    suffix = "2" if with_connection else ""
    core.register(f"RegisterStorageCommitmentScpCallback{suffix}", begin, lookup)
    handler = ctypes.c_void_p()
    who = {"connection": core.handle()} if with_connection else {"remoteAet": "REMOTE", "calledAet": "CALLED"}
    parameters = {
        "handler": ctypes.addressof(handler),
        "jobId": "job",
        "transactionUid": "1.2",
        "sopClassUids": core.texts("1.3", "1.4"),
        "sopInstanceUids": core.texts("1.5", "1.6"),
        "countInstances": 2,
    }
    assert core.call("factory", f"StorageCommitmentFactory{suffix}", **parameters, **who) == 0
    ((job, transaction, classes, instances, *rest),) = begin.args
    assert (job, transaction) == ("job", "1.2")
    assert (classes, instances) == (["1.3", "1.4"], ["1.5", "1.6"])  # lists, not tuples
    instances.append("1.7")
    instances.sort(reverse=True)
    assert instances == ["1.7", "1.6", "1.5"]
    if with_connection:
        assert class_names(tuple(rest)) == ["DicomConnection"]
    else:
        assert rest == ["REMOTE", "CALLED"]
    target = ctypes.c_int32(-1)
    asked = {"target": ctypes.addressof(target), "handler": handler.value}
    assert (
        core.call("lookup", "StorageCommitmentLookup", **asked, sopClassUid="1.3", sopInstanceUid="1.5") == 0
    )
    assert lookup.args == [("1.3", "1.5", driver)]
    assert target.value == reason
    assert [*begin.kwargs, *lookup.kwargs] == [{}, {}]
    core.call("destructor", "StorageCommitmentDestructor", handler=handler.value)
