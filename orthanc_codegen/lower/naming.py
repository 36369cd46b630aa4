"""Names: from those of C to those of Python and of the generated C++. All prefixes are listed here."""

from __future__ import annotations

import itertools
import keyword
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

C_PREFIX: Final = "OrthancPlugin"  # of everything public in the header
PRIVATE_PREFIX: Final = "_"  # of what only the header itself uses: services, parameter blocks
SENTINEL_SUFFIX: Final = "_INTERNAL"  # of the enumerator that makes an enumeration 32 bits wide
CREATE_PREFIX: Final = "OrthancPluginCreate"  # of the functions that allocate
REGISTER_PREFIX: Final = "OrthancPluginRegister"  # of the functions that keep what they are given
FREE_PREFIX: Final = "OrthancPluginFree"  # of the functions that take an object or memory back

# Locals of generated wrappers: no parameter of a header can collide with a name of the runtime.
IN_PREFIX: Final = "in_"
OUT_PREFIX: Final = "out_"
LIMIT_PREFIX: Final = "limit_"

# What is generated for a name of the header: nothing of the runtime, and no macro, begins like that.
CALL_PREFIX: Final = "Call_"  # wrappers
CALLBACK_PREFIX: Final = "Callback_"  # how the core calls Python
ENUM_PREFIX: Final = "enums::k"
CLASS_PREFIX: Final = "classes::k"
RECORD_PREFIX: Final = "records::k"
LENT_PREFIX: Final = "Lent_"  # functions of the core that come with a handle

# In the stub, names that exist for type checkers alone.
STUB_PREFIX: Final = "_"


# Words that may be part of a name, but not a name: of the languages, and of generated code.
_CPP_KEYWORD: Final = re.compile(
    r"alignas|alignof|asm|auto|bool|case|catch|char|const|constexpr|decltype|default|delete|do|"
    r"double|enum|explicit|export|extern|false|float|friend|goto|inline|int|long|mutable|namespace|"
    r"new|noexcept|nullptr|operator|private|protected|public|register|short|signed|sizeof|static|"
    r"struct|switch|template|this|throw|true|typedef|typeid|typename|union|unsigned|using|virtual|"
    r"void|volatile|wchar_t"
)
# What stubs say of types: a name of the header would change what they mean.
_STUB_WORDS: Final = frozenset(
    {"Any", "Buffer", "Exception", "IntEnum", "IntFlag", "Iterator", "Mapping", "NamedTuple", "Protocol"}
    | {"TypeAlias", "TypedDict", "bytes", "dict", "final", "memoryview", "object", "str", "tuple"}
    | {"type_check_only"}
)
_RESERVED_ARGUMENTS: Final = frozenset({"self"})
_RESERVED_FIELDS: Final = frozenset({"count", "index"})  # methods of every tuple
_FILE_NAME: Final = 100  # characters of a name that go into that of a file
_RESERVED_MEMBERS: Final = frozenset({"MRO"})  # enum refuses it


def python_name(c_name: str) -> str:
    """A type or function as Python names it, ex) ``OrthancPluginRestApiGet`` → ``RestApiGet``.

    None begins with an underscore, which tells the names that only stubs have.
    """
    name = _python_word(_without_underscores(c_name.removeprefix(C_PREFIX)))
    reserved = name in _STUB_WORDS or _CPP_KEYWORD.fullmatch(name)  # the C++ uses the same name
    return f"{name}_" if reserved else name


def _without_underscores(name: str) -> str:
    bare = name.lstrip("_")
    return bare if bare.isidentifier() else name


def _python_word(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def method_name(c_name: str, class_name: str) -> str:
    """A method: without the class name where the function begins with it.

    ``OrthancPluginFindMatcherIsMatch`` is ``FindMatcher.IsMatch``; ``OrthancPluginGetImageWidth`` is
    ``Image.GetImageWidth``.
    """
    name = python_name(c_name)
    return _python_word(name.removeprefix(class_name)) or name


def method_of_payload(c_name: str, payload: str) -> str:
    """A callback as a method of its object, ex) ``requestIsDone`` of ``request`` → ``is_done``."""
    words = snake_case(c_name)
    return _python_word(words.removeprefix(f"{snake_case(payload)}_")) or words


def protocol_name(registrar: str, member: str) -> str:
    """The methods of a payload, ex) ``job`` of ``CreateJob`` → ``CreateJobJob``."""
    return f"{registrar}{member[:1].upper()}{member[1:]}"


def lent_name(c_name: str, class_name: str) -> str:
    """A function of the core as a method, ex) ``WebDavAddFile`` of ``WebDavCollection`` → ``AddFile``."""
    words = re.findall(r"[A-Z]+[a-z0-9]*", python_name(c_name))
    shared = re.findall(r"[A-Z]+[a-z0-9]*", class_name)
    while len(words) > 1 and shared and words[0] == shared[0]:
        words, shared = words[1:], shared[1:]
    return _python_word("".join(words))


def snake_case(c_name: str) -> str:
    """A parameter as a keyword argument, ex) ``sopInstanceUID`` → ``sop_instance_uid``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", c_name)
    name = spaced.lower()
    name = _without_underscores(name)  # at the start, they mean something to Python
    return f"{name}_" if name in _RESERVED_ARGUMENTS else _python_word(name)


def field_name(name: str) -> str:
    """A field of a named tuple, ex) ``count`` → ``count_``."""
    return f"{name}_" if name in _RESERVED_FIELDS else name


def upper_snake_case(name: str) -> str:
    """An enumerator as a member, ex) ``UnknownResource`` → ``UNKNOWN_RESOURCE``.

    A word begins where a capital follows a small letter or digit, as scripts know it: ``NoCFindHandler`` is
    ``NO_CFIND_HANDLER``.
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def member_name(c_name: str, c_enum: str) -> str:
    """A member of an enumeration, ex) ``OrthancPluginHttpMethod_Get`` → ``GET``."""
    name = upper_snake_case(c_name.removeprefix(f"{c_enum}_"))
    if name in _RESERVED_MEMBERS:
        return f"{name}_"
    return name if name.isidentifier() else f"_{name}"


def upper_camel_case(c_name: str) -> str:
    """A field as the key of a dict, ex) ``minMultiplicity`` → ``MinMultiplicity``."""
    return _python_word(c_name[:1].upper() + c_name[1:])


def file_name(name: str) -> str:
    """A part of a file's name, ex) ``RestOutput`` → ``rest_output``."""
    return re.sub(r"[^a-z0-9]+", "_", snake_case(name)).strip("_")[:_FILE_NAME] or "other"


def identifier(text: str) -> str:
    """Any text as a part of an identifier, ex) ``DICOM callbacks`` → ``DICOM_callbacks``."""
    return re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_")[:_FILE_NAME] or "Other"


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or with an underscore where it is taken."""
    return free_name(f"{name}_", taken) if name in taken else name


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, numbered where files of a system that ignores case would be the same."""
    taken: set[str] = set()
    result: list[str] = []
    for name in names:
        choices = (name if n == 1 else f"{name}_{n}" for n in itertools.count(1))
        result.append(next(choice for choice in choices if choice.lower() not in taken))
        taken.add(result[-1].lower())
    return tuple(result)


def english_list(items: Sequence[str]) -> str:
    """Items as a sentence names them, ex) ``POST and PUT``."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
