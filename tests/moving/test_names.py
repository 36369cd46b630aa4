"""All names of the official plugin, and its numbers of arguments, beside those of this plugin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ..e2e.harness import RUNNER, RunningServer, Servers
from ..e2e.official import measured_plugin

# Lists functions, classes, methods, and enumerators with their values. Describes functions by their
# signature, or without one by their answer to too many arguments.
DESCRIBE = """
    import inspect, types
    names, functions = [], {}
    for name, value in vars(orthanc).items():
        if name.startswith("__"):
            continue
        names.append(name)
        if inspect.isclass(value):
            members = {m: v for m, v in vars(value).items() if not m.startswith("_")}
            for member, v in members.items():
                names.append(f"{name}.{member}" + (f"={int(v)}" if isinstance(v, int) else ""))
        if isinstance(value, types.BuiltinFunctionType):
            try:
                functions[name] = str(inspect.signature(value))
            except ValueError:
                try:
                    value(*[object()] * 20)
                except Exception as error:
                    functions[name] = str(error)
    answer = [names, functions]
"""


@dataclass(frozen=True)
class Described:
    """The names of a module, and a text about each function."""

    names: set[str]
    functions: dict[str, str]


def describe(plugin: Path, folder: Path, retired: list[RunningServer]) -> Described:
    servers = Servers(plugin, folder, retired)
    server = servers.start(RUNNER)
    names, functions = server.run(DESCRIBE)
    servers.kill(server)
    return Described(set(names), functions)


@pytest.fixture(scope="module")
def both(
    plugin: Path, tmp_path_factory: pytest.TempPathFactory, retired: list[RunningServer]
) -> Iterator[tuple[Described, Described]]:
    """Return the official module and this one."""
    official = measured_plugin()
    yield (
        describe(official, tmp_path_factory.mktemp("official"), retired),
        describe(plugin, tmp_path_factory.mktemp("ours"), retired),
    )


def test_names(both: tuple[Described, Described]) -> None:
    official, ours = both
    assert len(official.names) > 400
    assert official.names - ours.names == {
        "CreateMemoryBuffer",
        "FindMatcher.FindMatcherIsMatch",
        "ServerChunkedRequestReader",
        "StorageArea.StorageAreaCreate",
        "StorageArea.StorageAreaRead",
        "StorageArea.StorageAreaRemove",
    }
    assert {
        "FindMatcher.IsMatch",
        "StorageArea.Create",
        "StorageArea.Read",
        "StorageArea.Remove",
    } <= ours.names


def test_numbers_of_arguments(both: tuple[Described, Described]) -> None:
    official, ours = both
    compared = 0
    for name in official.functions.keys() & ours.functions.keys():
        expected = re.search(r"\((\d+) arguments expected\)", official.functions[name])
        parameters = re.findall(r"[^(), ][^,]*", ours.functions[name].strip("()"))
        required = [parameter for parameter in parameters if "=" not in parameter]
        if expected is not None:
            compared += 1
            assert len(required) <= int(expected[1]) <= len(parameters), name
    assert compared > 50
