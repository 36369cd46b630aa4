"""The fixture `orthanc_server`: the choice of the script, failure reports and skips."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from orthanc_testing import KitError, Server

SCRIPT = """
import os
import orthanc

def hello(output, uri, **request):
    orthanc.LogWarning(f"hello to {request.get('get', {}).get('name')}")
    output.AnswerBuffer(os.environ.get("GREETING", "hello"), "text/plain")

def on_change(change, level, resource):
    if change == orthanc.ChangeType.NEW_INSTANCE:
        orthanc.LogWarning(f"new: {resource}")

orthanc.RegisterRestCallback("/hello", hello)
orthanc.RegisterOnChangeCallback(on_change)
"""
FIXTURE = """
import pytest

@pytest.fixture(scope="module")
def orthanc_script():
    return "hello.py"
"""


@pytest.fixture
def project(pytester: pytest.Pytester, plugin: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Make a folder with a script, whose tests use the plugin under test."""
    monkeypatch.setenv("ORTHANC_PYTHON_PLUGIN", str(plugin))
    (pytester.path / "hello.py").write_text(SCRIPT)
    return pytester


def run(project: pytest.Pytester, *options: str) -> pytest.RunResult:
    return project.runpytest_subprocess("-p", "no:cacheprovider", "-ra", *options, timeout=120)


def test_requests_uploads_and_restarts(project: pytest.Pytester) -> None:
    project.makepyfile(FIXTURE + """
from orthanc_testing import KitError, make_dataset

@pytest.fixture(scope="module")
def orthanc_configuration():
    return {"Name": "mine", "DicomAet": "HERE"}

@pytest.fixture(scope="module")
def orthanc_environment():
    return {"GREETING": "moin"}

def test_it(orthanc_server):
    answer = orthanc_server.get("/hello?name=a")
    assert (answer.status, answer.text, answer.content) == (200, "moin", b"moin")
    assert orthanc_server.get("/system").json()["Name"] == "mine"
    assert orthanc_server.get("/system").json()["DicomPort"] == orthanc_server.dicom_port
    assert orthanc_server.aet == "HERE"

def test_uploads(orthanc_server, tmp_path):
    dataset = make_dataset(PatientID="4711")
    first = orthanc_server.upload(dataset)
    orthanc_server.wait_for_log(f"new: {first.id}$")
    assert orthanc_server.get(f"/patients/{first.patient}").json()["MainDicomTags"]["PatientID"] == "4711"
    file = tmp_path / "file.dcm"
    dataset.save_as(file)
    assert orthanc_server.upload(file).id == first.id
    assert orthanc_server.upload(file.read_bytes()).status == "AlreadyStored"
    with pytest.raises(AssertionError, match="Orthanc refused the instance with 400"):
        orthanc_server.upload(b"no DICOM")
    with pytest.raises(KitError, match="the DICOM file can't be read: No such file .*none.dcm"):
        orthanc_server.upload(tmp_path / "none.dcm")
    for kill in (False, True):
        orthanc_server.restart(kill=kill)
        assert "new:" not in orthanc_server.log
        assert orthanc_server.get("/instances").json() == [first.id]
    assert orthanc_server.delete(f"/instances/{first.id}").status == 200

def test_the_server_is_that_of_the_module(orthanc_server):
    assert orthanc_server.get("/instances").json() == []
    assert orthanc_server.post("/hello?name=b", "x", x_header="y").text == "moin"
""")
    run(project).assert_outcomes(passed=3)


def test_the_script_may_be_a_text_or_an_option_of_pytest(project: pytest.Pytester) -> None:
    project.makeini("[pytest]\northanc_script = hello.py\n")
    test = "def test_it(orthanc_server):\n    assert orthanc_server.get('/hello?name=a').status == {}\n"
    text = FIXTURE.replace("hello.py", "import orthanc\\n")
    project.makepyfile(test_option=test.format(200), test_text=text + test.format(404))
    run(project).assert_outcomes(passed=2)


