"""Functions, callbacks and a class that no SDK has: added to a copy of its header, they work.

They need no code of their own: the generator binds them, and the tests of the SDK's functions call them.
"""

from __future__ import annotations

import functools
import mmap
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen import pipeline, sdk
from orthanc_codegen.build import BuiltPlugin, build_plugin
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.ir import Version
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import CallbackPlan, FunctionPlan, ModulePlan, Status

from ..sharing import once
from . import test_arguments, test_callbacks, test_calls, test_handles, test_registrations
from .harness.arrivals import Arrival
from .harness.bench import Bench, import_copy, import_module
from .harness.firing import CoreThreads

ROOT = Path(__file__).resolve().parents[2]
RELEASE = "1.7.0"  # old enough to compile quickly, new enough that callbacks may return bytes
ADDED = Path(__file__).with_name("made_up.h").read_text()
END = "#ifdef __cplusplus\n}\n#endif"
LAST_SERVICE = "    _OrthancPluginService_INTERNAL "
FIRST_NUMBER = 9001  # of the services; larger than any number of the SDK
FUNCTIONS = [
    "CreateKettle",
    "Kettle.Pour",
    "Kettle.GetKettleTemperature",
    "InviteToTea",
    "DescribeTea",
    "LookIntoRoom",
    "RegisterOnBoilCallback",
    "RegisterTasteCallback",
    "RegisterFillCupCallback",
    "RegisterTeaHouse",
]
CALLBACKS = ["OnBoilCallback", "TasteCallback", "FillCupCallback", "TeaHouseIsOpen", "TeaHouseServe"]
SLOTTED = CALLBACKS[:3]
every_function = pytest.mark.parametrize("name", FUNCTIONS)
every_callback = pytest.mark.parametrize("name", CALLBACKS)


def header_with_additions() -> str:
    """Add the declarations to a copy of the header, and their services to the enumeration."""
    text = sdk.text_of_view(sdk.interface_header().read_text(encoding="utf-8"), Version.parse(RELEASE))
    names = sorted(set(re.findall(r"_OrthancPluginService_\w+", ADDED)))
    services = "".join(f"{name} = {number},\n" for number, name in enumerate(names, FIRST_NUMBER))
    assert text.count(END) == text.count(LAST_SERVICE) == 1
    return text.replace(LAST_SERVICE, f"{services}{LAST_SERVICE}").replace(END, f"{ADDED}\n{END}")


@functools.cache
def made_up_source() -> pipeline.Source:
    text = header_with_additions().encode()
    return pipeline.Source(parse_header(text, "made_up.h"), text)


@functools.cache
def made_up_plan() -> ModulePlan:
    return pipeline.plan_for(made_up_source().header)


def function_plan(name: str) -> FunctionPlan:
    (found,) = (f for f in made_up_plan().every_function if f.qualified_name == name)
    return found


def callback_plan(name: str) -> CallbackPlan:
    (found,) = (c for c in made_up_plan().callbacks if c.name == name)
    return found


