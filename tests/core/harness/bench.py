"""The bench of a test: the module, the stand-in core it is attached to, and the plan of both."""

from __future__ import annotations

import contextlib
import ctypes
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

from orthanc_codegen.ir import Header
from orthanc_codegen.plan import CallbackArgumentPlan, CallbackPlan, FunctionPlan, ModulePlan
from orthanc_codegen.plan.conversions import Callback, Payload
from orthanc_testing.inprocess.memory import encode
from orthanc_testing.inprocess.module import import_copy, import_module

from .firing import CoreThreads, HttpRequest, fire
from .plans import callback_types, class_given_by, class_of, is_deferred, makes_payload
from .standin import StandInCore, fill_all

__all__ = ["Bench", "import_copy", "import_module"]

_PAYLOAD_FIELDS = ("job", "payload", "backend", "answer", "request", "dicomWebPayload")


def _payload_field(request: Any, plan: CallbackPlan) -> int | None:
    """Return the payload in a request; if there are several, the one that the callback names."""
    member = plan.payload.parameter if plan.payload else ""
    return request.fields.get(member) or next(
        (v for n, v in request.fields.items() if n in _PAYLOAD_FIELDS and v), None
    )


def served_by(module: ModulePlan, plan: CallbackPlan, function: Callable[..., object]) -> Any:
    """Make an object with the callable as its method, or return the callable if no object is needed."""
    if plan.payload is None or not plan.payload.method:
        return function
    for protocol in module.protocols:
        methods = {m.payload.method for m in protocol.methods if m.payload}
        if protocol.registrar == plan.registrar and plan.payload.method in methods:
            nothing: dict[str, Any] = dict.fromkeys(methods, lambda *_a, **_k: None)
            return SimpleNamespace(**{**nothing, plan.payload.method: function})
    raise AssertionError(f"{plan.name} belongs to no protocol")


