"""Mistakes in scripts: what is found, where, and what is not."""

from __future__ import annotations

import sysconfig
import time
from pathlib import Path

import pytest

from orthanc_codegen.check import check_scripts
from tests.tools import ROOT

from .checking import checked, found, interface

REST = """
import orthanc, queue, threading, asyncio, functools, multiprocessing
from concurrent import futures
KEPT = []
class State:
    last = None
state = State()
{}
orthanc.RegisterRestCallback("/", on_rest)
"""


COROUTINE = """async def work(x): pass
async def on_rest(output, uri, **request):
  {}"""


def messages(folder: Path, text: str) -> list[str]:
    return [finding.message for finding in checked(folder, text).findings]


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (
            "def on_rest(output): pass",
            "on_rest must accept 2 arguments by position: RegisterRestCallback passes output, uri",
        ),
        (
            "def on_rest(output, uri, method, groups): pass",
            "on_rest must accept the keyword arguments 'headers', 'get', 'body' and "
            "'authentication_payload', or **request: RegisterRestCallback passes them",
        ),
        ("def on_rest(output, uri, /, groups, **request): pass", ""),
        ("def on_rest(*everything, **request): pass", ""),
        (
            "def on_rest(output, uri, groups, /, **request): pass",
            "on_rest requires 'groups', which RegisterRestCallback does not pass",
        ),
        (
            "def on_rest(output, uri, database, **request): pass",
            "on_rest requires 'database', which RegisterRestCallback does not pass",
        ),
        (
            "def on_rest(output, uri, *, get, **request): pass",
            "on_rest needs a default for 'get': RegisterRestCallback passes it only for GET",
        ),
        (
            "on_rest = lambda output, uri: None",
            "a lambda must accept the keyword arguments 'method', 'groups'",
        ),
        ("def f(x, output, uri, **r): pass\non_rest = functools.partial(f, 1)", ""),
        ("@functools.cache\ndef on_rest(*x, **y): pass", ""),
        ("async def on_rest(output, uri, **request): pass", ""),
    ],
)
def test_signatures(function: str, message: str, tmp_path: Path) -> None:
    findings = checked(tmp_path, REST.format(function)).findings
    text = "\n".join(finding.message for finding in findings)
    assert all((f.severity == "warning") is (f.code == "callback-default") for f in findings)
    assert text.startswith(message) and bool(text) is bool(message)


def test_methods_and_static_methods_as_callbacks(tmp_path: Path) -> None:
    text = """
    import orthanc
    class App:
        def __init__(self):
            orthanc.RegisterRestCallback("/a", self.good)
            orthanc.RegisterRestCallback("/b", self.bad)
            orthanc.RegisterRestCallback("/c", App.static)
        def good(self, output, uri, **request): pass
        def bad(output, uri, **request): pass
        @staticmethod
        def static(output, uri, **request): pass
    """
    assert found(tmp_path, text) == [(9, "callback-signature")]


@pytest.mark.parametrize(
    "body",
    [
        "state.last = output",
        "KEPT.append((uri, output))",
        "KEPT[0:0] = [output]",
        "global last; last = output",
        "o = output\n  state.last = {'o': o}",
        "threading.Thread(target=answer, args=(output,)).start()",
        "threading.Thread(target=lambda: answer(output)).start()",
        "def later(): output.AnswerBuffer('x', 'y')\n  threading.Timer(1, later).start()",
        "state.executor.submit(answer, output)",
        "state.executor.submit(functools.partial(answer, output))",
        "asyncio.run_coroutine_threadsafe(answer(output), state.loop)",
        "state.queue.put(output)",
    ],
)
def test_kept_handles(body: str, tmp_path: Path) -> None:
    callback = f"def answer(x): pass\ndef on_rest(output, uri, **request):\n  {body}"
    (finding,) = checked(tmp_path, REST.format(callback)).findings
    assert (finding.code, finding.severity) == ("kept-handle", "warning")
    assert (
        finding.message.replace("'o'", "'output'")
        == "'output' is kept, but it closes when on_rest returns: keep what it contains"
    )


