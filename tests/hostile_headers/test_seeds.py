"""The seeds of mutations: they cover all of the interface header, and are generated without an error."""

from __future__ import annotations

import pytest

from orthanc_codegen import pipeline

from .aims import AIMS
from .building import plan_of
from .seeds import WHOLE, seeds
from .target import Outcome, survive

_SEEDS = seeds()
_GROUPS = sorted(name for name in _SEEDS if name.startswith(f"{WHOLE}-"))


@pytest.mark.parametrize("name", sorted(_SEEDS))
def test_generated_as_it_is(name: str) -> None:
    assert survive(_SEEDS[name].text, _SEEDS[name].annotations) is Outcome.GENERATED


def test_every_function_of_the_interface_is_in_a_group_and_bound_as_in_the_whole() -> None:
    whole = plan_of(_SEEDS[WHOLE].text, _SEEDS[WHOLE].annotations)
    expected = {symbol.name: symbol.status for symbol in whole.functions}
    assert set(expected) == {function.name for function in pipeline.interface().functions}
    found: dict[str, object] = {}
    for name in _GROUPS:
        plan = plan_of(_SEEDS[name].text, _SEEDS[name].annotations)
        statuses = {symbol.name: symbol.status for symbol in plan.functions}
        assert statuses == {function: expected[function] for function in statuses}, name
        assert len(statuses) < len(expected) / 4
        found |= statuses
    assert found == expected


@pytest.mark.parametrize("aim", AIMS)
def test_every_group_has_places_for_every_aim(aim: str) -> None:
    for name in _GROUPS:
        assert len(AIMS[aim].hits(_SEEDS[name].text)) > 10, name


def test_a_name_is_put_wherever_it_is_and_a_word_only_where_it_is_meant() -> None:
    text = b"/* of size */\nvoid OrthancPluginF(\n    int size)\n{ return size; }\n"
    for place in AIMS["name"].hits(text):
        assert AIMS["name"].put(text, place, b"None").count(b"None") == 3
    (place,) = AIMS["array"].hits(text)
    assert b"int size[3])" in AIMS["array"].put(text, place, b"[3]")
