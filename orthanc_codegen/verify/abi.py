"""Compare the compiled code of two headers: a program calls every function and prints what the core gets."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen import ir
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.templates import template
from orthanc_codegen.verify.compare import Difference

_PATIENCE = 60  # seconds
_NAME = "OrthancCPlugin.h"
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument that the program passes, with a distinct value."""

    type: str  # ex) "const char *"
    name: str  # ex) "argument2"
    value: str  # ex) "(const char *) place(2)"


@dataclass(frozen=True, slots=True)
class _BlockField:
    """A field of a parameter block, filled by the function."""

    path: str  # ex) "method"
    is_pointer: bool


@dataclass(frozen=True, slots=True)
class _Probe:
    """One function that the program calls."""

    name: str
    block: str | None
    fields: tuple[_BlockField, ...]  # empty if the argument is not a block
    arguments: tuple[_Argument, ...]
    result: str  # "pointer", "number" or "nothing"


@dataclass(frozen=True, slots=True)
class _Layout:
    """A struct whose size and offsets the program prints."""

    name: str
    fields: tuple[str, ...]


def compare_abi(official: ir.Header, official_text: bytes, view_text: bytes) -> tuple[Difference, ...]:
    """Compile a program with each header, run both, and return the differences in their output.

    Requires a C compiler (``cc``). Raises CodegenError if there is none or if the program does not compile.
    """
    text = program(official)
    with tempfile.TemporaryDirectory() as folder:
        ours = _run(text, view_text, Path(folder, "ours"))
        theirs = _run(text, official_text, Path(folder, "official"))
    return tuple(
        Difference(subject, "compiled", ours.get(subject, ""), theirs.get(subject, ""))
        for subject in {**theirs, **ours}
        if ours.get(subject) != theirs.get(subject)
    )


def program(header: ir.Header) -> str:
    """Return a program that calls every function of a header."""
    structs = {struct.name: struct for struct in header.structs}
    public = [_Layout(s.name, tuple(f.name for f in s.fields if f.name)) for s in header.structs if s.fields]
    text: str = template("abi/program.c.mako").render_unicode(
        functions=[_probe(function, structs) for function in header.functions],
        structs=public,
        enums=[enum.name for enum in header.enums],
        entry_points=[(e.name, ir.spell(e.result)) for e in header.entry_points],
    )
    return text


def _probe(function: ir.Function, structs: dict[str, ir.Struct]) -> _Probe:
    arguments = tuple(
        _Argument(ir.spell(p.type), f"argument{i}", _value(p.type, i))
        for i, p in enumerate(function.parameters[1:], start=1)
    )
    fields = tuple(_filled(function, function.block, structs)) if function.block in structs else ()
    match function.result:
        case ir.VoidType():
            result = "nothing"
        case ir.PointerType():
            result = "pointer"
        case _:
            result = "number"
    return _Probe(function.name, function.block, fields, arguments, result)


def _filled(function: ir.Function, block: str, structs: dict[str, ir.Struct]) -> Iterator[_BlockField]:
    """Yield the fields that the official function assigns. The others are uninitialized."""
    types = dict(_paths(block, structs))
    filled = [path for path, _ in function.call.assignments] if function.call else list(types)
    for path in filter(_PATH.fullmatch, filled):
        yield _BlockField(path, isinstance(types.get(path), ir.PointerType | ir.CallbackType))


def _paths(struct: str, structs: dict[str, ir.Struct]) -> Iterator[tuple[str, ir.CType]]:
    """Yield the fields of a struct with their types. Fields of nested structs have paths."""
    for field in structs[struct].fields:
        if isinstance(field.type, ir.StructType) and field.type.name in structs:
            yield from ((f"{field.name}.{path}", ctype) for path, ctype in _paths(field.type.name, structs))
        else:
            yield field.name, field.type


def _value(ctype: ir.CType, index: int) -> str:
    """Return an expression of a type, with a value that no other argument has."""
    match ctype:
        case ir.PointerType() | ir.CallbackType() | ir.UnsupportedType():
            return f"({ir.spell(ctype)}) place({index})"
        case ir.FloatType():
            return f"{index}.5f"
        case ir.IntegerType(bits=bits):
            return hex(int.from_bytes(bytes(16 * index % 112 + byte for byte in range(bits // 8))))
        case _:
            return f"({ir.spell(ctype)}) {index}"


def _run(program: str, header: bytes, folder: Path) -> dict[str, str]:
    """Compile and run the program; return its output by function or type."""
    (folder / "orthanc").mkdir(parents=True)
    (folder / "orthanc" / _NAME).write_bytes(header)
    source, binary = folder / "program.c", folder / "program"
    source.write_text(program, encoding="utf-8")
    compile_ = ["cc", "-std=gnu11", "-O0", "-w", f"-I{folder}", "-o", str(binary), str(source)]
    try:
        _call(compile_)
        done = _call([str(binary)])
    except FileNotFoundError as error:
        raise CodegenError.of("comparing compiled code requires a C compiler: install gcc (cc)") from error
    except subprocess.TimeoutExpired as error:
        raise CodegenError.of(
            f"the program that calls the SDK did not finish within {_PATIENCE} seconds"
        ) from error
    except subprocess.CalledProcessError as error:
        raise CodegenError.of(f"the program that calls the SDK failed:\n{error.stderr}") from error
    lines = (line.partition(" = " if " = " in line else " ") for line in done.stdout.splitlines())
    return {subject: rest for subject, _, rest in lines}


def _call(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_PATIENCE,
    )
