"""Checks the plugins that a configuration loads, in the order and with the rules of Orthanc."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .binaries import Plugin, plugins_in
from .chosen import has_module, plugin_folder
from .files import InstalledPlugin
from .findings import Finding, bad, good, odd
from .paths import exists, is_file, is_folder

_NAME = "python"


class LoadedPlugins:
    """The plugins of a configuration."""

    def __init__(self, named: str, options: Mapping[str, Any]) -> None:
        """Take the options of a file or folder, as its name is passed to Orthanc."""
        self.place = Path(named)
        self._has_no_folder = "/" not in named and not is_folder(self.place)
        self._named = options.get("Plugins", [])
        self._places: list[Path] = []  # that the configuration names
        self._plugins: list[Plugin] = []
        self.are_known = False  # whether this user could look at all of them

    @property
    def python(self) -> Path | None:
        """The first plugin that is named python."""
        return next((plugin.file for plugin in self._plugins if plugin.name == _NAME), None)

    @property
    def has_another_python(self) -> bool:
        """Whether the plugin that is named python is not this one, whose loader needs a module."""
        return self.python is not None and not has_module(plugin_folder(self.python))

    def check(self, plugin: InstalledPlugin) -> Iterator[Finding]:
        """Find the plugins. Report whether the server starts with them. Raise PermissionError."""
        if not isinstance(self._named, list) or any(isinstance(entry, list | dict) for entry in self._named):
            yield bad(f'{self.place}: "Plugins" must be a list of texts, but is {json.dumps(self._named)}')
            return
        folder = self.place if is_folder(self.place) else self.place.parent
        self._places = [folder / _as_text(entry) for entry in self._named]
        for path in self._places:
            if not exists(path):
                yield odd(f'{self.place}: "Plugins" names {path}, which does not exist')
        yield from self._check_bare_names()
        self._plugins = plugins_in(self._places)
        self.are_known = True
        yield from self._check_each()
        if self.python is None:
            yield odd(f'{self.place} loads no Python plugin: add {plugin.folder} to "Plugins"')

    def _check_bare_names(self) -> Iterator[Finding]:
        """Report plugins that the dynamic linker looks for elsewhere: Orthanc adds no folder to them."""
        for entry, path in zip(self._named, self._places, strict=True):
            if self._has_no_folder and "/" not in str(entry) and is_file(path):
                yield odd(
                    f"a server that is started as `Orthanc {self.place}` does not find the plugin {entry}: "
                    f'write "./{entry}"'
                )

    def _check_each(self) -> Iterator[Finding]:
        registered: dict[str, Path] = {}
        for found in self._plugins:
            if found.error:
                yield from self._check_failed(found)
            elif found.name in registered:
                yield self._twice(found, registered[found.name])
            else:
                registered[found.name] = found.file
                yield self._loads(found)

    def _check_failed(self, found: Plugin) -> Iterator[Finding]:
        """Report a library that is no plugin. Orthanc ignores it in a folder, if it can be opened."""
        if not found.opens:
            yield bad(f"{found.file} cannot be opened: {found.error}")
        elif found.file in self._places:
            yield bad(f"{found.file} is not a plugin of Orthanc: {found.error}")

    def _twice(self, found: Plugin, first: Path) -> Finding:
        if found.file.resolve() == first.resolve():
            text = f'{self.place} loads {found.file} twice, which Orthanc refuses: name it once in "Plugins"'
            return bad(text if first == found.file else f"{text}, not also as {first}")
        return bad(
            f"{self.place} loads two plugins named {found.name}, which Orthanc refuses: "
            f"remove one of {first}, {found.file}"
        )

    def _loads(self, found: Plugin) -> Finding:
        if found.name != _NAME:
            return good(f"{self.place} loads the plugin {found.name} {found.version}: {found.file}")
        if self.has_another_python:
            return odd(
                f"{self.place} loads another plugin named python, {found.version}: {found.file}. "
                "Its script and its Python are not checked"
            )
        return good(f"{self.place} loads the Python plugin {found.version}: {found.file}")


def _as_text(entry: Any) -> str:
    """Return a text, or what Orthanc makes of a number or a truth value."""
    return entry if isinstance(entry, str) else "" if entry is None else json.dumps(entry)