@pytest.mark.parametrize(
    "body",
    [
        "output.AnswerBuffer(uri, 'text/plain')",
        "parts = []\n  parts.append(output)",
        "table = {}\n  table['x'] = output",
        "answer(output)",
        "KEPT.append(uri)",
        "state.size = len(str(output))",
        "threading.Thread(target=answer, args=(uri,)).start()",
        "threading.Thread(target=lambda output: output, args=(uri,)).start()",
        "return output",
        "thread = threading.Thread(target=answer, args=(output,))\n  thread.start()\n  thread.join()",
        "all = [threading.Thread(target=answer, args=(output,))]\n  for one in all: one.join()",
        "all = []\n  all.append(state.executor.submit(answer, output))\n  [one.result() for one in all]",
        "state.executor.submit(answer, output).result()",
        "futures.wait([state.executor.submit(answer, output)])",
        "with futures.ThreadPoolExecutor() as pool:\n    pool.submit(answer, output)",
        "pool = multiprocessing.Pool()\n  pool.apply_async(answer, (output,))\n  pool.join()",
        "asyncio.run_coroutine_threadsafe(answer(output), state.loop).result()",
    ],
)
def test_handles_that_are_not_kept(body: str, tmp_path: Path) -> None:
    callback = f"def answer(x): pass\ndef on_rest(output, uri, **request):\n  {body}"
    assert found(tmp_path, REST.format(callback)) == []


@pytest.mark.parametrize(
    "body",
    [
        "await asyncio.to_thread(answer, output)",
        "await asyncio.wait_for(asyncio.to_thread(answer, output), 5)",
        "await asyncio.gather(asyncio.create_task(work(output)))",
        "task = asyncio.create_task(work(output))\n  await task",
        "state.task = asyncio.create_task(work(output))\n  await state.task",
        "tasks = [asyncio.create_task(work(output)) for _ in uri]\n  await asyncio.gather(*tasks)",
        "async with asyncio.TaskGroup() as group:\n    group.create_task(work(output))",
    ],
)
def test_handles_of_work_that_is_awaited(body: str, tmp_path: Path) -> None:
    assert found(tmp_path, REST.format(COROUTINE.format(body))) == []


@pytest.mark.parametrize(
    "body",
    [
        "asyncio.create_task(work(output))",
        "asyncio.create_task(work(output))\n  await asyncio.sleep(1)",
        "task = asyncio.create_task(work(output))\n  KEPT.append(task)\n  await work(uri)",
        "await state.queue.put(output)",
        "async with state.lock:\n    asyncio.create_task(work(output))",
    ],
)
def test_handles_that_a_coroutine_keeps(body: str, tmp_path: Path) -> None:
    assert [code for _, code in found(tmp_path, REST.format(COROUTINE.format(body)))] == ["kept-handle"]


def test_print_in_callbacks(tmp_path: Path) -> None:
    text = """
    import orthanc
    print("loaded")
    def helper():
        print("called")
    def unused():
        print("not called")
    class Job:
        def step(self):
            helper()
            return orthanc.JobStepStatus.SUCCESS
        def get_progress(self):
            print("asked")
            return 1.0
    orthanc.CreateJob(Job(), "job").SubmitJob(0)
    """
    assert found(tmp_path, text) == [(5, "print"), (13, "print")]
    assert messages(tmp_path, text)[0].startswith("print runs in the callback step")


def test_registrations_that_a_callback_calls(tmp_path: Path) -> None:
    text = """
    import orthanc
    def add():
        orthanc.RegisterRestCallbackWithLock("/more", on_rest)
        orthanc.RegisterOnChangeCallback(on_change)
    def on_rest(output, uri, **request):
        add()
    def on_change(change, level, resource):
        orthanc.RegisterOnChangeCallback(on_change)
    orthanc.RegisterRestCallback("/", on_rest)
    orthanc.RegisterOnChangeCallback(on_change)
    """
    assert found(tmp_path, text) == [(4, "late-registration")]
    (message,) = messages(tmp_path, text)
    assert message.startswith("RegisterRestCallbackWithLock raises RuntimeError in the callback on_rest")


def test_truth_values_for_a_dimse_status(tmp_path: Path) -> None:
    text = """
    import orthanc
    @orthanc.RegisterIncomingCStoreInstanceFilter
    def keep(instance):
        if instance.GetInstanceSize() == 0:
            return False
        def inner():
            return True
        return 0xa700 if inner() else not instance
    orthanc.RegisterIncomingCStoreInstanceFilter(lambda instance: instance.GetInstanceSize() > 9)
    """
    assert found(tmp_path, text) == [(6, "truth-value"), (9, "truth-value"), (10, "truth-value")]
    assert messages(tmp_path, text)[0] == (
        "the callback keep returns False, but False counts as 0 and True as 1. "
        "It must return 0 to store the instance, or the DIMSE status with which to reject it."
    )


