"""The core's side of a call, written by hand: the registered callbacks, and calls of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from orthanc_testing.inprocess.memory import encode

from ..core.harness.bench import Bench
from ..core.harness.firing import fire


@dataclass
class Recorder:
    """A callable that records its calls, and returns a configured answer."""

    answer: Any = None  # a value, or a function that makes one
    args: list[tuple[Any, ...]] = field(default_factory=list)
    kwargs: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.args.append(args)
        self.kwargs.append(kwargs)
        return self.answer(*args, **kwargs) if callable(self.answer) else self.answer


class Core:
    """The core of a bench, which keeps the fields of the last registration."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.registered: dict[str, int] = {}

    def register(self, name: str, *arguments: Any) -> None:
        """Call a function of the module that registers callables."""
        getattr(self.bench.orthanc, name)(*arguments)
        self.registered = self.bench.core.requests[-1].fields

    def call(self, registered: str, c_type: str, **parameters: Any) -> Any:
        """Call a registered callback, given its field; parameters have their C names, text becomes C text."""
        layouts, memory = self.bench.core.layouts, self.bench.core.memory
        names = [p.name for p in layouts.callbacks[f"OrthancPlugin{c_type}"].parameters]
        assert set(names) == set(parameters)
        values = [parameters[name] for name in names]
        raw = [
            memory.lend(v) if isinstance(v, bytes) else memory.lend(encode(v)) if isinstance(v, str) else v
            for v in values
        ]
        return fire(layouts, f"OrthancPlugin{c_type}", self.registered[registered], raw)

    def handle(self) -> int:
        """Make an object of the core."""
        return self.bench.core.new_handle()

    def texts(self, *texts: str) -> int:
        """Make an array of texts."""
        return self.bench.core.memory.lend_texts(texts)

    def buffer(self, bits: int = 64, room: int = 0) -> Any:
        """Make a buffer for the plugin to fill, with `room` bytes of the core's memory, if any."""
        made = self.bench.core.layouts.struct(f"OrthancPluginMemoryBuffer{bits if bits == 64 else ''}")()
        if room:
            made.data, made.size = self.bench.core.memory.lend(bytes(room)), room
        return made


def answering(**outputs: Any) -> Callable[[Any], None]:
    """Return a handler that fills outputs of a request."""

    def handler(request: Any) -> None:
        for name, value in outputs.items():
            request.fill(name, value)

    return handler


def class_names(values: tuple[Any, ...]) -> list[str]:
    """Return the names of the classes of some values."""
    return [type(value).__name__ for value in values]
