"""Objects of a malicious script: their methods raise, call back, close, release or recurse endlessly."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from ..harness.bench import Bench

HOSTILE = "hostile"  # the attribute of exceptions that a nasty object raised on purpose


class Scene:
    """The objects that a nasty object can reach during one call."""

    def __init__(self, bench: Bench, target: Any = None) -> None:
        self.bench = bench
        self.target = target  # the handle whose method is called
        self.buffers: list[Any] = []  # arguments for bytes
        self.kept: list[Any] = []  # objects that outlive the call


Act = Callable[[Scene], None]


def _raising(base: type[BaseException]) -> Act:
    def act(_scene: Scene) -> None:
        error = base("on purpose")
        setattr(error, HOSTILE, True)
        raise error

    return act


def _call_again(scene: Scene) -> None:
    orthanc = scene.bench.orthanc
    for name, *arguments in (("RestApiGet", "/again"), ("RestApiPost", "/again", 1)):
        try:
            getattr(orthanc, str(name))(*arguments)
        except Exception as error:
            scene.kept[:] = [error]


def _close(scene: Scene) -> None:
    for name in ("Close", "SubmitJob"):
        method = getattr(scene.target, name, None)
        if method is not None:
            try:
                method(*([1] if name == "SubmitJob" else []))
            except Exception as error:
                scene.kept[:] = [error]


def _release(scene: Scene) -> None:
    for buffer in scene.buffers:
        for name in ("release", "clear", "close"):
            try:
                getattr(buffer, name, int)()
            except Exception as error:
                scene.kept[:] = [error]


def _collect(_scene: Scene) -> None:
    gc.collect(0)


def _recurse(scene: Scene) -> None:
    try:
        _recurse(scene)
    except RecursionError as error:
        setattr(error, HOSTILE, True)
        raise


def _nothing(_scene: Scene) -> None:
    pass


ACTS: dict[str, Act] = {
    "nothing": _nothing,
    "call again": _call_again,
    "close": _close,
    "release": _release,
    "collect": _collect,
    "recurse": _recurse,
    **{
        f"raise {base.__name__}": _raising(base)
        for base in (
            SystemExit,
            KeyboardInterrupt,
            MemoryError,
            RecursionError,
            GeneratorExit,
            StopIteration,
            TypeError,
            ValueError,
            OverflowError,
            BufferError,
            AttributeError,
            OSError,
        )
    },
}


def _number(scene: Scene, act: Act) -> Any:
    def answer(_self: object) -> int:
        act(scene)
        return 1

    names = ("__index__", "__int__", "__float__", "__bool__", "__len__", "__hash__")
    return type("Number", (), dict.fromkeys(names, answer))()


def _liar(scene: Scene, act: Act) -> Any:
    def answer(*_args: object) -> object:
        act(scene)
        return scene

    names = ("__index__", "__float__", "__bool__", "__str__", "__repr__", "__iter__", "__len__", "__bytes__")
    return type("Liar", (), dict.fromkeys((*names, "keys", "items", "__getitem__", "__buffer__"), answer))()


def _integer(scene: Scene, act: Act) -> Any:
    def answer(_self: object, *_args: object) -> Any:
        act(scene)
        return 2

    names = ("__index__", "__int__", "__bool__", "__hash__", "__eq__", "__lt__", "__str__", "__repr__")
    return type("Integer", (int,), dict.fromkeys(names, answer))(3)


def _text(scene: Scene, act: Act) -> Any:
    def answer(_self: object, *_args: object) -> Any:
        act(scene)
        return "other"

    names = ("__str__", "__hash__", "__eq__", "encode", "__len__", "__getitem__", "__iter__")
    return type("Text", (str,), dict.fromkeys(names, answer))("text")


def _bytes(scene: Scene, act: Act) -> Any:
    def answer(_self: object, *_args: object) -> Any:
        act(scene)
        return b"other"

    names = ("__bytes__", "__buffer__", "__len__", "__getitem__", "__iter__", "__hash__", "__eq__")
    made = type("Bytes", (bytearray,), dict.fromkeys(names, answer))(b"bytes")
    scene.buffers.append(made)
    return made


def _mapping(scene: Scene, act: Act) -> Any:
    class Mapping:
        def __getitem__(self, key: object) -> object:
            act(scene)
            return key

        def __len__(self) -> int:
            act(scene)
            return 1 << 40

        def items(self) -> Iterator[tuple[str, str]]:
            yield "a", "b"
            act(scene)
            yield "c", "d"

    return Mapping()


def _dictionary(scene: Scene, act: Act) -> Any:
    class Dictionary(dict[Any, Any]):
        def items(self) -> Any:
            act(scene)
            self.clear()
            return [("a", "b", "c"), ["d", "e"], 1]

    return Dictionary(a="b")


def _callable(scene: Scene, act: Act) -> Any:
    class Called:
        def __call__(self, *args: object, **kwargs: object) -> None:
            scene.kept[:] = [args, kwargs]
            act(scene)

        def __getattr__(self, name: str) -> object:
            act(scene)
            return SimpleNamespace(name=name)

        def __repr__(self) -> str:
            act(scene)
            return "\ud800"

        def __del__(self) -> None:
            if act is not _recurse:
                act(scene)

    return Called()


def _served(scene: Scene, act: Act) -> Any:
    def method(*args: object, **kwargs: object) -> None:
        scene.kept[:] = [args, kwargs]
        act(scene)

    names = {m.payload.method for p in scene.bench.plan.protocols for m in p.methods if m.payload}
    return SimpleNamespace(**dict.fromkeys(names, method))


KINDS: dict[str, Callable[[Scene, Act], Any]] = {
    "number": _number,
    "liar": _liar,
    "integer": _integer,
    "text": _text,
    "bytes": _bytes,
    "mapping": _mapping,
    "dictionary": _dictionary,
    "callable": _callable,
    "served": _served,
}
