"""Random valid declarations in the style of the SDK; the generated code must compile."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from ..headers.bare import function

# Identifiers of C++, Python and the runtime, its macros and local variables: each may be part of a name.
_WORDS = (
    *("call", "values", "self", "answer", "slot", "arguments", "keywords", "unlocked", "result", "released"),
    *("None", "True", "lambda", "from", "import", "async", "match", "type", "print", "str", "bytes", "dict"),
    *("object", "Any", "Buffer", "Mapping", "IntEnum", "Protocol", "final", "PyObject", "Py_None", "Method"),
    "Awaitable",
    *(
        "Reference",
        "Core",
        "Payload",
        "HandleClass",
        "EnumClass",
        "EnumMember",
        "NamedTupleClass",
        "Signature",
    ),
    *(
        "std",
        "enums",
        "classes",
        "records",
        "orthanc_python",
        "methods",
        "Clone",
        "Memory",
        "kContainer",
    ),
    *(
        "EOF",
        "NULL",
        "stdin",
        "errno",
        "assert",
        "BUFSIZ",
        "INT_MAX",
        "major",
        "linux",
        "unix",
        "signals",
        "slots",
    ),
    *(
        "count",
        "index",
        "size",
        "data",
        "target",
        "Close",
        "Convert",
        "Get",
        "status",
        "found",
        "name",
        "value",
    ),
    *(
        "CallbackCall",
        "GilRelease",
        "SdkCall",
        "BorrowedHandle",
        "DictBuilder",
        "DictKey",
        "TextToPython",
        "IntegerToPython",
    ),
)
# Macros of the C library cannot be parameters, and fields of a result cannot have the names of used types.
_NO_PARAMETERS = frozenset(
    {"NULL", "EOF", "stdin", "errno", "BUFSIZ", "INT_MAX", "major", "linux", "unix", "assert"}
    | {"str", "bytes"}
)

_SCALARS = (
    *("uint8_t", "int8_t", "uint16_t", "int16_t", "uint32_t", "int32_t", "uint64_t", "int64_t", "size_t"),
    *("int", "unsigned int", "long", "unsigned char", "signed char", "short", "long long", "float", "double"),
)


@dataclass(frozen=True)
class Types:
    """The types of one header, by their C names."""

    enums: tuple[str, ...]
    opaques: tuple[str, ...]
    structs: tuple[str, ...]
    callbacks: tuple[str, ...]


_NAMES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2).map("_".join)


@st.composite
def headers(draw: st.DrawFn, size: int = 40) -> str:
    """Draw the declarations of a header."""
    # No two names that differ only in case or underscores: these are refused, which other tests check.
    words = draw(st.permutations(_WORDS))[: size + 16]
    names = [f"{'XYZ'[i % 3]}{word}" if i % 4 == 0 else word for i, word in enumerate(words)]
    names = list({name.lower().strip("_"): name for name in names}.values())
    types = Types(*(tuple(f"OrthancPlugin{names.pop()}" for _ in range(4)) for _ in range(4)))
    parts = [
        *(_enum(draw, name) for name in types.enums),
        *(f"typedef struct _{name}_t {name};\n" for name in types.opaques),
        *(_struct(draw, name, types) for name in types.structs),
        *(_callback(draw, name, types) for name in types.callbacks),
        *(_function(draw, name, types) for name in names),
    ]
    return "".join(parts)


def _enum(draw: st.DrawFn, name: str) -> str:
    members = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5, unique_by=str.upper))
    values = draw(st.lists(st.integers(-(2**31), 2**31 - 1), min_size=5, max_size=5))
    rows = ", ".join(f"{name}_{m} = {v}" for m, v in zip(members, values, strict=False)).replace(
        "-2147483648", "(-2147483647 - 1)"
    )
    return f"typedef enum {{ {rows} }} {name};\n"


def _struct(draw: st.DrawFn, name: str, types: Types) -> str:
    fields = _named(draw, st.sampled_from((*_SCALARS, *types.enums)), 4)
    return f"typedef struct {{ {' '.join(f'{t} {n};' for t, n in fields)} }} {name};\n"


def _callback(draw: st.DrawFn, name: str, types: Types) -> str:
    inputs = (
        "const char*",
        "const void*",
        "void*",
        *_SCALARS,
        *types.enums,
        *(f"{o}*" for o in types.opaques),
    )
    result = draw(st.sampled_from(("OrthancPluginErrorCode", "void", "int32_t", "uint8_t", "const char*")))
    parameters = _named(draw, st.sampled_from(inputs), 4)
    return f"typedef {result} (*{name}) ({', '.join(f'{t} {n}' for t, n in parameters) or 'void'});\n"


def _function(draw: st.DrawFn, name: str, types: Types) -> str:
    pointers = (*(f"{o}*" for o in types.opaques), *(f"const {o}*" for o in types.opaques))
    outputs = (
        *(f"{s}*" for s in (*_SCALARS, *types.enums, *types.structs)),
        "char**",
        "void**",
        "const void**",
    )
    inputs = (
        "const char*",
        "const void*",
        "void*",
        *_SCALARS,
        *types.enums,
        *types.callbacks,
        *types.structs,
    )
    results = ("OrthancPluginErrorCode", "void", "char*", "const char*", "int32_t", "const void*")
    parameters = _named(draw, st.sampled_from((*pointers, *outputs, *inputs)), 5)
    result = draw(st.sampled_from((*results, *types.enums, *types.opaques[:1]))) + ""
    result = f"{result}*" if result in types.opaques else result
    return function(
        name.removeprefix("OrthancPlugin"), ", ".join(f"{t} {n}" for t, n in parameters), result=result
    )


def _named(draw: st.DrawFn, kinds: st.SearchStrategy[str], most: int) -> list[tuple[str, str]]:
    """Draw types with names that stay distinct in Python."""
    chosen = draw(st.lists(kinds, max_size=most))
    words = [word for word in _WORDS if word not in _NO_PARAMETERS]
    names = draw(
        st.lists(
            st.sampled_from(words), min_size=most, max_size=most, unique_by=lambda w: w.lower().strip("_")
        )
    )
    return [(t, n) for t, n in zip(chosen, names, strict=False)]
