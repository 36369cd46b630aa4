"""Which files the plan becomes, and from which template each one comes."""

from __future__ import annotations

from collections.abc import Iterator

from orthanc_codegen.lower.naming import distinct, file_name
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render.engine import printed
from orthanc_codegen.render.format import format_cpp_files, format_python

_SINGLE_CPP = (
    "module.cpp",
    "functions.h",
    "classes.h",
    "enums.h",
    "enums.cpp",
    "locks.h",
    "records.h",
    "records.cpp",
)
_STUB = "orthanc.pyi"
_DOCS = ("index.rst", "functions.rst", "classes.rst", "enumerations.rst", "callbacks.rst")


def render(plan: ModulePlan) -> dict[str, str]:
    """Render every file of the output, by relative path."""
    files = unformatted(plan)
    formatted = format_cpp_files({path: text for path, text in files.items() if path.startswith("cpp/")})
    return {**files, **formatted, _STUB: format_python(files[_STUB])}


def unformatted(plan: ModulePlan) -> dict[str, str]:
    """Render every file as the templates make it."""
    files = dict(_cpp(plan))
    files[_STUB] = printed("stubs/orthanc.pyi.mako", plan=plan)
    for name in _DOCS:
        files[f"docs/{name}"] = _tidy(printed(f"docs/{name}.mako", plan=plan))
    return dict(sorted(files.items()))


def _cpp(plan: ModulePlan) -> Iterator[tuple[str, str]]:
    """The C++ of the module: one file for each class and group, so that they compile side by side."""
    for name in (*_SINGLE_CPP, "generated_callbacks.h", "generated_callbacks.cpp"):
        yield f"cpp/{name}", printed(f"cpp/{name}.mako", plan=plan)
    files = distinct(file_name(group.cpp_name) for group in plan.groups)
    for file, group in zip(files, plan.groups, strict=True):
        yield f"cpp/functions_{file}.cpp", printed("cpp/functions.cpp.mako", plan=plan, group=group)
    files = distinct(file_name(class_.name) for class_ in plan.classes)
    for file, class_ in zip(files, plan.classes, strict=True):
        yield f"cpp/class_{file}.cpp", printed("cpp/class.cpp.mako", plan=plan, class_=class_)


def _tidy(text: str) -> str:
    """Fold runs of empty lines, which conditions in templates leave behind."""
    lines: list[str] = []
    for line in map(str.rstrip, text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
