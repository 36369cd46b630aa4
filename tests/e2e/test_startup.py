"""The configuration and the script at the start: errors end the server, and the log states the reason."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from .harness import TIMEOUT, RunningServer, Servers
from .pythons import project

HELLO = """
    import sys
    import orthanc
    orthanc.LogWarning("hello, the first place to import from is " + sys.path[0])
    orthanc.RegisterRestCallback("/hello", lambda output, uri, **r: output.AnswerBuffer("hi", "text/plain"))
"""


def test_without_a_script_the_plugin_idles(serve: Servers) -> None:
    server = serve()
    assert "python" in server.get("/plugins").json()
    assert server.stop() == 0


def test_the_script_finds_what_lies_beside_it(serve: Servers, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("ANSWER = 'from beside'\n")
    (tmp_path / "json.py").write_text("raise ImportError('the folder comes first')\n")
    (tmp_path / "queue.py").write_text("ANSWER = 'no queue of Python'\n")
    server = serve("""
        import sys
        import multiprocessing
        import beside, orthanc, queue
        orthanc.LogWarning(f"{beside.ANSWER} and {queue.ANSWER} in {sys.path[0]}")
        """)
    server.wait_for_log(f"from beside and no queue of Python in {tmp_path}$")
    server.reset({})
    server.wait_for_log(r"(?s)from beside and .*from beside and no queue of Python")


def test_a_module_that_the_script_looked_for_first_is_adapted_too(serve: Servers) -> None:
    server = serve("""
        import importlib.util
        assert importlib.util.find_spec("logging") is not None
        import logging
        logging.warning("in the log of Orthanc")
        """)
    server.wait_for_log(r"^W.*\] in the log of Orthanc$")


def test_a_script_that_is_being_loaded_can_be_interrupted(serve: Servers) -> None:
    here = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # servers inherit that a signal is ignored
    try:
        server = serve("""
            import os
            import time
            import orthanc

            try:
                os.kill(os.getpid(), 2)  # without the module signal
                for _ in range(100):
                    time.sleep(0.1)
            except KeyboardInterrupt:
                orthanc.LogWarning("the script was interrupted")
            import signal
            assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
            """)
    finally:
        signal.signal(signal.SIGINT, here)
    server.wait_for_log(r"the script was interrupted$")


def test_the_script_has_a_name_and_a_file(serve: Servers, tmp_path: Path) -> None:
    server = serve("import orthanc\northanc.LogWarning(f'I am {__name__} in {__file__}')")
    server.wait_for_log(f"I am .*script0.* in {tmp_path / 'script0.py'}$")


def test_what_a_script_prints_is_not_held_back(serve: Servers) -> None:
    server = serve("print('printed')")
    server.wait_for_log(r"^(.* )?printed$", timeout=2)


def write_script(folder: Path, text: str = HELLO) -> Path:
    """Write a script that the harness does not add to the configuration."""
    file = folder / "own.py"
    file.write_text("\n".join(line.strip() for line in text.splitlines()) + "\n")
    return file


def test_the_python_section_names_the_script(serve: Servers, tmp_path: Path) -> None:
    section = {"Path": str(write_script(tmp_path)), "Verbose": True, "AllowThreads": True}
    server = serve(configuration={"Python": {**section, "DisplayMemoryUsage": False}})
    assert server.get("/hello").text == "hi"
    log = server.log_text()
    assert "import 'orthanc'" in log or "import orthanc" in log, "Verbose does not list imports"
    assert "AllowThreads" in log, "the log does not report the obsolete option"
    assert server.stop() == 0


def test_a_relative_path_starts_at_the_working_directory(
    serve: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_script(tmp_path)
    monkeypatch.chdir(tmp_path)
    server = serve(configuration={"PythonScript": file.name, "PythonVerbose": False})
    assert server.get("/hello").text == "hi"
    server.wait_for_log(f"the first place to import from is {tmp_path}$")


@pytest.mark.parametrize(
    ("configuration", "named"),
    [
        ({"PythonScript": 12}, "PythonScript"),
        ({"PythonScript": ["a.py"]}, "PythonScript"),
        ({"PythonVerbose": "yes"}, "PythonVerbose"),
        ({"Python": "a.py"}, "Python"),
        ({"Python": {"Path": 12}}, "Path"),
        ({"Python": {"Verbose": "no"}}, "Verbose"),
        ({"Python": {"AllowThreads": 1}}, "AllowThreads"),
        ({"Python": {"WorkerThreads": "yes"}}, "WorkerThreads"),
    ],
)
def test_an_option_of_the_wrong_type_is_named(
    serve: Servers, configuration: dict[str, Any], named: str
) -> None:
    log = serve.refused(None, configuration)
    assert any(named in line for line in log.splitlines() if line.startswith("E"))


def test_a_script_that_is_missing_is_named(serve: Servers, tmp_path: Path) -> None:
    log = serve.refused(tmp_path / "missing.py")
    assert any("missing.py" in line for line in log.splitlines() if line.startswith("E"))
    log = serve.refused(tmp_path)
    assert any(str(tmp_path) in line for line in log.splitlines() if line.startswith("E"))


def test_a_script_that_is_no_python_file_is_named(serve: Servers, tmp_path: Path) -> None:
    (tmp_path / "script.txt").write_text("import orthanc\n")
    log = serve.refused(tmp_path / "script.txt")
    assert any("script.txt" in line and ".py" in line for line in log.splitlines() if line.startswith("E"))


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import orthanc\n1 +\n", "SyntaxError: invalid syntax"),
        ("import orthanc\nraise ValueError('not today')\n", "ValueError: not today"),
        ("import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("import sys\nsys.exit(0)\n", "SystemExit: 0"),
        ("raise KeyboardInterrupt\n", "KeyboardInterrupt"),
        ("import orthanc\northanc.RegisterRestCallback('/[', print)\n", ""),
        ("import orthanc\northanc.RegisterRestCallback('/a', 'no callable')\n", "TypeError"),
        ("x = '\x00'\n", ""),
    ],
)
def test_a_script_that_fails_to_load_is_reported_once(serve: Servers, script: str, reason: str) -> None:
    log = serve.refused(script)
    assert reason in log
    assert "script0" in log
    assert log.count(reason or "script0.py") >= 1
    assert log.count("Traceback (most recent call last)") <= 1


def test_a_missing_module_is_reported_with_the_command_that_installs_it(
    serve: Servers, tmp_path: Path
) -> None:
    environment = project().make_environment(tmp_path / "venv")
    (tmp_path / "beside.py").write_text("import yaml, no_such_module\n")
    section = {"VirtualEnv": str(environment)}
    log = serve.refused("import beside, json, orthanc\nimport PIL.Image\n", {"Python": section})
    assert "ModuleNotFoundError: No module named 'yaml'" in log
    assert "This Python lacks PIL, yaml, no_such_module. It also lacks pip. Install what is missing" in log
    command = f"uv pip install --python {environment}/bin/python pillow PyYAML no_such_module"
    assert f" with the tool that made the environment, ex) {command}\n" in log


def test_requirements_are_not_installed(serve: Servers) -> None:
    server = serve(HELLO, configuration={"Python": {"Requirements": "requirements.txt"}})
    server.wait_for_log(r"^W.*\"Python\.Requirements\" is ignored: the server installs no packages")


def test_configuration_may_be_a_folder_of_files(plugin: Path, tmp_path: Path) -> None:
    # Orthanc reports the parent of this folder to its plugins, so relative paths start there.
    write_script(tmp_path)
    folder = tmp_path / "configuration"
    folder.mkdir()
    (folder / "python.json").write_text(json.dumps({"Python": {"Path": "own.py", "Unknown": 1}}))
    server = FolderServer(plugin, None, configuration={"DicomServerEnabled": False}, log=tmp_path / "log")
    server.folder = folder
    with server:
        server.wait_until_ready()
        assert server.get("/hello").text == "hi"
        server.wait_for_log(f"the first place to import from is {tmp_path}$")
        server.wait_for_log(r"^W.*\"Python\.Unknown\" is unknown")


class FolderServer(RunningServer):
    """A server whose configuration is a folder of files."""

    folder = Path()

    def _spawn(self, program: Path, folder: Path) -> subprocess.Popen[bytes]:
        (self.folder / "orthanc.json").write_text(json.dumps(self._configuration(folder)))
        assert self.log_file is not None
        with self.log_file.open("wb") as log:
            return subprocess.Popen([program, self.folder], stdout=log, stderr=log, stdin=subprocess.DEVNULL)


def test_unknown_options_are_warned_of(serve: Servers) -> None:
    server = serve(configuration={"PythonScripts": "a.py", "Python": {"path": "b.py"}, "Pyxis": 1})
    server.wait_for_log(r"^W.*\"PythonScripts\" is unknown and ignored; the plugin has: .*PythonScript")
    server.wait_for_log(r"^W.*\"Python\.path\" is unknown and ignored; the section has: Path, ")
    assert "Pyxis" not in server.log_text()


def test_paths_need_not_be_ascii(serve: Servers, tmp_path: Path) -> None:
    folder = tmp_path / "Ordner für 画像 d'été"
    folder.mkdir()
    (folder / "nébula.py").write_text("ANSWER = __file__\n", encoding="utf-8")
    script = folder / "скрипт.py"
    script.write_text(
        "import orthanc, sys, nébula\n"
        "orthanc.LogWarning(f'{nébula.ANSWER} from {__name__} in {sys.path[0]} and {sys.argv}')\n",
        encoding="utf-8",
    )
    server = serve(script, environment={"LC_ALL": "C", "LANG": "C"})
    place = re.escape(str(folder))
    server.wait_for_log(rf"{place}/nébula\.py from скрипт in {place} and \[\"{place}/скрипт\.py\"\]$")


def test_the_plugin_may_be_a_link(plugin: Path, tmp_path: Path) -> None:
    link = tmp_path / "plugins" / "libOrthancPython.so"
    link.parent.mkdir()
    link.symlink_to(plugin / link.name)
    server = RunningServer(
        link, write_script(tmp_path), configuration={"DicomServerEnabled": False}, log=tmp_path / "log"
    )
    with server:
        server.wait_until_ready()
        assert server.get("/hello").text == "hi"


def test_a_plugin_that_is_named_twice_is_loaded_once(plugin: Path, serve: Servers, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(plugin, copy)
    script = write_script(tmp_path)
    for second in (plugin / "libOrthancPython.so", copy / "libOrthancPython.so"):
        server = serve(script, configuration={"Plugins": [str(plugin), str(second)]}, ready=False)
        deadline = time.monotonic() + TIMEOUT
        while server.poll() is None and "Orthanc has started" not in server.log_text():
            assert time.monotonic() < deadline, server.log_text()
            time.sleep(0.02)
        if server.poll() is None:
            server.wait_until_ready()
            assert server.get("/hello").text == "hi"
        log = server.log_text()
        assert log.count("loads the script") <= 1, log
        assert "python" in "".join(line for line in log.splitlines() if line.startswith(("E", "W")))


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffimport orthanc\northanc.LogWarning('größe')\n".encode(),
        "import orthanc\r\northanc.LogWarning('größe')\r\n".encode(),
        "# -*- coding: latin-1 -*-\nimport orthanc\northanc.LogWarning('größe')\n".encode("latin-1"),
        "#!/usr/bin/env python3\n# vim: set fileencoding=cp1252 :\n"
        "import orthanc; orthanc.LogWarning('größe')".encode("cp1252"),
    ],
    ids=["BOM", "CRLF", "cookie", "cookie in line 2"],
)
def test_source_text_is_read_as_python_reads_it(serve: Servers, tmp_path: Path, text: bytes) -> None:
    script = tmp_path / "encoded.py"
    script.write_bytes(text)
    serve(script).wait_for_log("größe$")


def test_a_script_is_no_main_program(serve: Servers) -> None:
    server = serve("""
        import orthanc
        orthanc.LogWarning("served")
        if __name__ == "__main__":
            orthanc.LogWarning("tried outside")
        """)
    server.wait_for_log("served$")
    assert "tried outside" not in server.log_text()


def test_a_package_beside_the_script_imports_relatively(serve: Servers, tmp_path: Path) -> None:
    package = tmp_path / "hospital"
    (package / "parts").mkdir(parents=True)
    (package / "__init__.py").write_text("from .parts.names import NAME\n")
    (package / "parts" / "names.py").write_text("from ..data import NAME\n")
    (package / "data.py").write_text("NAME = 'General'\n")
    serve("import hospital, orthanc\northanc.LogWarning(hospital.NAME)").wait_for_log("General$")
    assert "no known parent package" in serve.refused("from . import hospital\n")


def test_memory_usage_is_shown_and_true(serve: Servers, tmp_path: Path) -> None:
    server = serve(write_script(tmp_path), configuration={"Python": {"DisplayMemoryUsage": True}})
    server.get("/hello")
    server.wait_for_log(
        r"(?s)resident memory of Orthanc: \d+ MiB\n.*resident memory of Orthanc: \d+ MiB\n", 60
    )
    shown = [int(mib) for mib in re.findall(r"resident memory of Orthanc: (\d+) MiB", server.log_text())]
    assert shown[-1] << 20 == pytest.approx(server.resident, rel=0.25)
    assert "resident memory" not in serve().log_text()


def test_memory_that_runs_out_does_not_end_the_server(serve: Servers, tmp_path: Path) -> None:
    library = tmp_path / "failing_new.so"
    source = Path(__file__).with_name("failing_new.cpp")
    subprocess.run(["g++", "-O1", "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
    section = {"Python": {"DisplayMemoryUsage": True}}
    server = serve(configuration=section, environment={"LD_PRELOAD": str(library)})
    server.wait_for_log("^E.*The resident memory cannot be logged: std::bad_alloc$")
    assert server.get("/system").status == 200
    assert server.stop() == 0


def test_verbose_lists_what_is_imported_and_nothing_else_does(serve: Servers, tmp_path: Path) -> None:
    script = write_script(tmp_path)
    for configuration, expected in (({"PythonVerbose": True}, True), ({}, False)):
        server = serve(script, configuration=configuration)
        assert server.get("/hello").text == "hi"
        assert ("import 'orthanc'" in server.log_text()) == expected


def test_allow_threads_changes_nothing(serve: Servers) -> None:
    for value in (True, False):
        server = serve(
            """
            import orthanc
            def answer(output, uri, **request):
                inside = orthanc.RestApiGetAfterPlugins("/in") if uri == "/out" else "hi"
                output.AnswerBuffer(inside, "text/plain")
            orthanc.RegisterRestCallback("/in", answer)
            orthanc.RegisterRestCallback("/out", answer)
            """,
            configuration={"Python": {"AllowThreads": value}},
        )
        assert server.get("/out").text == "hi"
        server.wait_for_log(r"^W.*Python\.AllowThreads.*not needed")
