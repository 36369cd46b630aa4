"""Names the modules that a script imports and its Python lacks, and says how to install them."""

# Embedded in the module, for scripts that fail to load. Also in the wheel: `orthanc-plugin doctor` runs it
# with the Python for scripts, as ``python missing_imports.py SCRIPT``. Prints facts like describe_python.py.

from __future__ import annotations

import ast
import os
import shlex
import sys
import sysconfig
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

# Distributions whose name differs from that of their module.
_DISTRIBUTIONS = {
    "Crypto": "pycryptodome",
    "MySQLdb": "mysqlclient",
    "OpenSSL": "pyOpenSSL",
    "PIL": "pillow",
    "attr": "attrs",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dateutil": "python-dateutil",
    "distutils": "setuptools",
    "docx": "python-docx",
    "dotenv": "python-dotenv",
    "fitz": "PyMuPDF",
    "gdcm": "python-gdcm",
    "jose": "python-jose",
    "jpype": "JPype1",
    "jwt": "PyJWT",
    "ldap": "python-ldap",
    "magic": "python-magic",
    "openjpeg": "pylibjpeg-openjpeg",
    "pkg_resources": "setuptools",
    "psycopg2": "psycopg2-binary",
    "serial": "pyserial",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "yaml": "PyYAML",
    "zmq": "pyzmq",
}
_DEBIAN = {
    "attr": "python3-attr",
    "cv2": "python3-opencv",
    "jpype": "python3-jpype",
}  # otherwise python3-MODULE

# Modules that were beside the script until their files were removed or renamed, as a launcher knows.
removed: set[str] = set()


def hint(file: str, error: BaseException) -> str | None:
    """Return what to install for a script that failed to load; None if no missing module is the reason."""
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return None
    script = Path(file)
    names = missing(script)
    failed = error.name.partition(".")[0]
    if failed not in names and not _is_available(failed):
        names.append(failed)
    return advice(names, script.parent) if names else None


def missing(script: Path) -> list[str]:
    """Return the top-level modules that the script needs in order to load, and that this Python lacks.

    Follows imports of modules beside the script. Ignores imports that need not run: in functions, in
    branches, and where an exception handler may catch their failure.
    """
    folder, seen, names = script.parent, {script}, []
    waiting = [script]
    while waiting:
        file = waiting.pop()
        for base, name in _imports(file, folder):
            beside = [found for found in _files(base, name) if found not in seen]
            seen.update(beside)
            waiting += beside
            top = name.partition(".")[0]
            if base == folder and top not in names and not _files(folder, top) and not _is_available(top):
                names.append(top)
    return names


def advice(names: list[str], folder: Path) -> str:
    """Return the line that names missing modules, with the command that installs them for this Python.

    Modules that were beside the script are not installed: a package of the same name is unrelated to them.
    """
    gone = [name for name in names if _was_beside(folder, name)]
    remedy = "restore it, change its imports, or install the package that replaces it"
    lines = [f"the module {name} is no longer beside the script: {remedy}" for name in gone]
    others = [name for name in names if name not in gone]
    return ". ".join([*lines, *([_installation(others)] if others else [])])


def _was_beside(folder: Path, name: str) -> bool:
    """Return whether a module was in a folder: its compiled file may still be there."""
    compiled = (file.name for file in (folder / "__pycache__").glob("*.pyc"))
    return name in removed or any(file.startswith(f"{name}.") for file in compiled)


def _installation(names: list[str]) -> str:
    text = f"This Python lacks {', '.join(names)}. "
    if sys.prefix == sys.base_prefix and Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED").exists():
        packages = [_DEBIAN.get(name, "python3-" + name.lower().replace("_", "-")) for name in names]
        return (
            f"{text}Install packages of the system: apt-get install {' '.join(packages)} (names may differ), "
            'or set "Python.VirtualEnv" to a virtual environment that has them'
        )
    distributions = dict.fromkeys(_DISTRIBUTIONS.get(name, name) for name in names)
    program = sys.executable or "python3"
    if _is_available("pip"):
        command = [program, "-m", "pip", "install"]
        return f"{text}Install what is missing: {shlex.join([*command, *distributions])}"
    command = ["uv", "pip", "install", "--python", program]
    return (
        f"{text}It also lacks pip. Install what is missing with the tool that made the environment, "
        f"ex) {shlex.join([*command, *distributions])}"
    )


def _is_available(name: str) -> bool:
    try:
        return name == "orthanc" or name in sys.modules or find_spec(name) is not None
    except (ImportError, ValueError):
        return True


def _imports(file: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """List the imports that a file runs, each with the folder in which its name begins."""
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return
    for statement in _statements(tree.body):
        match statement:
            case ast.Import(names=names):
                yield from ((folder, alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = file.parents[level - 1] if 0 < level <= len(file.parents) else folder
                prefix = f"{module}." if module else ""
                yield from ((base, prefix + alias.name) for alias in names)


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """List the statements that run when a module is loaded, whatever the conditions are."""
    for statement in body:
        match statement:
            case ast.With(body=inner) | ast.ClassDef(body=inner):
                yield from _statements(inner)
            case ast.Try(body=inner, handlers=[], finalbody=final):
                yield from _statements(inner + final)
            case _:
                yield statement


def _files(base: Path, name: str) -> list[Path]:
    """List the files below a folder that the import of a dotted name runs."""
    found = []
    for part in name.split("."):
        base /= part
        found += filter(os.path.isfile, (base.with_name(part + ".py"), base / "__init__.py"))
    return found


def _flaw(script: Path) -> str | None:
    """Return the syntax error of a script."""
    try:
        ast.parse(script.read_bytes())
    except (SyntaxError, ValueError) as error:
        return f"{error.args[0]} (line {getattr(error, 'lineno', None) or 1})"
    return None


def _main(script: Path) -> None:
    sys.path.insert(0, str(script.parent))
    flaw, names = _flaw(script), missing(script)
    facts = {"flaw": flaw, "advice": advice(names, script.parent) if names else None, "end": "of the imports"}
    lines = "".join(f"orthanc-python: {name} {value}\n" for name, value in facts.items() if value)
    os.write(1, os.fsencode("\n" + lines))


if __name__ == "__main__":
    _main(Path(sys.argv[1]).absolute())
