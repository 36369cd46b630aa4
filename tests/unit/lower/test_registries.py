"""The registries of the core: callbacks that share one registration."""

from __future__ import annotations

from orthanc_codegen.lower.registries import NO_REGISTRY
from orthanc_codegen.plan.limits import LAST_REGISTRY

from ...headers.bare import function
from .snippets import plan

_TYPES = "".join(f"typedef void (*OrthancPlugin{name}) (int32_t x);\n" for name in ("Ring", "Hum", "Hum2"))


def registries(*functions: str) -> dict[str, int]:
    """Plan functions; return the registries of their callback types."""
    return {c.name: c.registry for c in plan(_TYPES + "".join(functions)).callbacks}


def test_each_kind_of_callback_has_one() -> None:
    bells = registries(
        function("RegisterRing", "OrthancPluginRing f"), function("RegisterHum", "OrthancPluginHum f")
    )
    assert bells == {"Ring": 1, "Hum": 2}


def test_versions_of_a_function_and_functions_for_one_type_share_one() -> None:
    bells = registries(
        function("RegisterHum", "OrthancPluginHum f"),
        function("RegisterRing", "OrthancPluginRing f"),
        function("RegisterHum2", "OrthancPluginHum2 f"),
        function("RegisterBoth", "OrthancPluginRing a, OrthancPluginHum2 b"),
    )
    assert bells == {"Hum": 1, "Hum2": 1, "Ring": 1}


def test_what_nothing_registers_has_none() -> None:
    assert registries(function("Call", "OrthancPluginRing f")) == {"Ring": NO_REGISTRY}


def test_the_last_one_is_shared() -> None:
    names = [f"Bell{'x' * n}" for n in range(1, LAST_REGISTRY + 4)]
    types = "".join(f"typedef void (*OrthancPlugin{name}) (int32_t x);\n" for name in names)
    functions = "".join(function(f"Register{name}", f"OrthancPlugin{name} f") for name in names)
    numbers = [c.registry for c in plan(types + functions).callbacks]
    assert numbers == [*range(1, LAST_REGISTRY), *[LAST_REGISTRY] * 4]
