"""The scripts that make packages, in a small repository: stand-ins replace what compiles and fetches."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ..tools import ROOT

PROGRAMS = ("dpkg", "dpkg-deb")
WHEEL = "orthanc_python_plugin-{version}-cp311-abi3-manylinux_2_31_{architecture}.whl"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with the scripts and nothing to compile."""
    for name in ("tools", "distribution/debian"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "CHANGELOG.md").touch()
    (tmp_path / "build" / "wheels").mkdir(parents=True)
    return tmp_path


def program(file: Path, text: str) -> None:
    """Write a script of bash."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/bash\nset -e\n{text}\n", encoding="utf-8")
    file.chmod(0o755)


def run(repository: Path, *command: str, **variables: str) -> str:
    """Run a script of the repository, which must succeed; return its output."""
    done = subprocess.run(
        [str(repository / command[0]), *command[1:]],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheels_of_older_versions_are_removed(repository: Path) -> None:
    wheels = repository / "build" / "wheels"
    new = wheels / WHEEL.format(version="2.0", architecture="x86_64")
    other = wheels / WHEEL.format(version="1.0", architecture="aarch64")
    old = wheels / WHEEL.format(version="1.0", architecture="x86_64")
    for file in (other, old):
        file.touch()
    program(repository / "tools" / "fetch_compilers.sh", "echo compilers")
    program(repository / ".venv" / "bin" / "orthanc-codegen", "true")
    program(repository / ".venv" / "bin" / "python", f"touch {new}; echo {new}")
    assert run(repository, "tools/make_wheels.sh", "--once", ARCHITECTURES="x86_64") == f"{new}\n"
    assert sorted(wheels.glob("*.whl")) == sorted([new, other])
    sums = (wheels / "SHA256SUMS").read_text(encoding="utf-8")
    assert [line.split()[1] for line in sums.splitlines()] == sorted([new.name, other.name])


@pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason="needs dpkg")
def test_the_name_of_a_maintainer_may_have_any_characters(repository: Path) -> None:
    wheel = repository / WHEEL.format(version="1.0", architecture="x86_64")
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("sboms/x.json", "licenses/x", "RECORD"):
            archive.writestr(f"orthanc_python_plugin-1.0.dist-info/{name}", "")
    program(repository / "tools" / "make_wheels.sh", f"echo {wheel}")
    program(repository / ".venv" / "bin" / "python", f'exec {sys.executable} "$@"')
    name = r"Jane & John / A\B & Co."
    variables = {"ARCHITECTURES": "x86_64", "DEBFULLNAME": name, "DEBEMAIL": "jane@example.org"}
    package = run(repository, "tools/make_deb.sh", PYTHONPATH=str(ROOT), **variables).strip()
    field = subprocess.run(
        ["dpkg-deb", "--field", package, "Maintainer"], capture_output=True, text=True, check=True
    )
    assert field.stdout == f"{name} <jane@example.org>\n"


@pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason="needs dpkg")
def test_compilers_work_in_a_clone_that_was_moved(repository: Path) -> None:
    program(repository / "bin" / "dpkg", "echo amd64")
    compilers = repository / "build" / "compilers"
    for folder in ("lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu"):
        (compilers / "root" / folder).mkdir(parents=True)
    (compilers / "root" / "lib" / "x86_64-linux-gnu" / "libz.so.1").touch()
    (compilers / "runtime").mkdir()
    (compilers / "runtime" / "libz.so.1").symlink_to("/elsewhere/libz.so.1")
    for name in ("complete", "x86_64-g++", "x86_64.cmake"):
        (compilers / name).touch()
    (compilers / "place").write_text("/elsewhere\n", encoding="utf-8")
    path = f"{repository / 'bin'}:{os.environ['PATH']}"
    for _ in range(2):
        assert run(repository, "tools/fetch_compilers.sh", PATH=path) == f"{compilers}\n"
        assert (compilers / "runtime" / "libz.so.1").is_file()
        assert f"'{compilers}/root/usr/bin/x86_64-linux-gnu-g++-10'" in (compilers / "x86_64-g++").read_text()
        assert f'"{compilers}/aarch64-g++"' in (compilers / "aarch64.cmake").read_text()
