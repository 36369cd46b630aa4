"""A stand-in for the Orthanc core: a context whose services are implemented in Python."""

from __future__ import annotations

import ctypes
import itertools
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .description import Description
from .layout import Layouts, pointee_of
from .memory import Memory
from .request import Request

SUCCESS = 0
LOGS = {"LogError": "error", "LogWarning": "warning", "LogInfo": "info"}
_INVOKE = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p)
_RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)

Handler = Callable[[Request], int | None]


class Startup(ctypes.Structure):
    """The C struct OrthancPythonStartup of plugin_runtime/startup.h."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("context", ctypes.c_void_p),
        ("program", ctypes.c_char_p),
        ("script", ctypes.c_char_p),
        ("verbose", ctypes.c_int32),
        ("worker_threads", ctypes.c_int32),
        ("stop_timeout", ctypes.c_int32),
        ("http_port", ctypes.c_int32),
        ("dicom_port", ctypes.c_int32),
    )


class StandInCore:
    """A core that records its requests, and answers as a test configures."""

    def __init__(self, description: Description, module_file: str, version: str = "") -> None:
        self.layouts = Layouts(description)
        self.memory = Memory()
        self.requests: list[Request] = []  # except those that free handles
        self.log: list[tuple[str, str]] = []
        self.freed: list[int] = []  # handles that the module freed
        self.given: list[int] = []  # handles that the core made
        self.handed_over: list[int] = []  # handles that callbacks returned to the core
        self.problems: list[str] = []  # errors in the stand-in or its handlers
        self.handlers: dict[str, Handler] = {}
        self.worker_threads = 0  # the option of the loader, for the next start
        self.default: Handler | None = None  # for services without a handler
        self._numbers = itertools.count(0x7000_0000, 0x100)
        self._services = {service.number: service for service in description.services.values()}
        # Both functions must live as long as the context, which must live until the module is detached.
        self._invoke, self._free = _INVOKE(self._on_invoke), _RELEASE(self._on_free)
        self._manager = self.memory.lend(b"manager")
        self._context = self.layouts.struct("OrthancPluginContext")(
            pluginsManager=self._manager,
            Free=ctypes.cast(self._free, ctypes.c_void_p),
            InvokeService=ctypes.cast(self._invoke, ctypes.c_void_p),
        )
        self.set_version(version or description.sdk)
        self._library = ctypes.PyDLL(module_file)

    def set_version(self, version: str) -> None:
        """Set the release that the module sees at the next attach."""
        self.version = ctypes.c_char_p(version.encode())
        self._context.orthancVersion = ctypes.cast(self.version, ctypes.c_void_p)

    def field_of_type(self, service: str, callback: str) -> str:
        """Return the field of a service's block that holds a callback type, ex) ``handler``."""
        description = self.layouts.description
        fields = description.structs.get(description.services[service].block, ())
        return next(name for name, ctype in fields if ctype == callback)

    def attach(self) -> None:
        """Attach the module to this core."""
        self.start(ctypes.addressof(self._context))

    def detach(self) -> None:
        """Detach the module from its core."""
        self.start(None)

    def start(self, context: int | None) -> None:
        """Attach the module to the core of a context."""
        assert self._start(context, None) == SUCCESS

    def start_script(self, script: Path) -> int:
        """Start the module with a script, as the loader does; return the error code."""
        return self._start(ctypes.addressof(self._context), bytes(script))

    def _start(self, context: int | None, script: bytes | None) -> int:
        startup = Startup(ctypes.sizeof(Startup), context, None, script, 0, self.worker_threads, 0, 0, 0)
        return int(self._library.OrthancPythonStart(ctypes.byref(startup)))

    def answer_in_c(
        self,
        function: ctypes.c_void_p | int | None,
        free: ctypes.c_void_p | int | None = None,
        manager: int | None = None,
    ) -> None:
        """Answer all services with a C function, and free memory with another; None restores this object."""
        self._context.InvokeService = function or ctypes.cast(self._invoke, ctypes.c_void_p)
        self._context.Free = free or ctypes.cast(self._free, ctypes.c_void_p)
        self._context.pluginsManager = manager or self._manager

    def on(self, service: str, handler: Handler) -> None:
        """Answer one service with a function that fills outputs and returns an error code or None."""
        assert service in self.layouts.description.services, f"no service {service}"
        self.handlers[service] = handler

    def fail(self, service: str, code: int) -> None:
        """Make one service fail."""
        self.on(service, lambda _request: code)

    def new_handle(self) -> int:
        """Return the address of a new object of the core; it must not be dereferenced."""
        self.given.append(next(self._numbers))
        return self.given[-1]

    def forget(self) -> None:
        """Forget the requests, logs and handles so far."""
        for record in (self.requests, self.log, self.given, self.freed):
            record.clear()

    def asked(self, service: str) -> list[Request]:
        """Return the requests for one service so far."""
        return [request for request in self.requests if request.service == service]

    def logged(self, level: str) -> str:
        """Return the log at a level, as one text."""
        return "\n".join(text for kind, text in self.log if kind == level)

    def _on_free(self, address: int | None) -> None:
        self.memory.take_back(address)

    def _on_invoke(self, context: int, number: int, parameters: int | None) -> int:
        try:
            assert context == ctypes.addressof(self._context), "the module passed another context"
            service = self._services[number]
            return self._answer(service.frees, Request(self, service.name, service.block, parameters))
        except BaseException:
            self.problems.append(traceback.format_exc())
            return -1

    def _answer(self, frees: bool, request: Request) -> int:
        if request.service in LOGS:
            self.log.append((LOGS[request.service], request.fields["argument"]))
            return SUCCESS
        if frees:  # may occur at any time, since the garbage collector frees handles
            self.freed += request.fields.values()
        else:
            self.requests.append(request)
        handler = self.handlers.get(request.service, self.default or self.fill_all)
        return handler(request) or SUCCESS

    def fill_all(self, request: Request) -> None:
        """Allocate memory of the requested size, or fill every output with a different value."""
        if request.service.startswith("CreateMemoryBuffer"):
            request.fill("target", bytes(request.fields["size"]))
            return
        for index, (name, pointee) in enumerate(request.outputs.items(), start=1):
            request.fill(name, self._value(name, pointee, index))

    def _value(self, name: str, pointee: str, index: int) -> Any:
        layouts = self.layouts
        inner = pointee_of(pointee)
        if inner is not None and inner.type == "char":
            return f"ünï-{name}"
        if inner is not None:
            return b"\0\xff" + name.encode() if inner.type == "void" else self.new_handle()
        if layouts.is_buffer(pointee):
            return b'{"key": "value"}' if name.endswith("Headers") else b"\0\xff" + name.encode()
        if layouts.is_struct(pointee):
            return {field: 10 + i for i, (field, _) in enumerate(layouts.description.structs[pointee])}
        if pointee in layouts.description.enums:
            return list(layouts.description.enums[pointee].values())[-2]
        return 0.5 if pointee in ("float", "double") else index
