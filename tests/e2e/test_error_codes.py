"""The error codes that the reference states for each function are those that a server reports."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from .. import interface, registrations
from .dicom import DicomFile, findscu, make_dicom
from .error_cases import SCRIPT, Case, cases
from .expressions import EVALUATOR, evaluate
from .harness import RunningServer, Servers, server_release

# Evaluates an expression in another callback, and keeps the name of its error code.
PLACES = """
    import queue

    task, outcomes, loaded = "None", queue.SimpleQueue(), {}

    def attempt(**names):
        try:
            eval(task, {**globals(), **names})
        except orthanc.OrthancException as error:
            outcomes.put(error.args[0].name)
        else:
            outcomes.put("no error")

    def on_load(name, text):
        set_task(text)
        attempt()
        loaded[name] = outcomes.get()

    def set_task(text):
        global task
        task = text

    @orthanc.RegisterFindCallback
    def find(answers, query, issuer, called):
        attempt(answers=answers, query=query)

    @orthanc.RegisterWorklistCallback
    def worklist(answers, query, issuer, called):
        attempt(answers=answers, query=query)

    def answer(output, uri, **request):
        attempt(output=output)

    orthanc.RegisterRestCallback("/answer", answer)
"""
CONFIGURATION = {
    "DicomAlwaysAllowFind": True,
    "DicomAlwaysAllowFindWorklist": True,
    "OrthancPeers": {"gone": ["http://127.0.0.1:1/"]},
}
# No function returns such a handle any more.
WITHOUT_CASE = "StorageArea."
CASES = tuple(cases())


class _Refuses(BaseHTTPRequestHandler):
    """Answers with the status that the URL names."""

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(int(self.path[1:]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 # as the base class calls them

    def log_message(self, *arguments: object) -> None:
        """Log nothing."""


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    """Run a web server that refuses requests; return its URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Refuses)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def mr(tmp_path_factory: pytest.TempPathFactory) -> DicomFile:
    """Make an image of one frame."""
    return make_dicom(tmp_path_factory.mktemp("mr") / "mr.dcm")


@pytest.fixture(scope="module")
def server(serve_module: Servers, web: str, mr: DicomFile) -> RunningServer:
    """Run a server that evaluates expressions in requests and in queries."""
    data = f"    WEB = {web!r}\n    MR = open({str(mr.path)!r}, 'rb').read()\n"
    loads = (f"    on_load({c.name!r}, {c.call!r})\n" for c in CASES if c.place == "loads")
    script = EVALUATOR + SCRIPT + data + PLACES + "".join(loads)
    return serve_module(script, dicom=True, configuration=CONFIGURATION)


def _outcome(server: RunningServer, case: Case, folder: Path) -> str:
    """Return the name of the error code of a call."""
    if case.place == "request":
        answer = evaluate(server, case.call)
        return str(answer["error"] if isinstance(answer, dict) else "no error")
    if case.place == "loads":
        return str(evaluate(server, f"loaded[{case.name!r}]"))
    evaluate(server, f"set_task({case.call!r})")
    match case.place:
        case "answer":
            server.get("/answer")
        case "find":
            findscu(server.dicom_port, folder / "found", "QueryRetrieveLevel=STUDY", "PatientID=1")
        case "worklist":
            findscu(server.dicom_port, folder / "found", "PatientID", model="-W")
    return str(evaluate(server, "outcomes.get(timeout=20)"))


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=c.name, marks=pytest.mark.needs(c.function)) for c in CASES]
)
def test_a_server_reports_the_code(server: RunningServer, tmp_path: Path, case: Case) -> None:
    if not case.since <= server_release() < case.before:
        pytest.skip("this server reports another code")
    assert _outcome(server, case, tmp_path) == case.code


def test_second_registrations(serve: Servers) -> None:
    release = server_release()
    report = '    orthanc.LogWarning("outcomes: " + " ".join(outcomes))\n    raise SystemExit("enough")\n'
    server = serve(registrations.script(release) + report, ready=False)
    outcomes = server.wait_for_log(r"outcomes: (.*)\n")[1].split()
    expected = registrations.expected(release)
    assert list(zip([name for name, _ in expected], outcomes, strict=True)) == expected
    assert server.wait() != 0


def test_every_stated_code_has_a_case() -> None:
    plan = interface.plan()
    names = {m.c_name: m.name for enum in plan.enums if enum.name == "ErrorCode" for m in enum.members}
    stated = [
        (function.qualified_name, names[code])
        for function in plan.every_function
        for code, _ in function.doc.errors
        if not function.qualified_name.startswith(WITHOUT_CASE)
    ]
    assert sorted(stated) == sorted((case.function, case.code) for case in CASES)