def test_the_script_has_the_packages_of_the_tests(project: pytest.Pytester) -> None:
    (project.path / "hello.py").write_text("import orthanc, pydicom\northanc.LogWarning(pydicom.__file__)\n")
    project.makepyfile(FIXTURE + """
import pydicom

@pytest.fixture(scope="module")
def orthanc_configuration():
    return {"Python": {"WorkerThreads": True}}

def test_it(orthanc_server):
    orthanc_server.wait_for_log(pydicom.__file__)
""")
    run(project).assert_outcomes(passed=1)


def test_the_report_of_a_failure_shows_what_was_logged_during_the_test(project: pytest.Pytester) -> None:
    project.makepyfile(FIXTURE + """
def test_good(orthanc_server):
    assert orthanc_server.get("/hello?name=good").status == 200

def test_bad(orthanc_server):
    assert orthanc_server.get("/hello?name=bad").status == 404
""")
    result = run(project)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*Orthanc's log*", "W*hello to bad"])
    result.stdout.no_fnmatch_line("*hello to good*")


def test_a_server_that_does_not_start_shows_its_log(project: pytest.Pytester) -> None:
    (project.path / "hello.py").write_text("raise ValueError('broken script')\n")
    project.makepyfile(FIXTURE + "\ndef test_it(orthanc_server):\n    pass\n")
    result = run(project)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["*Orthanc exited with status 255 during startup*", "*ValueError: broken script*"]
    )


