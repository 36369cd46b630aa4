"""Derive Python names from C names."""

from __future__ import annotations

import functools
import keyword
import re
from collections.abc import Collection
from typing import Final

C_PREFIX: Final = "OrthancPlugin"  # of public names
PRIVATE_PREFIX: Final = "_"  # of names that only the header uses: services, parameter blocks
SENTINEL_SUFFIX: Final = "_INTERNAL"  # of the enumerator that makes an enumeration 32 bits wide
CREATE_PREFIX: Final = "OrthancPluginCreate"  # of functions that allocate
REGISTER_PREFIX: Final = "OrthancPluginRegister"  # of functions whose arguments the core keeps
FREE_PREFIX: Final = "OrthancPluginFree"  # of functions that free an object or memory


# Keywords of C++. Together with those of Python, they cannot be names in the generated code.
_CPP_KEYWORD: Final = re.compile(
    r"alignas|alignof|asm|auto|bool|case|catch|char|const|constexpr|decltype|default|delete|do|"
    r"double|enum|explicit|export|extern|false|float|friend|goto|inline|int|long|mutable|namespace|"
    r"new|noexcept|nullptr|operator|private|protected|public|register|short|signed|sizeof|static|"
    r"struct|switch|template|this|throw|true|typedef|typeid|typename|union|unsigned|using|virtual|"
    r"void|volatile|wchar_t"
)
# Names that stubs use in types. A name of the header must not hide them.
_STUB_WORDS: Final = frozenset(
    {
        "Any",
        "Awaitable",
        "Buffer",
        "Exception",
        "IntEnum",
        "IntFlag",
        "Iterator",
        "Mapping",
        "NamedTuple",
        "Protocol",
    }
    | {"TypeAlias", "TypeVar", "TypedDict", "bytes", "dict", "final", "memoryview", "object", "str", "tuple"}
    | {"type_check_only"}
)
_RESERVED_ARGUMENTS: Final = frozenset({"self"})
_RESERVED_FIELDS: Final = frozenset({"count", "index"})  # methods of every tuple
_RESERVED_MEMBERS: Final = frozenset({"MRO"})  # rejected by enum


@functools.cache
def python_name(c_name: str) -> str:
    """Return the Python name of a type or function, ex) ``OrthancPluginRestApiGet`` → ``RestApiGet``.

    It has no leading underscore, because stubs use those for names that exist only in them.
    """
    name = _python_word(_without_underscores(c_name.removeprefix(C_PREFIX)))
    reserved = name in _STUB_WORDS or _CPP_KEYWORD.fullmatch(name)  # C++ and Python share the name
    return f"{name}_" if reserved else name


def _without_underscores(name: str) -> str:
    bare = name.lstrip("_")
    return bare if bare.isidentifier() else name


def _python_word(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def method_name(c_name: str, class_name: str) -> str:
    """Return the name of a method, without the class name if the function begins with it.

    ``OrthancPluginFindMatcherIsMatch`` is ``FindMatcher.IsMatch``; ``OrthancPluginGetImageWidth`` is
    ``Image.GetImageWidth``.
    """
    name = python_name(c_name)
    return _python_word(name.removeprefix(class_name)) or name


@functools.cache
def method_of_payload(c_name: str, payload: str) -> str:
    """Return the method name of a payload's callback, ex) ``requestIsDone`` of ``request`` → ``is_done``."""
    words = snake_case(c_name)
    return _python_word(words.removeprefix(f"{snake_case(payload)}_")) or words


def protocol_name(registrar: str, member: str) -> str:
    """Return the name of a payload's protocol, ex) ``job`` of ``CreateJob`` → ``CreateJobJob``."""
    return f"{registrar}{member[:1].upper()}{member[1:]}"


def handle_function_name(c_name: str, class_name: str) -> str:
    """Return the method name of a handle's function.

    ``WebDavAddFile`` of ``WebDavCollection`` is ``AddFile``.
    """
    words = re.findall(r"[A-Z]+[a-z0-9]*", python_name(c_name))
    shared = re.findall(r"[A-Z]+[a-z0-9]*", class_name)
    while len(words) > 1 and shared and words[0] == shared[0]:
        words, shared = words[1:], shared[1:]
    return _python_word("".join(words))


@functools.cache
def snake_case(c_name: str) -> str:
    """Return the argument name of a parameter, ex) ``sopInstanceUID`` → ``sop_instance_uid``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", c_name)
    name = spaced.lower()
    name = _without_underscores(name)  # leading ones have a meaning in Python
    return f"{name}_" if name in _RESERVED_ARGUMENTS else _python_word(name)


def field_name(name: str) -> str:
    """Return the name of a named tuple's field, ex) ``count`` → ``count_``."""
    return f"{name}_" if name in _RESERVED_FIELDS else name


def upper_snake_case(name: str) -> str:
    """Return the name of an enumeration's member, ex) ``UnknownResource`` → ``UNKNOWN_RESOURCE``.

    A word begins at a capital after a lower-case letter or digit, as in existing scripts: ``NoCFindHandler``
    is ``NO_CFIND_HANDLER``.
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def member_name(c_name: str, c_enum: str) -> str:
    """Return the name of an enumerator's member, ex) ``OrthancPluginHttpMethod_Get`` → ``GET``."""
    name = upper_snake_case(c_name.removeprefix(f"{c_enum}_"))
    if name in _RESERVED_MEMBERS:
        return f"{name}_"
    return name if name.isidentifier() else f"_{name}"


def upper_camel_case(c_name: str) -> str:
    """Return the dict key of a field, ex) ``minMultiplicity`` → ``MinMultiplicity``."""
    return _python_word(c_name[:1].upper() + c_name[1:])


def free_name(name: str, taken: Collection[str]) -> str:
    """Return the name, with underscores appended if it is taken."""
    return free_name(f"{name}_", taken) if name in taken else name


def is_number(text: str) -> bool:
    """Return whether a constant of the annotations is an integer instead of a name."""
    return text.removeprefix("-").isdigit()
