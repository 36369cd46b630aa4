"""The side of the core, spelled by hand: what is registered with it, and how it calls that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..core.harness.bench import Bench
from ..core.harness.firing import fire
from ..core.harness.memory import encode


@dataclass
class Recorder:
    """A callable that remembers how it was called, and answers as it was told."""

    answer: Any = None  # a value, or a function that makes one
    args: list[tuple[Any, ...]] = field(default_factory=list)
    kwargs: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.args.append(args)
        self.kwargs.append(kwargs)
        return self.answer(*args, **kwargs) if callable(self.answer) else self.answer


class Core:
    """The core of a bench, which keeps what is registered by the names of its fields."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.registered: dict[str, int] = {}

    def register(self, name: str, *arguments: Any) -> None:
        """Call a function of the module that registers something."""
        getattr(self.bench.orthanc, name)(*arguments)
        self.registered = self.bench.core.requests[-1].fields

    def call(self, registered: str, c_type: str, **parameters: Any) -> Any:
        """Call what was registered under a name; parameters go by their C names, text becomes C text."""
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
        """Make a buffer for the plugin to fill, with room in it where the core has made some."""
        made = self.bench.core.layouts.struct(f"OrthancPluginMemoryBuffer{bits if bits == 64 else ''}")()
        if room:
            made.data, made.size = self.bench.core.memory.lend(bytes(room)), room
        return made


def answering(**outputs: Any) -> Callable[[Any], None]:
    """Make a core that fills the outputs of a request."""

    def handler(request: Any) -> None:
        for name, value in outputs.items():
            request.fill(name, value)

    return handler


def class_names(values: tuple[Any, ...]) -> list[str]:
    """Return the names of the classes of some values."""
    return [type(value).__name__ for value in values]
