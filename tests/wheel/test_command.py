"""The command `orthanc-plugin`, and its errors for bad input."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from orthanc_codegen import __version__
from orthanc_testing.errors import KitError
from orthanc_testing.ports import free_port

from ..e2e.pythons import project
from .environments import Environment, serving
from .reports import HELLO, compile_plugin, doctor


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Write a script."""
    file = tmp_path / "hello.py"
    file.write_text(HELLO)
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an empty folder for plugins."""
    made = tmp_path / "plugins"
    made.mkdir()
    return made


def test_version(environment: Environment) -> None:
    assert environment.command("--version").strip() == __version__


def test_lines_for_a_configuration(environment: Environment, script: Path) -> None:
    lines = environment.command("config", script)
    assert json.loads("{" + lines + "}") == {
        "Plugins": [str(environment.plugin)],
        "PythonScript": str(script),
    }


def test_a_whole_configuration_starts(environment: Environment, script: Path, tmp_path: Path) -> None:
    whole = json.loads(environment.command("config", "--whole", script))
    assert whole["RemoteAccessAllowed"] is False
    kept = {name: whole[name] for name in ("Plugins", "Name", "RemoteAccessAllowed")}
    with serving(environment.plugin, HELLO, tmp_path, configuration=kept) as server:
        assert server.get("/hello").text == str(environment.folder)


@pytest.mark.parametrize(
    ("name", "said"),
    [("none.py", "there is no such script: .*none.py"), ("hello.txt", "its name must end in .py")],
)
def test_a_script_that_is_none(environment: Environment, tmp_path: Path, name: str, said: str) -> None:
    assert re.search(f"error: .*{said}", environment.refusal("config", tmp_path / name))


def test_install(environment: Environment, folder: Path, tmp_path: Path) -> None:
    environment.command("install", folder)
    environment.command("install", folder)  # as an upgrade does
    assert sorted(str(file.relative_to(folder)) for file in folder.rglob("*.*")) == [
        "libOrthancPython.so",
        "orthanc-python/orthanc.abi3.so",
        "orthanc-python/python.json",
    ]
    with serving(folder, HELLO, tmp_path) as server:
        assert server.get("/hello").text == str(environment.folder)
        server.wait_for_log(rf"chosen by {folder}/orthanc-python/python.json$")


def test_another_plugin_is_kept_unless_told(environment: Environment, folder: Path) -> None:
    other = folder / "libOrthancPython.so"
    compile_plugin(folder / "libOther.so", "other")
    compile_plugin(other, "python")
    before = other.read_bytes()
    line = environment.refusal("install", folder)
    assert line == f"error: {other} is another Python plugin (9.9): replace it with --replace"
    assert other.read_bytes() == before
    environment.command("install", "--replace", folder)
    assert other.read_bytes() == (environment.plugin / "libOrthancPython.so").read_bytes()


def test_another_plugin_with_the_same_name(environment: Environment, folder: Path) -> None:
    compile_plugin(folder / "libPython.so", "python")
    for options in ([], ["--replace"]):
        line = environment.refusal("install", *options, folder)
        assert "libPython.so is another Python plugin (9.9): remove it" in line


@pytest.mark.parametrize(
    ("python", "said"),
    [
        ("/gone/python", "/gone/python cannot be run: No such file or directory"),
        ("/bin/true", "is not a Python"),
        ("python9", "the PATH has no program python9: name another one with --python"),
    ],
)
def test_a_python_that_cannot_be_used(environment: Environment, folder: Path, python: str, said: str) -> None:
    assert said in environment.refusal("install", "--python", python, folder)
    assert not list(folder.iterdir())


def test_a_folder_that_does_not_exist(environment: Environment, tmp_path: Path) -> None:
    assert "there is no such folder" in environment.refusal("install", tmp_path / "none")


def test_a_folder_that_is_not_writable(environment: Environment) -> None:
    line = environment.refusal("install", "/proc/self")  # not even root can write there
    assert line == "error: /proc/self can't be written: No such file or directory"


def configure(tmp_path: Path, **options: object) -> Path:
    """Write a configuration, with comments as Orthanc accepts them."""
    file = tmp_path / "orthanc.json"
    file.write_text("// a comment\n" + json.dumps({"Name": "http://x /* no comment */", **options}))
    return file


def test_doctor_finds_nothing_wrong(environment: Environment, script: Path, tmp_path: Path) -> None:
    ports = {"HttpPort": free_port(), "DicomPort": free_port()}
    file = configure(tmp_path, Plugins=[str(environment.plugin)], PythonScript=script.name, **ports)
    status, report = doctor(environment, "--configuration", file)
    assert status == 0, report
    assert {line.split()[0] for line in report.splitlines()} == {"ok"}
    assert f"the plugin is version {__version__}: {environment.plugin}" in report
    assert f"scripts run in Python {environment.version} of {environment.python}, chosen by" in report
    assert re.search(r"^ok +Orthanc \S+: /", report, re.MULTILINE)
    assert f"the script is {script}" in report


@pytest.mark.parametrize(
    ("section", "said"),
    [
        (
            {"VirtualEnv": "gone"},
            r'error .*/gone/bin/python, chosen by the option "Python.VirtualEnv", cannot',
        ),
        ({"Library": "libpython-none.so"}, r"error +libpython-none.so, chosen by .* cannot be opened: .*"),
        ({"Library": str(project().library)}, r"ok +scripts run in .*, chosen by the option"),
        ({}, r"ok +scripts run in Python .*, chosen by .*/orthanc-python/python.json"),
    ],
)
def test_doctor_finds_the_python(
    environment: Environment, folder: Path, script: Path, section: dict[str, str], said: str
) -> None:
    environment.command("install", folder)
    options = {"Plugins": [folder.name], "Python": {"Path": script.name, **section}}
    _status, report = doctor(environment, "--configuration", configure(folder.parent, **options))
    assert re.search(f"^{said}", report, re.MULTILINE), report


def test_doctor_finds_two_plugins_named_python(environment: Environment, script: Path, folder: Path) -> None:
    compile_plugin(folder / "libOther.so", "python")
    options = {"Plugins": [str(environment.plugin), str(folder)], "Python": {"Path": str(script)}}
    status, report = doctor(environment, "--configuration", configure(folder.parent, **options))
    assert status == 1
    assert re.search(r"^error .*two plugins named python.*libOther.so$", report, re.MULTILINE)


def test_orthanc_refuses_two_plugins_named_python(
    environment: Environment, folder: Path, tmp_path: Path
) -> None:
    compile_plugin(folder / "libOther.so", "python")
    plugins = {"Plugins": [str(environment.plugin), str(folder)]}
    refusal = pytest.raises(KitError, match="Plugin 'python' already registered")
    with refusal, serving(environment.plugin, HELLO, tmp_path, configuration=plugins):
        pass


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "warning .* loads no Python plugin: add .*/orthanc_plugin to"),
        ({"Plugins": ["/none"]}, 'warning .*"Plugins" names /none, which does not exist'),
        ({"PythonScript": "none.py"}, "error .* names a script that does not exist: .*/none.py"),
        ({"Plugins": 3}, 'error .*"Plugins" must be a list of texts, but is 3'),
    ],
)
def test_doctor_reads_the_configuration(
    environment: Environment, tmp_path: Path, options: dict[str, object], said: str
) -> None:
    _status, report = doctor(environment, "--configuration", configure(tmp_path, **options))
    assert re.search(f"^{said}", report, re.MULTILINE), report


@pytest.mark.parametrize("text", ["{", "[]", ""])
def test_doctor_refuses_what_is_no_configuration(environment: Environment, tmp_path: Path, text: str) -> None:
    file = tmp_path / "orthanc.json"
    file.write_text(text)
    status, report = doctor(environment, "--configuration", file)
    assert (status, len(re.findall(f"^error .*{file} is not a configuration", report, re.MULTILINE))) == (
        1,
        1,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "import orthanc, yaml\nfrom cv2 import imread\n",
            r"error .*hello.py cannot be loaded. This Python lacks yaml, cv2. It also lacks pip. Install "
            r"what is missing .*, ex\) uv pip install --python (.*)/bin/python PyYAML opencv-python$",
        ),
        ("x = (\n", r"error .*hello.py cannot be loaded: .* \(line 1\)$"),
        ("try:\n import gone\nexcept ImportError:\n pass\n", "ok .*hello.py finds the modules that it"),
    ],
)
def test_doctor_checks_the_imports_of_the_script(
    environment: Environment, script: Path, tmp_path: Path, text: str, said: str
) -> None:
    script.write_text(text)
    file = configure(tmp_path, Plugins=[str(environment.plugin)], PythonScript=script.name)
    status, report = doctor(environment, "--configuration", file)
    assert status == said.startswith("error")
    found = re.search(f"^{said}", report, re.MULTILINE)
    assert found is not None, report
    assert found.groups() in ((), (str(environment.folder),))


def test_doctor_says_how_to_install_requirements(
    environment: Environment, script: Path, tmp_path: Path
) -> None:
    section = {"Path": script.name, "Requirements": "requirements.txt"}
    _status, report = doctor(environment, "--configuration", configure(tmp_path, Python=section))
    command = f"{environment.python} -m pip install -r requirements.txt"
    assert f'the option "Python.Requirements" is ignored: install the packages with {command}' in report


def elf(file: Path, machine: int) -> Path:
    """Write the ELF header of a program for a machine."""
    file.write_bytes(b"\x7fELF\x01\x01\x01" + bytes(11) + machine.to_bytes(2, "little"))
    file.chmod(0o755)
    return file


def test_doctor_finds_a_server_that_cannot_be_used(environment: Environment, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\necho Orthanc 1.5.6\n")
    old.chmod(0o755)
    for program, said in (
        (elf(tmp_path / "narrow", 3), "is for i386, but the plugin is for"),
        (old, "is Orthanc 1.5.6, but the plugin needs 1.5.7 or newer"),
        (tmp_path / "none", "cannot be run, or is not Orthanc"),
    ):
        status, report = doctor(environment, "--orthanc", program)
        assert status == 1
        assert f"{program} {said}" in report


def test_doctor_warns_of_another_active_environment(environment: Environment) -> None:
    _status, report = doctor(environment, VIRTUAL_ENV="/opt/other")
    assert "warning  a server that is started from here uses another environment" in report


def test_ctrl_c(environment: Environment) -> None:
    code = (
        "from orthanc_plugin import cli\ndef stop(*_): raise KeyboardInterrupt\ncli.doctor.examine = stop\n"
    )
    done = environment.run("python", "-c", f"{code}cli.main(['doctor'])")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_full_disk(environment: Environment, script: Path) -> None:
    command = [str(environment.folder / "bin" / "orthanc-plugin"), "config", str(script)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, "error: [Errno 28] No space left on device\n")


def test_a_terminal_without_the_characters_of_a_path(environment: Environment, tmp_path: Path) -> None:
    file = configure(tmp_path, PythonScript="\N{LATIN SMALL LETTER C WITH CARON}.py")
    status, report = doctor(environment, "--configuration", file, PYTHONIOENCODING="ascii")
    assert status == 1
    assert "names a script that does not exist: " in report
    assert "\\u010d.py" in report


def test_a_missing_file(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / "orthanc_plugin").symlink_to(environment.plugin)
    done = environment.run("python", "-m", "orthanc_plugin", "path", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert f"{tmp_path}/orthanc.abi3.so is missing: reinstall it" in done.stderr
