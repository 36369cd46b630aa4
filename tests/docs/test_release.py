"""The script of docs/releasing.md, in a small repository: stand-ins replace the builds and the tests."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ..tools import ROOT

_LINE = re.compile(r"^    (DEBFULLNAME=.* tools/release\.sh 1\.2\.3)$", re.MULTILINE)
_CHANGES = (
    "# Changelog\n\n## [1.2.3] - 2026-12-01\n\n- A change.\n\n## [1.2.2] - 2026-01-01\n\n- An older one.\n"
)
_STAND_INS = {
    "tools/bootstrap.sh": "true",
    ".ci/run": "echo tests >>build/steps",
    "bin/make": """
echo "$@" >>build/steps
case $1 in
  wheels) mkdir -p build/wheels && touch build/wheels/orthanc_python_plugin-1.2.3-cp311-abi3-x.whl ;;
  deb) mkdir -p build/deb && touch build/deb/orthanc-python-codegen_1.2.3_amd64.deb ;;
esac""",
    ".venv/bin/python": "touch build/release/orthanc_codegen-1.2.3{-py3-none-any.whl,.tar.gz}",
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository whose changelog and version are those of a release."""
    for name, text in _STAND_INS.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/bash\nset -e\n{text}\n", encoding="utf-8")
        file.chmod(0o755)
    shutil.copy(ROOT / "tools" / "release.sh", tmp_path / "tools")
    for name in ("build", "orthanc_codegen"):
        (tmp_path / name).mkdir()
    (tmp_path / "orthanc_codegen" / "__init__.py").write_text('__version__ = "1.2.3"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(_CHANGES, encoding="utf-8")
    (tmp_path / ".gitignore").write_text("build\n.venv\n", encoding="utf-8")
    git = ["git", "-c", "user.name=Jane", "-c", "user.email=jane@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "Begin"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    return tmp_path


def release(repository: Path, line: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the line of the page, or another one."""
    (shown,) = _LINE.findall((ROOT / "docs" / "releasing.md").read_text(encoding="utf-8"))
    return subprocess.run(
        ["bash", "-c", line or shown],
        cwd=repository,
        env={**os.environ, "PATH": f"{repository / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_release_is_prepared(repository: Path) -> None:
    done = release(repository)
    assert done.returncode == 0, done.stderr
    steps = (repository / "build" / "steps").read_text(encoding="utf-8").splitlines()
    assert steps == ["tests", "wheels", "test-arm64", "test-installation", "test-deb", "deb"]
    result = repository / "build" / "release"
    assert (result / "tag.txt").read_text(encoding="utf-8").split("\n") == [
        "orthanc-codegen 1.2.3",
        "",
        "- A change.",
        "",
    ]
    assert len((result / "SHA256SUMS").read_text(encoding="utf-8").splitlines()) == 4
    assert "git tag --annotate" in done.stdout
    assert subprocess.run(["git", "tag"], cwd=repository, capture_output=True, check=True).stdout == b""


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("echo '__version__ = \"1.2.4\"' >orthanc_codegen/__init__.py", "has the version 1.2.4, not 1.2.3"),
        ("echo '# Changelog' >CHANGELOG.md", "CHANGELOG.md has no section"),
        ("git tag v1.2.3", "the tag v1.2.3 exists"),
        ("touch new.py", "the tree is not clean"),
    ],
)
def test_what_is_not_ready_is_refused(repository: Path, before: str, said: str) -> None:
    subprocess.run(["bash", "-c", before], cwd=repository, check=True)
    done = release(repository)
    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    assert not (repository / "build" / "release").exists()


def test_a_maintainer_is_needed(repository: Path) -> None:
    done = release(repository, "DEBFULLNAME= DEBEMAIL= tools/release.sh 1.2.3")
    assert (done.returncode, "must name the maintainer" in done.stderr) == (1, True)
