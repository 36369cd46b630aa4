"""The contents of the wheel, and its dependencies."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from orthanc_codegen import __version__

from ..tools import ROOT

INFO = f"orthanc_python_plugin-{__version__}.dist-info"


@pytest.fixture(scope="module")
def files(wheel: Path) -> dict[str, bytes]:
    """Read all files of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_files(files: dict[str, bytes]) -> None:
    assert {
        "orthanc.abi3.so",
        "orthanc_plugin/libOrthancPython.so",
        "orthanc_plugin/cli.py",
        "orthanc_plugin/describe_python.py",
        "orthanc-stubs/__init__.pyi",
        "orthanc_plugin/interface.json",
        "orthanc_testing/py.typed",
        "orthanc_testing/pytest_plugin.py",
        f"{INFO}/entry_points.txt",
        f"{INFO}/sboms/orthanc-python-plugin.cdx.json",
        f"{INFO}/licenses/licences/orthanc-python-plugin.txt",
        f"{INFO}/licenses/licences/nlohmann-json.txt",
    } <= files.keys()
    assert {name.split("/")[0] for name in files} == {
        "orthanc.abi3.so",
        "orthanc_plugin",
        "orthanc-stubs",
        "orthanc_testing",
        INFO,
    }
    assert not [name for name in files if "__pycache__" in name or name.endswith("python.json")]


def test_metadata(files: dict[str, bytes]) -> None:
    found = Parser().parsestr(files[f"{INFO}/METADATA"].decode())
    assert (found["Name"], found["Version"]) == ("orthanc-python-plugin", __version__)
    assert found["Requires-Python"] == ">=3.11"
    assert found["License-Expression"] == "GPL-3.0-or-later AND MIT"
    needs = found.get_all("Requires-Dist", [])
    assert [need.split(">")[0] for need in needs if "extra" not in need] == ["typing-extensions"]
    assert {re.split("[<>]", need)[0] for need in needs if "extra == 'testing'" in need} == {
        "pytest",
        "pydicom",
    }
    tag = Parser().parsestr(files[f"{INFO}/WHEEL"].decode())
    assert tag["Root-Is-Purelib"] == "false"
    assert tag["Tag"].startswith("cp311-abi3-manylinux_2_31_")


def test_licences_and_the_bill_of_materials(files: dict[str, bytes]) -> None:
    bill = json.loads(files[f"{INFO}/sboms/orthanc-python-plugin.cdx.json"])
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == __version__
    assert [part["name"] for part in bill["components"]] == ["nlohmann-json"]
    assert b"Niels Lohmann" in files[f"{INFO}/licenses/licences/nlohmann-json.txt"]
    assert b"GNU GENERAL PUBLIC LICENSE" in files[f"{INFO}/licenses/licences/orthanc-python-plugin.txt"]


@pytest.mark.parametrize("name", ["orthanc.abi3.so", "orthanc_plugin/libOrthancPython.so"])
def test_binaries_name_no_place_where_they_were_built(files: dict[str, bytes], name: str) -> None:
    for place in (ROOT, Path(sys.prefix), Path.home()):
        assert bytes(place) not in files[name]
    assert __version__.encode() in files["orthanc_plugin/libOrthancPython.so"]


def test_every_file_has_the_same_time(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert len({entry.date_time for entry in archive.infolist()}) == 1


def test_needed_symbols_are_those_of_glibc_2_31_and_of_the_stable_abi(wheel: Path) -> None:
    shown = json.loads(_output("auditwheel", "show", "--json", wheel))
    assert shown["overall_tag"] == wheel.stem.rsplit("-", 1)[1]
    done = subprocess.run(
        [_tool("abi3audit"), "--strict", wheel], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _tool(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def _output(name: str, *arguments: object) -> str:
    command = [str(_tool(name)), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