@pytest.fixture(scope="module")
def made_up_module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the plugin for the header with the additions; later runs of the tests find it in `build`."""
    folder = ROOT / "build" / "made_up"
    once(tmp_path_factory, "made_up", lambda _: build_plugin(made_up_source(), folder, "Debug", print))
    return BuiltPlugin(folder / "plugin").module


@pytest.fixture(scope="module")
def shared_bench(made_up_module: Path, call_thread: Path) -> Iterator[Bench]:
    """Attach the module of that plugin to a stand-in core."""
    module = import_module(made_up_module)
    with Bench.set_up(module, made_up_source().header, made_up_plan(), CoreThreads(call_thread)) as made:
        yield made


@pytest.fixture
def bench(made_up_module: Path, call_thread: Path, tmp_path: Path) -> Iterator[Bench]:
    """Attach a copy of the module, for this test only."""
    module = import_copy(made_up_module, tmp_path)
    with Bench.set_up(module, made_up_source().header, made_up_plan(), CoreThreads(call_thread)) as made:
        yield made


def test_rules_bind_all_of_it() -> None:
    added = set(re.findall(r"\b(OrthancPlugin\w+)\(\n", ADDED))
    assert len(added) == len(FUNCTIONS) + 1  # one frees a kettle
    report = Coverage.of(made_up_plan())
    statuses = {f.name: f.status for f in report.functions if f.name in added}
    assert set(statuses) == added
    assert set(statuses.values()) == {Status.AUTOMATIC}
    before = Coverage.of(pipeline.plan_for(pipeline.load(RELEASE).header))
    assert report.total == before.total + len(added)


@every_function
@pytest.mark.parametrize("choose", [test_calls.by_position, test_calls.by_keyword])
def test_good_arguments(shared_bench: Bench, name: str, choose: test_calls.Choice) -> None:
    test_calls.test_good_arguments(shared_bench, function_plan(name), choose)


@every_function
def test_bad_arguments(shared_bench: Bench, name: str) -> None:
    function = function_plan(name)
    for index in range(len(function.arguments)):
        test_arguments.test_bad_value(shared_bench, function, index)
    if function.arguments:
        test_arguments.test_wrong_number_of_arguments(shared_bench, function)


@every_function
def test_errors_of_the_core(shared_bench: Bench, name: str) -> None:
    test_calls.test_the_core_refuses(shared_bench, function_plan(name))


@every_function
def test_signatures(shared_bench: Bench, name: str) -> None:
    test_calls.test_signature_and_documentation(shared_bench, function_plan(name))


@every_callback
def test_what_the_callable_gets(bench: Bench, name: str) -> None:
    test_callbacks.test_what_the_callable_gets(bench, callback_plan(name))


@every_callback
@pytest.mark.parametrize("error", test_callbacks.EXCEPTIONS, ids=lambda e: type(e).__name__)
def test_exceptions(bench: Bench, name: str, error: BaseException) -> None:
    test_callbacks.test_exceptions(bench, callback_plan(name), error)


@pytest.mark.parametrize("name", SLOTTED)
def test_several_registrations(bench: Bench, name: str) -> None:
    test_registrations.test_callbacks_are_refused_after_the_end(bench, callback_plan(name))


def test_the_class(shared_bench: Bench) -> None:
    test_handles.test_cannot_be_made(shared_bench, "Kettle")
    test_handles.test_cannot_be_derived_from_or_changed(shared_bench, "Kettle")
    with shared_bench.orthanc.CreateKettle(2, "mine") as kettle:
        assert repr(kettle) == "<orthanc.Kettle, owned>"
        assert shared_bench.core.requests[-1].fields["litres"] == 2
    assert shared_bench.core.freed[-1] == shared_bench.core.given[-1]


def test_a_kettle_that_is_lent_is_closed_afterwards(bench: Bench) -> None:
    kept: list[Any] = []

    def on_boil(kettle: Any, _room: str, _minutes: int) -> None:
        kettle.GetKettleTemperature()
        kept.append(kettle)

    bench.orthanc.RegisterOnBoilCallback(on_boil, 3)
    address = bench.core.requests[-1].fields["callback"]
    assert bench.fire("OnBoilCallback", address, bench.core.new_handle(), "kitchen", 4) == 0
    with pytest.raises(ValueError, match="is closed"):
        kept[0].GetKettleTemperature()


def test_a_callback_whose_server_goes_during_the_conversion_is_not_registered(bench: Bench) -> None:
    class Restarting:
        def __index__(self) -> int:
            bench.detach()
            bench.attach()
            return 3

    with pytest.raises(bench.orthanc.OrthancException, match="the server stopped while the arguments"):
        bench.orthanc.RegisterOnBoilCallback(print, Restarting())
    assert bench.core.asked("RegisterOnBoilCallback") == []


def test_the_results_of_a_callback_reach_the_core(bench: Bench) -> None:
    tea = bench.orthanc.Tea.EARL_GREY
    bench.orthanc.RegisterTasteCallback("me", lambda _cup, _tea: (9, tea, b"\0fine"))
    address = bench.core.requests[-1].fields["callback"]
    arrival = Arrival(bench, callback_plan("TasteCallback"))
    assert bench.fire("TasteCallback", address, *arrival.arguments) == 0
    assert arrival.outputs["rating"].value == 9
    assert arrival.outputs["guess"].value == tea == 2
    note = arrival.outputs["note"]
    assert note.size == 5
    bench.core.memory.take_back(note.data)


def test_a_size_that_c_cannot_hold_is_refused(bench: Bench) -> None:
    lake = mmap.mmap(-1, 2**32 + 1)  # uses no memory, since it is not read
    bench.orthanc.RegisterFillCupCallback(lambda _prices: lake)
    address = bench.core.requests[-1].fields["callback"]
    arrival = Arrival(bench, callback_plan("FillCupCallback"))
    assert bench.fire("FillCupCallback", address, *arrival.arguments) == test_callbacks.PLUGIN_ERROR
    assert "has 4294967297 bytes, but the SDK accepts at most 4294967295" in bench.core.logged("error")
    assert not arrival.outputs["content"].value


def test_an_object_serves(bench: Bench) -> None:
    class House:
        def is_open(self, hour: int) -> bool:
            return hour > 8

        def serve(self, guest: str, tea: Any) -> int:
            assert type(tea) is bench.orthanc.Tea
            return len(guest)

    bench.orthanc.RegisterTeaHouse("/tea", House())
    fields = bench.core.requests[-1].fields
    house = fields["house"]
    assert [bench.fire("TeaHouseIsOpen", fields["isOpen"], house, hour) for hour in (8, 9)] == [0, 1]
    with pytest.raises(TypeError, match=r"must have the method is_open\(\)"):
        bench.orthanc.RegisterTeaHouse("/tea", object())


def test_stubs_and_docs_have_it() -> None:
    files = pipeline.files_for(made_up_source().header)
    stub = files["orthanc.pyi"]
    assert "class _RegisterTeaHouseHouse(Protocol):" in stub
    assert "class LookIntoRoomResult(NamedTuple):" in stub
    assert "def Pour(self, tea: Tea, milk: _Bytes) -> bytes:" in stub
    assert "Kettle" in files["docs/classes.rst"]
