"""Checks that generated output compiles, type-checks and can be documented, whatever its header."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.lower import Annotations

from ..tools import compile_cpp, docs_objects, type_check, write_files
from .building import plan_of, printed


def is_cpp(text: bytes, folder: Path) -> bool:
    """Return whether the header compiles as C++: libclang does not check the bodies of its functions."""
    (folder / "alone.cpp").write_text("#include <orthanc/OrthancCPlugin.h>\n", encoding="utf-8")
    return compile_cpp([folder / "alone.cpp"], text, folder) == ""


def complaint(text: bytes, annotations: Annotations, folder: Path) -> str:
    """Check the output for a header with all tools; return their messages, empty on success."""
    files = printed(plan_of(text, annotations))
    write_files(folder / "generated", files)
    sources = [folder / "generated" / path for path in files if path.endswith(".cpp")]
    said = compile_cpp(sources, text, folder) + type_check([folder / "generated" / "orthanc.pyi"])
    if not said:
        assert docs_objects(folder / "generated" / "docs", folder / "html")
    return said
