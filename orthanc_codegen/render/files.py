"""Render the generated files, each from its template."""

from __future__ import annotations

from collections.abc import Iterator

from orthanc_codegen.cpp import CppModule
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render.engine import Printer

_SINGLE_CPP = (
    "module.cpp",
    "functions.h",
    "classes.h",
    "enums.h",
    "enums.cpp",
    "generated_callbacks.h",
    "generated_callbacks.cpp",
    "locks.h",
    "records.h",
    "records.cpp",
)
_STUB = "orthanc.pyi"
_DOCS = ("index.rst", "functions.rst", "classes.rst", "enumerations.rst", "callbacks.rst")


def render(plan: ModulePlan, cpp: CppModule, *, formatted: bool = True) -> dict[str, str]:
    """Render every file of the output, by relative path."""
    files = unformatted(plan, cpp)
    if not formatted:
        return files
    from orthanc_codegen.render.format import format_cpp_files, format_python  # imports the formatters

    cpp_files = format_cpp_files({path: text for path, text in files.items() if path.startswith("cpp/")})
    return {**files, **cpp_files, _STUB: format_python(files[_STUB])}


def unformatted(plan: ModulePlan, cpp: CppModule) -> dict[str, str]:
    """Render every file without formatting."""
    printer = Printer(plan)
    files = dict(_cpp(printer, cpp))
    files[_STUB] = _stub(printer)
    for name in _DOCS:
        files[f"docs/{name}"] = _tidy(printer.printed(f"docs/{name}.mako"))
    return dict(sorted(files.items()))


def stub(plan: ModulePlan) -> str:
    """Render only the stub, without formatting."""
    return _stub(Printer(plan))


def _stub(printer: Printer) -> str:
    return printer.printed("stubs/orthanc.pyi.mako")


def _cpp(printer: Printer, cpp: CppModule) -> Iterator[tuple[str, str]]:
    """Render the C++ of the module: one file per class and group, so that they compile in parallel."""
    for name in _SINGLE_CPP:
        yield f"cpp/{name}", printer.printed(f"cpp/{name}.mako", cpp=cpp)
    for group in cpp.groups:
        yield f"cpp/{group.file}", printer.printed("cpp/functions.cpp.mako", group=group)
    for class_ in cpp.classes:
        yield f"cpp/{class_.file}", printer.printed("cpp/class.cpp.mako", class_=class_)


def _tidy(text: str) -> str:
    """Collapse runs of empty lines, which result from conditions in templates."""
    lines: list[str] = []
    for line in map(str.rstrip, text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
