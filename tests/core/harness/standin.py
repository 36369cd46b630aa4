"""A stand-in for the Orthanc core: a context whose services are implemented in Python."""

from __future__ import annotations

import ctypes
import itertools
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from orthanc_codegen.ir import (
    CallbackType,
    CharType,
    CType,
    EnumType,
    FloatType,
    Header,
    IntegerType,
    OpaqueType,
    PointerType,
    StructType,
    VoidType,
)

from .layout import Layouts, read_text
from .memory import Memory, encode

SUCCESS = 0
_FREE = "OrthancPluginFree"
_LOGS = {"LogError": "error", "LogWarning": "warning", "LogInfo": "info"}
_INVOKE = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p)
_RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)

Handler = Callable[["Request"], int | None]


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
    )


class Request:
    """One call of a service: its inputs, and where the module expects the outputs."""

    def __init__(self, core: StandInCore, service: str, block: str | None, address: int | None) -> None:
        self.core = core
        self.service = service  # ex) "RestApiGet"
        self.thread = threading.get_ident()
        self.filled: dict[str, Any] = {}
        self._types: dict[str, CType] = {}
        self.raw: dict[str, int] = {}  # pointers that are not decoded
        if block is not None and address:
            self.fields = core.layouts.read(block, address)
            struct = core.layouts.struct(block).from_address(address)
            pointers = [field[0] for field in struct._fields_ if field[1] is ctypes.c_void_p]
            self.raw = {name: getattr(struct, name) for name in pointers}
            self._collect(block)
        else:
            self.fields = {"argument": read_text(address)}

    def _collect(self, block: str) -> None:
        for field in self.core.layouts.structs[block].fields:
            if isinstance(field.type, StructType):
                self._collect(field.type.name)
            else:
                self._types[field.name] = field.type

    def type_of(self, name: str) -> str:
        """Return the callback type of a field; an empty text for a field of another type."""
        ctype = self._types.get(name)
        return ctype.name if isinstance(ctype, CallbackType) else ""

    @property
    def outputs(self) -> dict[str, CType]:
        """The outputs that the module requests: the name of each pointer, and the type that it points to."""
        wanted: dict[str, CType] = {}
        for name, ctype in self._types.items():
            match ctype:
                case PointerType(IntegerType() | FloatType() | EnumType() | StructType() as pointee, False):
                    wanted[name] = pointee
                case PointerType(PointerType(CharType() | OpaqueType() | VoidType()) as pointee, False):
                    wanted[name] = pointee
        return {name: pointee for name, pointee in wanted.items() if self.fields[name]}

    def fill(self, name: str, value: Any) -> None:
        """Fill one output: bytes, text, a number, an address, or the fields of a struct; None means NULL."""
        memory, place, pointee = self.core.memory, self.fields[name], self.outputs[name]
        self.filled[name] = value
        match pointee:
            case StructType(struct) if not isinstance(value, dict):
                layout = self.core.layouts.struct(struct)
                target = layout.from_address(place)
                target.data = None if value is None else memory.give(value)
                target.size = len(value or b"")
            case StructType(struct):
                target = self.core.layouts.struct(struct).from_address(place)
                for key, item in value.items():
                    setattr(target, key, item)
            case PointerType(CharType(), const=False):
                address = None if value is None else memory.give(encode(value) + b"\0")
                ctypes.c_void_p.from_address(place).value = address
            case PointerType(CharType()):
                address = None if value is None else memory.lend(encode(value))
                ctypes.c_void_p.from_address(place).value = address
            case PointerType(VoidType()):
                ctypes.c_void_p.from_address(place).value = None if value is None else memory.lend(value)
            case PointerType():
                ctypes.c_void_p.from_address(place).value = value
            case _:
                self.core.layouts.of(pointee).from_address(place).value = value


class StandInCore:
    """A core that records its requests, and answers as a test configures."""

    def __init__(self, header: Header, module_file: str, version: str = "") -> None:
        self.layouts = Layouts(header)
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
        self._services = _services(header)
        self._blocks = {f.service: f.block for f in header.functions if f.service}
        self._frees = {f.service for f in header.functions if f.name.startswith(_FREE) and f.service}
        # Both functions must live as long as the context, which must live until the module is detached.
        self._invoke, self._free = _INVOKE(self._on_invoke), _RELEASE(self._on_free)
        self._manager = self.memory.lend(b"manager")
        self._context = self.layouts.struct("OrthancPluginContext")(
            pluginsManager=self._manager,
            Free=ctypes.cast(self._free, ctypes.c_void_p),
            InvokeService=ctypes.cast(self._invoke, ctypes.c_void_p),
        )
        self.version = ctypes.c_char_p((version or str(header.version)).encode())
        self._context.orthancVersion = ctypes.cast(self.version, ctypes.c_void_p)
        self._library = ctypes.PyDLL(module_file)

    def field_of_type(self, service: str, callback: str) -> str:
        """Return the field of a service's block that holds a callback type, ex) ``handler``."""
        block = self._blocks[f"_OrthancPluginService_{service}"]
        fields = self.layouts.structs[block].fields if block is not None else ()
        return next(f.name for f in fields if f.type == CallbackType(callback))

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
        startup = Startup(ctypes.sizeof(Startup), context, None, script, 0, self.worker_threads, 0)
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
        assert f"_OrthancPluginService_{service}" in self._services.values(), f"no service {service}"
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
            name = service.removeprefix("_OrthancPluginService_")
            request = Request(self, name, self._blocks.get(service), parameters)
            return self._answer(service, request)
        except BaseException:
            self.problems.append(traceback.format_exc())
            return -1

    def _answer(self, service: str, request: Request) -> int:
        if request.service in _LOGS:
            self.log.append((_LOGS[request.service], request.fields["argument"]))
            return SUCCESS
        if service in self._frees:  # may occur at any time, since the garbage collector frees handles
            self.freed += request.fields.values()
        else:
            self.requests.append(request)
        default = allocate if request.service.startswith("CreateMemoryBuffer") else fill_all
        handler = self.handlers.get(request.service, self.default or default)
        return handler(request) or SUCCESS


def allocate(request: Request) -> None:
    """Allocate memory of the requested size."""
    request.fill("target", bytes(request.fields["size"]))


def fill_all(request: Request) -> None:
    """Fill every output with a different value."""
    for index, (name, pointee) in enumerate(request.outputs.items(), start=1):
        request.fill(name, _value(request, name, pointee, index))


def _value(request: Request, name: str, pointee: CType, index: int) -> Any:
    layouts = request.core.layouts
    match pointee:
        case PointerType(OpaqueType()):
            return request.core.new_handle()
        case PointerType(CharType()):
            return f"ünï-{name}"
        case PointerType(VoidType()):
            return b"\0\xff" + name.encode()
        case StructType(struct) if [f.name for f in layouts.structs[struct].fields] == ["data", "size"]:
            return b'{"key": "value"}' if name.endswith("Headers") else b"\0\xff" + name.encode()
        case StructType(struct):
            return {f.name: 10 + i for i, f in enumerate(layouts.structs[struct].fields)}
        case EnumType(enum):
            return layouts.enums[enum].enumerators[-2].value
        case FloatType():
            return 0.5
        case _:
            return index


def _services(header: Header) -> dict[int, str]:
    enum = next(enum for enum in header.enums if enum.name == "_OrthancPluginService")
    return {enumerator.value: enumerator.name for enumerator in enum.enumerators}
