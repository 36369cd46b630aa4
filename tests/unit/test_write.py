"""Writing of the output: all files or none, only those that changed, and no files of others."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.write import MARK, write_tree


def marked(text: str) -> str:
    """Make a text with the marker of generated files."""
    return f"// {MARK}\n{text}\n"


_FIRST = {
    "cpp/a.cpp": marked("a"),
    "cpp/b.cpp": marked("b"),
    "docs/deep/c.rst": marked("c"),
    "coverage.json": "{}\n",
}
_SECOND = {
    "cpp/a.cpp": marked("a"),
    "cpp/b.cpp": marked("B"),
    "docs/d.rst": marked("d"),
    "coverage.json": "[]\n",
}


def tree(root: Path) -> dict[str, str]:
    """Return the contents of every file below a folder."""
    return {p.relative_to(root).as_posix(): p.read_text() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a first set of files; return its folder."""
    folder = tmp_path / "out" / "1.0.0"
    changes = write_tree(folder, _FIRST)
    assert changes.added == tuple(sorted(_FIRST))
    return folder


def test_added_changed_removed(root: Path) -> None:
    changes = write_tree(root, _SECOND)
    assert changes.added == ("docs/d.rst",)
    assert changes.changed == ("coverage.json", "cpp/b.cpp")
    assert changes.removed == ("docs/deep/c.rst",)
    assert tree(root) == _SECOND
    assert not (root / "docs" / "deep").exists()


def test_nothing_to_do(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    changes = write_tree(root, _FIRST)
    assert not changes
    assert changes.diff() == ""
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_unchanged_files_keep_their_time(root: Path) -> None:
    os.utime(root / "cpp/a.cpp", ns=(1, 1))
    write_tree(root, _SECOND)
    assert (root / "cpp/a.cpp").stat().st_mtime_ns == 1


def test_check_writes_nothing(root: Path) -> None:
    changes = write_tree(root, _SECOND, check=True)
    assert changes
    assert tree(root) == _FIRST
    assert changes.diff() == (
        f"--- {root}/coverage.json\n+++ {root}/coverage.json\n@@ -1 +1 @@\n-{{}}\n+[]\n"
        f"--- {root}/cpp/b.cpp\n+++ {root}/cpp/b.cpp\n@@ -1,2 +1,2 @@\n // {MARK}\n-b\n+B\n"
        f"--- /dev/null\n+++ {root}/docs/d.rst\n@@ -0,0 +1,2 @@\n+// {MARK}\n+d\n"
        f"--- {root}/docs/deep/c.rst\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-// {MARK}\n-c\n"
    )


def test_check_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    changes = write_tree(tmp_path / "none", _FIRST, check=True)
    assert changes.added == tuple(sorted(_FIRST))
    assert not (tmp_path / "none").exists()


def test_diff_without_final_newline(root: Path) -> None:
    changes = write_tree(root, {**_FIRST, "cpp/a.cpp": f"// {MARK}"}, check=True)
    assert changes.diff().endswith(f"-// {MARK}\n-a\n+// {MARK}\n\\ No newline at end of file\n")


def test_work_of_others_is_left_alone(root: Path) -> None:
    others = {"docs/mine.rst": "mine\n", "notes.txt": "x\n", "other/a.cpp": marked("of another tree")}
    for path, text in others.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text)
    assert write_tree(root, _SECOND).removed == ("docs/deep/c.rst",)
    assert tree(root) == {**_SECOND, **others}


def test_work_of_others_is_not_overwritten(root: Path) -> None:
    (root / "cpp/b.cpp").write_text("mine\n")
    before = tree(root)
    with pytest.raises(CodegenError, match=r"cpp/b\.cpp, which orthanc-codegen did not write") as caught:
        write_tree(root, _SECOND)
    assert caught.value.diagnostics[0].file == str(root)
    assert tree(root) == before


def test_json_of_others_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "coverage.json").write_text("mine\n")
    with pytest.raises(CodegenError, match=r"coverage\.json"):
        write_tree(tmp_path, _FIRST)
    assert tree(tmp_path) == {"coverage.json": "mine\n"}


@pytest.mark.parametrize("failing", range(1, 7))
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_failure_leaves_the_old_tree(
    root: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException
) -> None:
    before = {p: (p.stat().st_mtime_ns, p.is_dir() or p.read_bytes()) for p in root.rglob("*")}
    fail_at(failing, error, monkeypatch)
    expected = CodegenError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write_tree(root, _SECOND)
    after = {p: (p.stat().st_mtime_ns, p.is_dir() or p.read_bytes()) for p in root.rglob("*")}
    assert {p: v for p, v in after.items() if p.is_file()} == {p: v for p, v in before.items() if p.is_file()}
    assert after.keys() == before.keys()


def fail_at(step: int, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the n-th operation fail: the first three write a file, the other four move one."""
    calls = 0
    write_bytes, replace = Path.write_bytes, Path.replace

    def count() -> None:
        nonlocal calls
        calls += 1
        if calls == step:
            raise error

    def failing_write(self: Path, data: bytes) -> int:
        count()
        return write_bytes(self, data)

    def failing_replace(self: Path, target: Path) -> Path:
        count()
        return replace(self, target)

    monkeypatch.setattr(Path, "write_bytes", failing_write)
    monkeypatch.setattr(Path, "replace", failing_replace)


def test_failure_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(6, OSError(28, "No space left on device"), monkeypatch)
    with pytest.raises(CodegenError, match="No space left on device"):
        write_tree(tmp_path / "new" / "1.0.0", _FIRST)
    assert list(tmp_path.iterdir()) == []


def test_output_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for root in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(CodegenError, match="can't be written: Not a directory") as caught:
            write_tree(root, _FIRST)
        assert caught.value.diagnostics[0].file == str(root)


def test_folder_in_the_place_of_a_file(root: Path) -> None:
    (root / "docs" / "d.rst").mkdir()
    with pytest.raises(CodegenError, match="can't be written"):
        write_tree(root, _SECOND)
    assert tree(root) == _FIRST


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable for root")
def test_folder_without_permission(root: Path) -> None:
    (root / "cpp").chmod(0o500)
    try:
        with pytest.raises(CodegenError, match="Permission denied"):
            write_tree(root, _SECOND)
        assert tree(root) == _FIRST
    finally:
        (root / "cpp").chmod(0o700)


def test_link_as_output(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    write_tree(tmp_path / "link", _SECOND)
    assert tree(root) == _SECOND


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.rst": marked("\N{SNOWMAN}")})
    assert (tmp_path / "a.rst").read_bytes() == marked("\N{SNOWMAN}").encode()
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("path", ["/a.cpp", "../a.cpp", "cpp/../a.cpp", "cpp//a.cpp", ".", ""])
def test_path_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below"):
        write_tree(tmp_path, {path: marked("")})


def test_generated_text_must_say_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lacks"):
        write_tree(tmp_path, {"a.cpp": "int x;\n"})
