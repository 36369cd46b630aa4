"""The release of every symbol of the stubs and of every sample, compared with the header and with mypy."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from orthanc_codegen import pipeline, sdk
from orthanc_codegen.check import check_scripts
from orthanc_codegen.ir import Version
from orthanc_codegen.lower import OLDEST_CORE
from orthanc_codegen.render import stub
from tests import interface
from tests.tools import ROOT, type_check

from .checking import checked
from .checking import interface as facts

# samples/cluster/ is left out: its scripts import a package that the environment of the tests lacks.
SAMPLES = sorted(
    file for folder in (".", "guides", "cookbook") for file in (ROOT / "samples" / folder).glob("*.py")
)
# Stubs do not know that these guard their newer symbols, or only compare them.
GUARDED = {"anonymise_on_arrival", "audit_log"}


def stub_symbols(release: Version) -> set[str]:
    """Return the functions, methods and enumerators in the stub of a release."""
    text = stub(pipeline.plan_for(sdk.view(pipeline.interface(), release)))
    return set(_symbols(ast.parse(text)))


def _symbols(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name):
                yield name
            case ast.ClassDef(name=class_, body=body) if not class_.startswith("_"):
                for member in body:
                    match member:
                        # Close() needs a handle of the script's own: the function that returns it has a date.
                        case ast.FunctionDef(name=name) if not name.startswith("_") and name != "Close":
                            yield f"{class_}.{name}"
                        case ast.Assign([ast.Name(name)]):
                            yield f"{class_}.{name}"


@functools.cache
def first_releases() -> dict[str, Version]:
    """Return the first release whose stub has each symbol, from the oldest supported one on."""
    first: dict[str, Version] = {}
    for release in sdk.known_releases():
        if release.version >= OLDEST_CORE:
            for symbol in stub_symbols(release.version):
                first.setdefault(symbol, release.version)
    return first


def script_for(symbol: str) -> str:
    """Return a script that uses a symbol."""
    class_, _, name = symbol.rpartition(".")
    if class_ in facts().classes:
        return f"import orthanc\ndef use(given: orthanc.{class_}):\n    given.{name}()\n"
    return f"import orthanc\n\nprint(orthanc.{symbol})\n"


def test_every_symbol_needs_the_release_that_declares_it(tmp_path: Path) -> None:
    expected = first_releases()
    newest = stub_symbols(Version.parse(sdk.default_release()))
    assert len(newest) > 450
    wrong = {}
    for symbol in sorted(newest):
        report = checked(tmp_path, script_for(symbol))
        if report.needs != expected[symbol]:
            wrong[symbol] = (report.needs, expected[symbol])
        for reason in report.reasons:
            assert (reason.line, reason.symbol) == (3, symbol)
    assert wrong == {}


def test_every_function_has_the_date_of_the_header() -> None:
    dates = {function.name: function.since for function in interface.header().functions}
    for function in interface.plan().every_function:
        if function.c_name in dates:
            name = function.qualified_name
            class_, _, method = name.rpartition(".")
            own = facts().classes[class_].methods[method] if class_ else facts().functions[name]
            assert own.since == dates[function.c_name], name


@pytest.mark.parametrize("script", SAMPLES, ids=lambda script: script.stem)
def test_samples_need_the_first_release_whose_stubs_accept_them(script: Path, tmp_path: Path) -> None:
    (report,) = check_scripts([script], facts()).scripts
    assert report.needs is not None
    assert report.findings == ()
    every = [r.version for r in sdk.known_releases() if OLDEST_CORE <= r.version <= report.needs]
    assert report.needs == every[-1]
    if script.stem in GUARDED:
        assert report.needs == OLDEST_CORE
        return
    for release in every[-2:]:  # the release before lacks a symbol, unless the plugin does not support it
        stubs = tmp_path / str(release)
        stubs.mkdir()
        text = stub(pipeline.plan_for(sdk.view(pipeline.interface(), release)))
        (stubs / "orthanc.pyi").write_text(text, encoding="utf-8")
        assert (type_check([script], stubs=stubs) == "") is (release == report.needs)


def test_the_stubs_of_an_older_release_refuse_a_newer_symbol(tmp_path: Path) -> None:
    text = stub(pipeline.plan_for(sdk.view(pipeline.interface(), Version(1, 12, 7))))
    (tmp_path / "orthanc.pyi").write_text(text, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text('import orthanc\n\northanc.GetQueueSize("x")\n', encoding="utf-8")
    assert "has no attribute" in type_check([script], stubs=tmp_path)
