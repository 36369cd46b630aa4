"""One test's bench: the module, a stand-in that it is attached to, and what the plan says of both."""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import itertools
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.machinery import ExtensionFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

from orthanc_codegen.ir import Header
from orthanc_codegen.plan import CallbackPlan, FunctionPlan, ModulePlan

from .firing import CoreThreads, HttpRequest, fire
from .memory import encode
from .standin import StandInCore

_copies = itertools.count()


def import_module(file: Path) -> ModuleType:
    """Import the module from a file; each file has its own slots, classes and core."""
    loader = ExtensionFileLoader("orthanc", str(file))
    spec = importlib.util.spec_from_loader("orthanc", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def import_copy(file: Path, folder: Path) -> ModuleType:
    """Import a copy of the module that shares nothing with those imported before."""
    copy = folder / f"copy{next(_copies)}" / file.name
    copy.parent.mkdir()
    shutil.copy(file, copy)
    return import_module(copy)


def functions_of(plan: ModulePlan) -> list[FunctionPlan]:
    """List every function and method of a plan."""
    functions = [function for group in plan.groups for function in group.functions]
    return functions + [method for cls in plan.classes for method in cls.methods]


@dataclass
class Bench:
    """The module attached to a stand-in core."""

    orthanc: Any  # the module
    core: StandInCore
    header: Header
    plan: ModulePlan
    threads: CoreThreads
    _lent: dict[str, tuple[int, list[Callable[[Any], object]]]] = field(default_factory=dict)

    @classmethod
    @contextlib.contextmanager
    def set_up(
        cls, module: ModuleType, header: Header, plan: ModulePlan, threads: CoreThreads, **options: Any
    ) -> Iterator[Bench]:
        """Attach a new core for a while; afterwards it must have nothing to complain about."""
        assert module.__file__ is not None
        core = StandInCore(header, module.__file__, **options)
        core.attach()
        try:
            yield cls(module, core, header, plan, threads)
        finally:
            core.detach()
        assert not core.problems, "\n".join(core.problems)
        assert not core.memory.mistakes
        assert core.memory.outstanding == 0
        assert len(set(core.freed)) == len(core.freed), "a handle was freed twice"

    def detach(self) -> None:
        """Let the server go; it forgets all registrations."""
        self.core.detach()
        self._lent.clear()

    def attach(self) -> None:
        """Let the server come back."""
        self.core.attach()

    def callback(self, name: str) -> CallbackPlan:
        """Return the plan of a callback type by its Python name, ex) ``RestCallback``."""
        return next(callback for callback in self.plan.callbacks if callback.name == name)

    def register(self, name: str, function: Callable[..., object], *before: object) -> int:
        """Register a callable for a callback type; returns the C function that the core was given."""
        plan = self.callback(name)
        known = len(self.core.requests)
        getattr(self.orthanc, plan.registrar)(*before, function)
        request = self.core.requests[known]
        return int(request.fields[self.core.field_of_type(request.service, plan.c_name)])

    def register_rest(self, function: Callable[..., object], route: str = "/route") -> int:
        """Register a REST callback."""
        return self.register("RestCallback", function, route)

    def is_deferred(self, plan: CallbackPlan) -> bool:
        """Whether the core does not wait for the callable, which runs later on a thread of the module."""
        return any("Defer(" in statement for statement in plan.result.run)

    @staticmethod
    def until(condition: Callable[[], object]) -> None:
        """Wait until something is the case, or fail."""
        end = time.monotonic() + 10
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.001)

    def fire(self, name: str, address: int, *arguments: int | str | None) -> Any:
        """Call a callback on this thread; text becomes C text."""
        return fire(self.core.layouts, self.callback(name).c_name, address, self._c(arguments))

    def fire_on_core_thread(self, address: int, *arguments: int | str | None, **options: int) -> int:
        """Call a callback on a thread of the core."""
        return self.threads.fire(address, self._c(arguments), **options)

    def _c(self, arguments: tuple[int | str | None, ...]) -> list[int | None]:
        return [self.core.memory.lend(encode(a)) if isinstance(a, str) else a for a in arguments]

    def rest_arguments(self, uri: str = "/route", **request: Any) -> tuple[int, str, int]:
        """Make the C arguments of a REST callback."""
        address = HttpRequest(self.core.layouts, self.core.memory, **request).address
        return self.core.new_handle(), uri, address

    def lend(self, class_name: str, body: Callable[[Any], object]) -> None:
        """Run `body` with a handle of a class: one that a function gives, or one that a callback lends."""
        for function in functions_of(self.plan):
            if function.bound_self is None and function.returns.annotation == class_name:
                body(self._create(function))
                return
        if not self.borrow(class_name, body):
            body(self._forge(class_name))

    def borrow(self, class_name: str, body: Callable[[Any], object]) -> bool:
        """Run `body` with a handle that a callback lends; False where none lends any."""
        for callback in self.plan.callbacks:
            for borrow in callback.borrows:
                if borrow.class_name == class_name:
                    self._borrow(callback, borrow.local, body)
                    return True
        return False

    def _create(self, function: FunctionPlan) -> Any:
        from .values import good_arguments  # which needs handles itself

        arguments = [argument.python for argument in good_arguments(self, function)]
        return getattr(self.orthanc, function.name)(*arguments)

    def _borrow(self, callback: CallbackPlan, local: str, body: Callable[[Any], object]) -> None:
        """Run `body` inside a callback; one registration serves all loans of a callback type."""
        place = next(i for i, a in enumerate(callback.arguments) if a.to_python == f"{local}.ToPython()")
        errors: list[BaseException] = []

        def run(handle: Any) -> None:
            try:
                body(handle)
            except BaseException as error:
                errors.append(error)

        address, bodies = self._lender(callback, place)
        bodies.append(run)
        fire(self.core.layouts, callback.c_name, address, self._plain_arguments(callback))
        if errors:
            raise errors[0]

    def _lender(self, callback: CallbackPlan, place: int) -> tuple[int, list[Callable[[Any], object]]]:
        key = f"{callback.name}.{place}"
        if key not in self._lent:
            bodies: list[Callable[[Any], object]] = []
            before = ["/lend"] if callback.name == "RestCallback" else []
            address = self.register(callback.name, lambda *a, **_k: bodies.pop()(a[place]), *before)
            self._lent[key] = address, bodies
        return self._lent[key]

    def _plain_arguments(self, callback: CallbackPlan) -> list[int | None]:
        """Make C arguments of which only the handles matter."""
        if callback.name == "RestCallback":
            return self._c(self.rest_arguments())
        return [
            self.core.new_handle() if "Plugin" in spelling and "*" in spelling else None
            for spelling, _ in callback.c_parameters
        ]

    def _forge(self, class_name: str) -> Any:
        """Turn a handle of another class into one of a class of which nothing makes handles yet."""
        donor = self.orthanc.CreateImage(1, 1, 1)
        target = getattr(self.orthanc, class_name)
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(target))
        ctypes.c_void_p.from_address(
            id(donor) + object.__basicsize__ - ctypes.sizeof(ctypes.c_void_p)
        ).value = id(target)
        return donor
