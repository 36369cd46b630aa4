"""Every callback of the module: its exact signature passes, and each mistake with it is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from orthanc_codegen.check.interface import CallbackShape, Function

from .checking import found, interface

REGISTRARS = sorted(name for name, f in interface().functions.items() if f.callables)
PROTOCOLS = sorted(
    (function.name, protocol)
    for function in interface().functions.values()
    for protocol in function.protocols.values()
)


def signature(shape: CallbackShape, *, without: str = "", first: str = "") -> str:
    """Return the parameters that a callback must have."""
    names = [p.name for p in shape.parameters if not p.keyword]
    keywords = [f"{p.name}=None" if p.condition else p.name for p in shape.parameters if p.keyword]
    parts = [*([first] if first else []), *names, *(["*"] if keywords else []), *keywords]
    parts = [part for part in parts if part.partition("=")[0] != without]
    return ", ".join(part for part in parts if part != "*" or parts[-1] != "*")


def callbacks(function: Function) -> list[tuple[str, CallbackShape]]:
    return [(parameter, interface().callbacks[name]) for parameter, name in function.callables.items()]


def script(function: Function, *, without: str = "", body: str = "pass") -> str:
    """Return a script that registers functions of its own with one function of the module."""
    made = [
        f"def on_{parameter}({signature(shape, without=without)}):\n    {body}\n"
        for parameter, shape in callbacks(function)
    ]
    given = [f"{p}=on_{p}" if p in function.callables else f"{p}=None" for p in function.parameters]
    return "import orthanc\n\n" + "\n".join([*made, f"orthanc.{function.name}({', '.join(given)})\n"])


def codes(folder: Path, text: str) -> set[str]:
    return {code for _, code in found(folder, text)}


@pytest.mark.parametrize("name", REGISTRARS)
def test_exact_signatures(name: str, tmp_path: Path) -> None:
    assert found(tmp_path, script(interface().functions[name])) == []


def removable() -> Iterator[tuple[str, str]]:
    for name in REGISTRARS:
        for _, shape in callbacks(interface().functions[name]):
            yield from ((name, parameter.name) for parameter in shape.parameters)


@pytest.mark.parametrize(("name", "parameter"), sorted(set(removable())))
def test_missing_parameters(name: str, parameter: str, tmp_path: Path) -> None:
    assert codes(tmp_path, script(interface().functions[name], without=parameter)) == {"callback-signature"}


def borrowed() -> Iterator[tuple[str, str]]:
    for name in REGISTRARS:
        for _, shape in callbacks(interface().functions[name]):
            yield from ((name, p.name) for p in shape.parameters if p.handle is not None)


@pytest.mark.parametrize(("name", "handle"), sorted(set(borrowed())))
def test_kept_handles(name: str, handle: str, tmp_path: Path) -> None:
    function = interface().functions[name]
    receiving = {p for p, shape in callbacks(function) if handle in {q.name for q in shape.parameters}}
    text = script(function, body=f"KEPT.append({handle})")
    lines = [line for line, code in found(tmp_path, text) if code == "kept-handle"]
    assert len(lines) == len(receiving)


@pytest.mark.parametrize("name", [name for name in REGISTRARS if interface().functions[name].registry])
def test_registrations_of_the_same_kind(name: str, tmp_path: Path) -> None:
    function = interface().functions[name]
    text = script(function, body=f"orthanc.{name}")
    locked = any(shape.registry for _, shape in callbacks(function))
    assert ("late-registration" in codes(tmp_path, text)) is locked


@pytest.mark.parametrize(("name", "protocol"), PROTOCOLS)
def test_methods_of_objects(name: str, protocol: str, tmp_path: Path) -> None:
    methods = interface().protocols[protocol].methods
    wrong = {shape.name: f"def {shape.name}(): pass" for shape in methods}
    right = {shape.name: f"def {shape.name}({signature(shape, first='self')}): pass" for shape in methods}
    for chosen in ("", *wrong):
        lines = [wrong[method] if method == chosen else right[method] for method in right]
        text = "\n    ".join(["import orthanc\nclass Own:", *lines]) + f"\northanc.{name}(Own())\n"
        expected = (
            {"callback-signature"}
            if chosen and any(s.name == chosen and s.parameters for s in methods)
            else set()
        )
        assert codes(tmp_path, text) == expected, chosen