@dataclass
class Bench:
    """The module attached to a stand-in core."""

    orthanc: Any  # the module
    core: StandInCore
    header: Header
    plan: ModulePlan
    threads: CoreThreads
    arrival: Any = None  # of the last callback that passed a borrowed handle
    addresses: dict[int, int] = field(default_factory=dict)  # of the core's objects, by the id() of a handle
    payloads: dict[int, Any] = field(default_factory=dict)  # the objects that the core keeps, by address
    _registered: dict[str, int] = field(default_factory=dict)  # addresses of payloads, by callback
    _lent: dict[str, tuple[int, list[Callable[[Any], object]]]] = field(default_factory=dict)

    @classmethod
    @contextlib.contextmanager
    def set_up(
        cls, module: ModuleType, header: Header, plan: ModulePlan, threads: CoreThreads, **options: Any
    ) -> Iterator[Bench]:
        """Attach a new core for the duration of a block, and check afterwards that it reports no problems."""
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
        """Detach the server; this drops all registrations."""
        self.core.detach()
        self._lent.clear()
        self._registered.clear()

    def attach(self) -> None:
        """Attach the server again."""
        self.core.attach()

    def callback(self, name: str) -> CallbackPlan:
        """Return the plan of a callback type by its Python name, ex) ``RestCallback``."""
        return next(callback for callback in self.plan.callbacks if callback.name == name)

    def register(self, name: str, function: Callable[..., object], *before: object) -> int:
        """Register a callable for a callback type; return the C function that the core received."""
        plan = self.callback(name)
        taker = next(f for f in self.plan.every_function if f.name == plan.registrar)
        given = self._given(taker, plan, function)
        object_ = next(
            (given[a.name] for a in taker.arguments if isinstance(a.conversion, Payload)),
            served_by(self.plan, plan, function),
        )
        if before:
            given[taker.arguments[0].name] = before[0]
        known = len(self.core.requests)
        getattr(self.orthanc, plan.registrar)(**given)
        request = self.core.requests[known]
        if plan.payload is not None:
            self._note_payload(plan, request, object_)
        return int(request.fields[self.core.field_of_type(request.service, plan.c_name)])

    def register_during(
        self, plan: CallbackPlan, function: Callable[..., object], serve: Callable[[Any, int], None]
    ) -> None:
        """Call the function that takes a callback; `serve` is called by the core during it."""
        service = next(
            f.service.removeprefix("_OrthancPluginService_")
            for f in self.header.functions
            if f.service and plan.c_name in callback_types(f.parameters)
        )
        called: list[int] = []

        def handle(request: Any) -> None:
            if not called:
                called.append(1)
                payload = _payload_field(request, plan)
                if payload:
                    self._registered[plan.name] = payload
                serve(request, int(request.fields[self.core.field_of_type(service, plan.c_name)]))
            fill_all(request)

        self.core.on(service, handle)
        taker = next(f for f in self.plan.every_function if f.name == plan.registrar)

        def call(target: Any) -> None:
            given = self._given(taker, plan, function)
            getattr(target, plan.registrar)(**given)

        if taker.bound_self is None:
            call(self.orthanc)
        else:
            self.lend(taker.bound_self.handle.name, call)

    def _given(
        self, taker: FunctionPlan, plan: CallbackPlan, function: Callable[..., object]
    ) -> dict[str, Any]:
        """Make the arguments of the function that takes a callback, and insert the callable."""
        from .values import good_arguments  # avoids a cycle: it needs handles

        given = {a.name: a.python for a in good_arguments(self, taker)}
        member = plan.payload.parameter if plan.payload else ""
        payloads = [a for a in taker.arguments if isinstance(a.conversion, Payload)]
        placed = False
        for argument in taker.arguments:
            if isinstance(argument.conversion, Callback) and argument.conversion.c_name == plan.c_name:
                given[argument.name] = None if placed else function  # one slot is enough
                placed = True
            elif argument in payloads and plan.payload and (len(payloads) == 1 or argument.name == member):
                given[argument.name] = served_by(self.plan, plan, function)
        return given

    def _note_payload(self, plan: CallbackPlan, request: Any, object_: Any) -> None:
        """Find the payload that the core received, or call the factory that makes it."""
        address = _payload_field(request, plan)
        if address is None:
            factory = next(
                c for c in self.plan.callbacks if c.registrar == plan.registrar and makes_payload(c)
            )
            from .arrivals import Arrival

            made = self.register(factory.name, lambda *_a, **_k: object_)
            arrival = Arrival(self, factory)
            assert self.fire(factory.name, made, *arrival.arguments) == 0
            address = next(o.value for o in arrival.outputs.values())
        self.payloads[int(address)] = object_
        self._registered[plan.name] = int(address)

    def payload_of(self, plan: CallbackPlan) -> int:
        """Return the address of the payload with which the core calls a callback."""
        if plan.name not in self._registered:
            # For a callable that receives the payload as an argument, any payload of a factory will do.
            factory = next(
                c for c in self.plan.callbacks if makes_payload(c) and c.registrar in self.takers_of(plan)
            )
            from .arrivals import Arrival

            driver = object()
            address = self.register(factory.name, lambda *_a, **_k: driver)
            arrival = Arrival(self, factory)
            result = self.fire(factory.name, address, *arrival.arguments)
            if arrival.outputs:
                result = next(o.value for o in arrival.outputs.values())
            self.payloads[int(result)] = driver
            self._registered[plan.name] = int(result)
        if plan.releases is not None:
            return self._registered.pop(plan.name)
        return self._registered[plan.name]

    def takers_of(self, plan: CallbackPlan) -> set[str]:
        """Return the names of the Python functions that take a callback type."""
        c_names = {f.name for f in self.header.functions if plan.c_name in callback_types(f.parameters)}
        return {f.name for f in self.plan.every_function if f.c_name in c_names}

    def keep_payload(self, address: int) -> None:
        """Note a payload that the core received and never releases."""
        assert address

    def register_rest(self, function: Callable[..., object], route: str = "/route") -> int:
        """Register a REST callback."""
        return self.register("RestCallback", function, route)

    def is_deferred(self, plan: CallbackPlan) -> bool:
        """Whether the callable runs later on a thread of the module, and the core does not wait for it."""
        return is_deferred(plan)

    @staticmethod
    def until(condition: Callable[[], object], patience: float = 40) -> None:
        """Wait until a condition holds, or fail."""
        end = time.monotonic() + patience
        while not condition():
            assert time.monotonic() < end, "the condition did not hold in time"
            time.sleep(0.001)

    def fire(self, name: str, address: int, *arguments: int | str | None) -> Any:
        """Call a callback on this thread; text becomes C text."""
        return fire(self.core.layouts, self.callback(name).c_name, address, self._c(arguments))

    def fire_on_core_thread(self, address: int, *arguments: int | str | None, **options: Any) -> int:
        """Call a callback on a thread of the core."""
        return self.threads.fire(address, self._c(arguments), **options)

    def _c(self, arguments: tuple[int | str | None, ...]) -> list[int | None]:
        return [self.core.memory.lend(encode(a)) if isinstance(a, str) else a for a in arguments]

    def rest_arguments(self, uri: str = "/route", **request: Any) -> tuple[int, str, int]:
        """Make the C arguments of a REST callback."""
        address = HttpRequest(self.core.layouts, self.core.memory, **request).address
        return self.core.new_handle(), uri, address

    def lend(self, class_name: str, body: Callable[[Any], object], needs: str = "") -> None:
        """Run `body` with a handle of a class: one that a function returns, or one that a callback receives.

        `needs` is a type of function that the core must pass together with the handle, if any.
        """
        for function in self.plan.every_function:
            if function.bound_self is None and class_given_by(function) == class_name:
                body(self._create(function))
                return
        if not self.borrow(class_name, body, needs):
            body(self.forge(class_name))

    def borrow(self, class_name: str, body: Callable[[Any], object], needs: str = "") -> bool:
        """Run `body` with a borrowed handle in a callback; return False if no callback receives one."""
        for callback in self.plan.callbacks:
            provided = {"", *callback_types(callback.c_parameters)}
            for argument in callback.borrowed:
                if class_of(argument) == class_name and needs in provided:
                    self._borrow(callback, argument, body)
                    return True
        return False

    def _create(self, function: FunctionPlan) -> Any:
        from .values import good_arguments  # avoids a cycle: it needs handles

        arguments = [argument.python for argument in good_arguments(self, function)]
        made = getattr(self.orthanc, function.name)(*arguments)
        self.addresses[id(made)] = self.core.given[-1]
        return made

    def _borrow(
        self, callback: CallbackPlan, argument: CallbackArgumentPlan, body: Callable[[Any], object]
    ) -> None:
        """Run `body` inside a callback; one registration serves all runs for a callback type."""
        place = callback.arguments.index(argument)
        errors: list[BaseException] = []

        def run(handle: Any) -> None:
            self.addresses[id(handle)] = self.arrival.addresses[argument.places[0]]
            try:
                body(handle)
            except BaseException as error:
                errors.append(error)

        if callback.registrar.startswith(("Register", "CreateJob")):
            self._register_lenders()
            address, bodies = self._lender(callback, place)
            bodies.append(run)
            self._fire_arrival(callback, address)
        else:
            self.register_during(
                callback, lambda *a, **_k: run(a[place]), lambda _r, f: self._fire_arrival(callback, f)
            )
            self.core.handlers.clear()
        if errors:
            raise errors[0]

    def _fire_arrival(self, callback: CallbackPlan, address: int) -> None:
        from .arrivals import Arrival  # avoids a cycle: it needs the bench

        self.arrival = Arrival(self, callback)
        fire(self.core.layouts, callback.c_name, address, self.arrival.arguments)

    def _register_lenders(self) -> None:
        """Register all callbacks that receive handles, since registrations inside a callback are refused."""
        if self._lent:
            return
        for callback in self.plan.callbacks:
            for argument in callback.borrowed if callback.registrar.startswith("Register") else ():
                self._lender(callback, callback.arguments.index(argument))

    def _lender(self, callback: CallbackPlan, place: int) -> tuple[int, list[Callable[[Any], object]]]:
        key = f"{callback.name}.{place}"
        if key not in self._lent:
            bodies: list[Callable[[Any], object]] = []
            before = ["/lend"] if callback.name == "RestCallback" else []
            address = self.register(callback.name, lambda *a, **_k: bodies.pop()(a[place]), *before)
            self._lent[key] = address, bodies
        return self._lent[key]

    def forge(self, class_name: str) -> Any:
        """Change the class of a handle to one of which no handle can be made otherwise."""
        donor = self.orthanc.CreateImage(1, 1, 1)
        target = getattr(self.orthanc, class_name)
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(target))
        ctypes.c_void_p.from_address(
            id(donor) + object.__basicsize__ - ctypes.sizeof(ctypes.c_void_p)
        ).value = id(target)
        self.addresses[id(donor)] = self.core.given[-1]
        return donor
