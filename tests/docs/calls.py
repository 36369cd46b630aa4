"""Calls the callbacks of the Python blocks in the documentation: a function for each block."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from orthanc_testing import Core, Server, make_dataset
from orthanc_testing.dicom import dicom_bytes

from ..e2e.dicom import findscu

ARCHIVE: Final = "https://archive.example.org"  # a server of the pages; here, one that answers with the path
# `DicomAlwaysAllowFind`: releases before 1.10.0 have no option for worklists only.
CONFIGURATION: Final = {"StableAge": 1, "DicomAlwaysAllowFind": True, "DicomAlwaysAllowFindWorklist": True}
_ROUTE: Final = "\northanc.RegisterRestCallback('/fragment/(.*)', route)\n"


@dataclass(frozen=True, slots=True)
class Trial:
    """How to run a block in a real Orthanc: what surrounds or replaces parts of it, and who calls it."""

    call: Callable[[Server], None]
    before: str = ""
    after: str = ""
    raises: str = ""  # a part of the only exception that the log may show
    verbose: bool = False
    asked: str = ""  # a request that the archive gets
    indent: str = ""  # of a block that is the body of a function
    replaced: Mapping[str, str] = field(default_factory=dict)

    def script(self, block: str, archive: str, folder: Path) -> str:
        """Return a whole script."""
        text = f"{self.before}{textwrap.indent(block, self.indent)}{self.after}"
        for old, new in {ARCHIVE: archive, **self.replaced}.items():
            text = text.replace(old, new.format(folder=folder))
        return text


@dataclass(frozen=True, slots=True)
class InCore:
    """How to run a block that needs a newer Orthanc than Debian's: in the stand-in core."""

    call: Callable[[Core], None]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunBy:
    """A test that runs a block from its page."""

    test: str


def ask(path: str, expected: str, status: int = 200, body: str | None = None) -> Callable[[Server], None]:
    """Return a function that sends a request, and expects an answer that contains a text."""

    def call(server: Server) -> None:
        answer = server.get(path) if body is None else server.post(path, body)
        assert (answer.status, expected in answer.text) == (status, True), answer.text

    return call


def hello_and_stable_study(server: Server) -> None:
    ask("/hello?name=Jane", "Hello, Jane\n")(server)
    stable_study(server)


def stable_study(server: Server) -> None:
    server.upload(make_dataset(StudyDescription="Knee"))
    server.wait_for_log("Complete: ")


def priors(server: Server) -> None:
    study = server.upload(make_dataset(PatientID="4711")).study
    ask(f"/studies/{study}/priors", "GET /studies?PatientID=4711")(server)


def tags(server: Server) -> None:
    ask(f"/fragment/{server.upload(make_dataset(PatientID='4711')).id}", "4711")(server)


def shape(server: Server) -> None:
    ask(f"/fragment/{server.upload(make_dataset()).id}", "(8, 8)")(server)


def filtered_requests(server: Server) -> None:
    assert server.get("/system").status == 200
    assert server.post("/tools/find", '{"Level": "Study", "Query": {}}').status == 200


def filtered_instances(server: Server) -> None:
    assert server.upload(make_dataset(Modality="CT")).status == "Success"
    assert (
        server.post("/instances", dicom_bytes(make_dataset(Modality="SR"))).json()["Status"] == "FilteredOut"
    )


def statistics_and_stop(server: Server) -> None:
    server.wait_for_log("Statistics: {")
    server.terminate()
    assert server.wait() == 0


def worklist(server: Server) -> None:
    keys = ("PatientID", "PatientName", "ScheduledProcedureStepSequence[0].Modality=MR")
    (found,) = findscu(server.dicom_port, Path.cwd() / "found", *keys, model="-W")
    assert (str(found.PatientID), str(found.PatientName)) == ("4711", "Doe^Jane")


def described_and_not_archived(server: Server) -> None:
    study = server.upload(make_dataset(StudyDescription="Knee")).study
    ask(f"/describe/{study}", "Knee")(server)
    server.wait_for_log(f"Study {study} was not archived")


def visits(server: Server) -> None:
    ask("/visits", "1")(server)
    ask("/visits", "2")(server)


def queue_size(core: Core) -> None:
    core.on("GetQueueSize", 3)
    assert core.get("/backlog").text == "3"


