"""Fixtures: the header, the plan, the built module and its stand-in core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from orthanc_codegen import pipeline, sdk
from orthanc_codegen.ir import Header
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import ModulePlan

from .. import interface
from ..sharing import once
from .harness.bench import Bench, import_copy, import_module
from .harness.firing import CALL_THREAD, CoreThreads, build_call_thread
from .harness.isolation import Isolation


@pytest.fixture(scope="session")
def header(plugin: Path) -> Header:
    """Parse the header that the module was built with: the copy beside it, or that of the default release."""
    copy = plugin.parent / "sdk" / "orthanc" / "OrthancCPlugin.h"
    if not copy.is_file() or copy.read_bytes() == interface.source().text:
        return interface.header()
    # Parsed in this process: under a sanitizer, it exceeds the memory limit of the process for user headers.
    return sdk.dated(parse_header(copy.read_bytes(), str(copy)), pipeline.interface())


@pytest.fixture(scope="session")
def plan(header: Header) -> ModulePlan:
    """Return the plan of the module."""
    return interface.plan() if header is interface.header() else pipeline.plan_for(header)


@pytest.fixture(scope="session")
def module_file(plugin: Path) -> Path:
    """Return the built module, or that of an installed wheel."""
    built = plugin / "orthanc-python" / "orthanc.abi3.so"
    return built if built.exists() else plugin.parent / "orthanc.abi3.so"


@pytest.fixture(scope="session")
def call_thread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the helper that starts threads of the core."""
    return once(tmp_path_factory, "call_thread", build_call_thread) / CALL_THREAD


@pytest.fixture
def bench(
    module_file: Path, header: Header, plan: ModulePlan, call_thread: Path, tmp_path: Path
) -> Iterator[Bench]:
    """Attach a copy of the module, for this test only, to a stand-in core."""
    module = import_copy(module_file, tmp_path)
    with Bench.set_up(module, header, plan, CoreThreads(call_thread)) as made:
        yield made


@pytest.fixture(scope="module")
def shared_bench(module_file: Path, header: Header, plan: ModulePlan, call_thread: Path) -> Iterator[Bench]:
    """Attach the module to a stand-in core that all tests of a file share."""
    with Bench.set_up(import_module(module_file), header, plan, CoreThreads(call_thread)) as made:
        yield made


@pytest.fixture(scope="session")
def isolated(
    module_file: Path,
    call_thread: Path,
    header: Header,
    plan: ModulePlan,
    tmp_path_factory: pytest.TempPathFactory,
) -> Isolation:
    """Return a runner of scenarios in separate processes, so that a crash or hang fails one test only."""
    return Isolation(module_file, call_thread, header, plan, tmp_path_factory.mktemp("isolation"))