def test_truth_values_where_they_are_meant(tmp_path: Path) -> None:
    text = """
    import orthanc
    @orthanc.RegisterIncomingHttpRequestFilter
    def allow(uri, **request):
        return request["method"] == orthanc.HttpMethod.GET
    @orthanc.RegisterIncomingCStoreInstanceFilter
    def keep(instance):
        return 0 if instance.GetInstanceSize() == 1 else 0xa700
    """
    assert found(tmp_path, text) == []


PROCESSES = """
import multiprocessing
import orthanc
import work
{method}
def compute(x):
    return x
def on_rest(output, uri, **request):
    output.AnswerBuffer(pool.apply({function}, (b"",)), "text/plain")
if {guard}:
    pool = multiprocessing.Pool(4)
    orthanc.RegisterRestCallback("/", on_rest)
"""


@pytest.mark.parametrize(
    ("method", "function", "guard", "is_found"),
    [
        ("multiprocessing.set_start_method('spawn')", "compute", "True", True),
        ("multiprocessing.set_start_method(method='forkserver')", "compute", "True", True),
        ("context = multiprocessing.get_context('spawn')", "compute", "True", True),
        ("multiprocessing.set_start_method('fork')", "compute", "True", False),
        ("", "compute", "True", False),
        ("multiprocessing.set_start_method('spawn')", "work.compute", "True", False),
        (
            "multiprocessing.set_start_method('spawn')",
            "compute",
            "multiprocessing.parent_process() is None",
            False,
        ),
    ],
)
def test_processes(method: str, function: str, guard: str, is_found: bool, tmp_path: Path) -> None:
    text = PROCESSES.format(method=method, function=function, guard=guard)
    assert found(tmp_path, text) == ([(9, "unguarded-process")] if is_found else [])


def test_registrations_that_never_run(tmp_path: Path) -> None:
    text = """
    import orthanc
    def on_change(change, level, resource): pass
    if __name__ == "__main__":
        orthanc.RegisterOnChangeCallback(on_change)
    """
    assert found(tmp_path, text) == [(5, "main-guard")]


def test_python_itself_has_no_such_mistakes() -> None:
    """Code of all kinds neither stops the check nor is taken for a use of the module."""
    library = Path(sysconfig.get_path("stdlib"))
    files = [
        file
        for folder in ("asyncio", "concurrent", "multiprocessing")
        for file in (library / folder).rglob("*.py")
    ]
    assert len(files) > 50
    for report in check_scripts(files, interface()).scripts:
        assert (str(report.needs), report.findings) == ("1.5.7", ()), report.script


def test_documented_scripts_have_no_mistakes(tmp_path: Path) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    texts = [text.split("```")[0] for page in pages for text in page.read_text().split("```python\n")[1:]]
    scripts = [text for text in texts if "import orthanc\n" in text and "GetQueueSize" not in text]
    assert len(scripts) >= 4
    for script in scripts:
        assert found(tmp_path, script) == [], script


def test_large_scripts(tmp_path: Path) -> None:
    """The time grows with the size: a square of it would take minutes here."""
    helpers = "".join(f"def f{i}(x):\n    x.y = f{i - 1}(x)\n    return x.y\n" for i in range(1, 1000))
    callbacks = "".join(
        f"@orthanc.RegisterOnChangeCallback\ndef c{i}(change, level, resource):\n    f999(level)\n"
        for i in range(50)
    )
    script = f"import orthanc\ndef f0(x):\n    print(x)\n{helpers}{callbacks}"
    start = time.process_time()
    assert found(tmp_path, script) == [(3, "print")]
    assert time.process_time() - start < 20


def test_deep_scripts(tmp_path: Path) -> None:
    total = " + ".join(["orthanc.GetQueueSize('x')"] * 800)
    branches = "".join(f"elif x == {i}:\n    print(x)\n" for i in range(800))
    report = checked(tmp_path, f"import orthanc\nif x:\n    y = {total}\n{branches}")
    assert (str(report.needs), len(report.reasons), report.findings) == ("1.12.8", 800, ())
    (finding,) = checked(tmp_path, "x = " + "-" * 50_000 + "1").findings
    assert finding.code == "syntax"
