"""Format generated text with the pinned formatters: clang-format for C++, ruff for stubs."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import clang_format
import ruff

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.resources import templates_dir

# Isolated: a configuration near the output must have no effect.
_RUFF = ("format", "--isolated", "--no-cache", "--quiet", "--line-length=110", "--target-version=py311")


def format_cpp_files(files: Mapping[str, str]) -> dict[str, str]:
    """Format C++ files, given by relative path, in parallel processes."""
    with tempfile.TemporaryDirectory(prefix="orthanc-codegen-") as folder:
        paths = {name: Path(folder, name) for name in files}
        for name, path in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[name].encode("utf-8"))
        _format_in_place(list(paths.values()))
        return {name: path.read_bytes().decode("utf-8") for name, path in paths.items()}


def format_python(text: str) -> str:
    """Format the text of a stub file."""
    command = [ruff.find_ruff_bin(), *_RUFF, "--stdin-filename=orthanc.pyi", "-"]
    done = subprocess.run(command, input=text.encode("utf-8"), capture_output=True, check=False)
    if done.returncode != 0:
        problem = done.stderr.decode("utf-8", "replace").strip()
        raise CodegenError.of(f"the generated stubs are not valid Python: {problem}")
    return done.stdout.decode("utf-8")


def _format_in_place(paths: Sequence[Path]) -> None:
    """Distribute the files evenly among the processors, by size."""
    by_size = sorted(paths, key=lambda path: path.stat().st_size, reverse=True)
    count = min(os.cpu_count() or 1, len(by_size))
    # By path: another clang-format in the PATH or a style file near the output must have no effect.
    program = Path(clang_format.__file__).with_name("data") / "bin" / "clang-format"
    # The style file is beside the templates, in a checkout and in a wheel.
    style = templates_dir().with_name(".clang-format")
    command = [str(program), "-i", f"--style=file:{style}"]
    processes = [
        subprocess.Popen([*command, *map(str, by_size[start::count])], stderr=subprocess.PIPE, text=True)
        for start in range(count)
    ]
    problems = [process.communicate()[1] for process in processes]
    if any(process.returncode for process in processes):
        raise CodegenError.of(f"clang-format could not format the generated C++:\n{''.join(problems)}")