@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"ORTHANC_SERVER": "/nowhere/Orthanc"}, "ORTHANC_SERVER is not a program: /nowhere/Orthanc"),
        ({"ORTHANC_PYTHON_PLUGIN": "/nowhere"}, "*names a folder without the plugin*: /nowhere"),
    ],
    ids=["orthanc", "plugin"],
)
def test_a_wrong_variable_fails_the_tests_with_the_reason(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], reason: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    project.makepyfile(FIXTURE + "\ndef test_it(orthanc_server):\n    pass\n")
    result = run(project)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"{reason}. Set it to * or unset it"])


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("locate.SBIN", "'/nowhere/Orthanc'", "Orthanc is not installed: *apt-get install orthanc*"),
        ("locate._candidates", "lambda: iter(())", "*neither installed nor built*pip install*"),
    ],
    ids=["orthanc", "plugin"],
)
def test_without_orthanc_or_a_plugin_tests_are_skipped(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    for variable in ("ORTHANC_SERVER", "ORTHANC_PYTHON_PLUGIN"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    if name == "locate._candidates":
        monkeypatch.setenv("ORTHANC_SERVER", sys.executable)
    module = name.partition(".")[0]
    project.makeconftest(f"from orthanc_testing import {module}\n{name} = {value}\n")
    project.makepyfile(FIXTURE + "\ndef test_it(orthanc_server):\n    pass\n")
    result = run(project)
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines([f"SKIPPED*{reason}"])


CONFIGURATION = """
{
  // A configuration that is also for `orthanc-codegen run`.
  "Name": "from the file",
  "HttpPort": 8042, "DicomPort": 4242,
  "StorageDirectory": "/nowhere", "IndexDirectory": "/nowhere",
  "Plugins": ["PLUGINS"],
  "PythonScript": "/nowhere.py",
  "Python": { "Path": "/nowhere.py", "WorkerThreads": true },
}
"""


def test_a_file_has_the_configuration_but_not_the_script_storage_and_ports(project: pytest.Pytester) -> None:
    others = project.mkdir("plugins")
    project.mkdir("tests").joinpath("test_it.py").write_text(FIXTURE + """
import json
from pathlib import Path

@pytest.fixture(scope="module", params=[str, Path])
def orthanc_configuration(request):
    return request.param("orthanc.json")

def test_server(orthanc_server):
    assert orthanc_server.get("/hello?name=a").status == 200
    assert orthanc_server.get("/system").json()["Name"] == "from the file"
    assert orthanc_server.get("/system").json()["DicomPort"] == orthanc_server.dicom_port != 4242
    settings = json.loads((Path(orthanc_server._folder.name) / "orthanc.json").read_text())
    assert settings["Plugins"] == [str(orthanc_server.plugin), "OTHERS"]
    assert Path(settings["StorageDirectory"]).parent == Path(orthanc_server._folder.name)
    assert "Path" not in settings["Python"] and settings["Python"]["WorkerThreads"] is True

def test_a_further_server_has_the_storage_of_its_caller(orthanc_servers, tmp_path):
    given = {"StorageDirectory": "/nowhere", "HttpPort": 8042}
    server = orthanc_servers.start("hello.py", storage=tmp_path / "mine", configuration=given)
    assert server.get("/hello?name=a").status == 200
    assert (tmp_path / "mine").is_dir()

def test_core(orthanc_core):
    orthanc_core.load()
    assert json.loads(orthanc_core.orthanc.GetConfiguration())["Name"] == "from the file"
""".replace("OTHERS", str(others)))
    (project.path / "orthanc.json").write_text(CONFIGURATION.replace("PLUGINS", str(others)))
    run(project).assert_outcomes(passed=5)


def test_a_file_that_is_no_configuration_fails_the_test(project: pytest.Pytester) -> None:
    (project.path / "broken.json").write_text("[]")
    test = FIXTURE + """
@pytest.fixture(scope="module")
def orthanc_configuration():
    return "{}"

def test_server(orthanc_server):
    pass

def test_core(orthanc_core):
    pass
"""
    project.makepyfile(
        test_broken=test.replace("{}", "broken.json"), test_missing=test.replace("{}", "none.json")
    )
    result = run(project)
    result.assert_outcomes(errors=4)
    result.stdout.fnmatch_lines(
        ["this is not a configuration of Orthanc: it must be an object (*broken.json)"]
    )
    result.stdout.fnmatch_lines(["there is no configuration none.json in *"])


def test_a_taken_port_is_explained_for_tests(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for option in ("http_port", "dicom_port"):
            server = Server(None, None, log=tmp_path / "log", **{option: port})
            with pytest.raises(KitError, match=f"or choose another with {option}$"):
                server.start()


def test_a_further_server_takes_the_script_as_the_fixture_does(project: pytest.Pytester) -> None:
    project.makepyfile("""
import pytest
from orthanc_testing import KitError

def test_it(orthanc_servers):
    assert orthanc_servers.start("hello.py").get("/hello?name=a").status == 200
    assert orthanc_servers.start("import orthanc\\n").get("/hello?name=a").status == 404
    with pytest.raises(KitError, match="there is no script import orthanc in .*; a text needs a line break"):
        orthanc_servers.start("import orthanc")
""")
    run(project).assert_outcomes(passed=1)


def test_a_script_that_is_missing_or_not_named_is_an_error(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_missing=FIXTURE.replace("hello.py", "helo.py") + "\ndef test_it(orthanc_server):\n    pass\n",
        test_unnamed="def test_it(orthanc_server):\n    pass\n",
    )
    result = run(project)
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["there is no script helo.py in *"])
    result.stdout.fnmatch_lines(["no script to test: define a fixture `orthanc_script`*"])


def test_other_test_runs_import_nothing_of_the_kit(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import sys

        def test_it(request):
            assert request.config.pluginmanager.hasplugin("orthanc_testing.pytest_plugin")
            kit = {name for name in sys.modules if name.startswith("orthanc")}
            assert kit == {f"orthanc_testing{name}" for name in ("", ".finder", ".pytest_plugin")}
            assert not {"clang", "ctypes", "http.client", "pydicom"} & sys.modules.keys()
        """)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "orthanc_testing.pytest_plugin"]
    # Without the other plugins of this environment, which import more.
    done = subprocess.run(
        command,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