def authentication(core: Core) -> None:
    request = {"uri": "/who", "ip": "127.0.0.1", "get": {}}
    (known,) = core.fire("HttpAuthentication", headers={"x-api-key": "secret"}, **request)
    (unknown,) = core.fire("HttpAuthentication", headers={"x-api-key": "other"}, **request)
    assert (known.answers["status"], known.answers["custom_payload"]) == (0, b"jane")
    assert unknown.answers["status"] == 1
    assert core.get("/who").text == "nobody"


def logged(server: Server) -> None:
    server.wait_for_log("routing: The script is loaded")


def loaded(server: Server) -> None:
    assert server.get("/system").status == 200


_COROUTINE: Final = "import asyncio\nimport orthanc\n\nasync def route(output, uri, groups, **request):\n"
_CLIENT: Final = "import asyncio\nimport httpx\nimport orthanc\n\nclient = httpx.AsyncClient(timeout=5)\n"
_POOL: Final = """import multiprocessing
import orthanc

def hello(output, uri, **request):
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        output.AnswerBuffer(pool.apply(len, ("four",)).to_bytes(), "text/plain")

"""
_FUNCTION: Final = "import orthanc\n\ndef route(output, uri, groups, **request):\n"
_SHAPE: Final = "    output.AnswerBuffer(str(pixels_of(groups[0]).shape), 'text/plain')\n"
_PATIENT: Final = "    output.AnswerBuffer(dataset_of(groups[0]).PatientID, 'text/plain')\n"
_WRAPPED: Final = "\ndef route(output, uri, groups, **request):\n"

# By page, in the order of its blocks of Python. None: the page has the reason why no test can run the block.
TRIALS: Final[dict[str, list[Trial | InCore | RunBy | None]]] = {
    "README.md": [Trial(hello_and_stable_study)],
    "docs/async.md": [
        Trial(priors, asked="POST /events"),
        Trial(
            tags,
            before=_COROUTINE,
            indent="    ",
            after=f"    output.AnswerBuffer(tags, 'application/json')\n{_ROUTE}",
            replaced={"instance_id": "groups[0]"},
        ),
        Trial(
            ask("/fragment/x", "GET /"),
            before=_CLIENT,
            after=_ROUTE,
            replaced={"timeout(2)": "timeout(20)"},  # the first request imports much
        ),
    ],
    "docs/checking.md": [InCore(queue_size), Trial(loaded)],
    "docs/configuration.md": [
        None,
        Trial(logged, verbose=True),
        Trial(ask("/reverse", "cba", body="abc")),
        Trial(ask("/hello", "\x04"), before=_POOL),
        Trial(visits, replaced={"/var/lib/orthanc": "{folder}"}),
    ],
    "docs/guides/authorisation.md": [
        Trial(filtered_requests),
        InCore(authentication, {"KEY_OF_JANE": "secret"}),
    ],
    "docs/guides/background.md": [
        Trial(
            statistics_and_stop,
            before="pauses = iter((0.1, 3600))\n",  # the stop must not come between a call and the log of it
            replaced={"wait(3600)": "wait(next(pauses))"},
        )
    ],
    "docs/guides/changes.md": [Trial(stable_study), Trial(filtered_instances)],
    "docs/guides/images.md": [Trial(shape, after=f"{_WRAPPED}{_SHAPE}{_ROUTE}")],
    "docs/guides/pydicom.md": [Trial(tags, after=f"{_WRAPPED}{_PATIENT}{_ROUTE}")],
    "docs/guides/rest.md": [
        Trial(ask("/hello/jane", "Hello, jane\n")),
        Trial(
            ask("/fragment/x", "Bad Request", 400),
            before=_FUNCTION,
            indent="    ",
            after=_ROUTE,
            raises="'the date is missing'",
        ),
        Trial(ask("/digest", "ba7816bf8f01cfea", body="abc")),
    ],
    "docs/guides/worklists.md": [Trial(worklist)],
    "docs/index.md": [Trial(ask("/hello?name=Jane", "Hello, Jane\n"))],
    "docs/start.md": [
        Trial(hello_and_stable_study),
        RunBy("tests/docs/test_commands.py::test_commands"),
    ],
    "docs/testing.md": [
        Trial(described_and_not_archived),
        RunBy("tests/kit/test_tutorial.py::test_its_commands_print_what_it_says"),
        RunBy("tests/kit/test_tutorial.py::test_its_commands_print_what_it_says"),
        RunBy("tests/docs/test_blocks.py::test_a_test_runs_with_both_fixtures"),
    ],
}
