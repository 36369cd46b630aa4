"""Write a small project around a script: tests, configuration, README."""

from __future__ import annotations

import keyword
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final

from orthanc_codegen.diagnostics import CodegenError, shown
from orthanc_codegen.resources import templates_dir

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*")
_RESERVED: Final = frozenset(
    {
        *("orthanc", "orthanc_codegen", "orthanc_plugin", "orthanc_testing"),
        *("test", "tests", "conftest"),
        *("pytest", "pluggy", "iniconfig", "packaging", "pygments", "pydicom", "numpy"),  # of the tests
    }
)


@dataclass(frozen=True, slots=True)
class Project:
    """A new project."""

    folder: Path
    script: str  # the name of its script, ex) "first_steps.py"
    files: tuple[str, ...]  # relative to the folder


def new_project(folder: Path) -> Project:
    """Write a project to a folder that does not exist; its last part is the name of the project."""
    name = folder.name
    module = _module(name)
    if os.path.lexists(folder):
        raise CodegenError.of("it exists already: choose another name", str(folder))
    files = _files(name, module)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Beside the folder, so that it appears whole or not at all.
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{name}-") as half:
            made = Path(half) / name
            for path, text in files.items():
                (made / path).parent.mkdir(parents=True, exist_ok=True)
                (made / path).write_text(text, encoding="utf-8")
            shutil.move(made, folder)
    except OSError as error:
        raise CodegenError.of(f"the project can't be written: {error.strerror}", str(folder)) from error
    return Project(folder, f"{module}.py", tuple(sorted(files)))


def _module(name: str) -> str:
    """Return the module name of a project's script."""
    module = name.replace("-", "_")
    if not _NAME.fullmatch(name):
        raise CodegenError.of(
            f"'{shown(name)}' can't name a script: use letters, digits and single hyphens, ex) first-steps"
        )
    if keyword.iskeyword(module) or module in _RESERVED | sys.stdlib_module_names:
        raise CodegenError.of(f"a script '{module}.py' would hide a module of this name: choose another name")
    return module


def _files(name: str, module: str) -> dict[str, str]:
    """Return the files of a project by relative path."""
    values = {"name": name, "module": module, "route": name.lower()}
    root = templates_dir() / "project"
    names = {"script.py": f"{module}.py", "gitignore": ".gitignore"}
    return {
        names.get(path, path): Template((root / path).read_text(encoding="utf-8")).substitute(values)
        for path in (str(file.relative_to(root)) for file in root.rglob("*") if file.is_file())
        if "__pycache__" not in path
    }
