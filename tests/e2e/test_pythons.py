"""The Python that the plugin runs: virtual environments, libraries, and environment variables."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest

from .facts import FACTS, errors_of, facts, facts_of
from .harness import Servers
from .pythons import Python, installed, project

each_python = pytest.mark.parametrize("python", installed(), ids=lambda python: python.version)


@each_python
def test_a_virtual_environment_of_any_python(serve: Servers, tmp_path: Path, python: Python) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    (packages / "only_here.py").write_text("")
    environment = python.make_environment(tmp_path / "ünï venv", packages)
    found = facts(serve, {"VirtualEnv": str(environment)})
    assert found["version"] == python.version
    assert found["prefix"] == found["child"] == str(environment)
    assert found["executable"] == str(environment / "bin" / "python")
    assert Path(found["base_prefix"]) == python.program.resolve().parents[1]
    assert str(packages) in found["path"]


@each_python
def test_the_environment_that_is_active(serve: Servers, tmp_path: Path, python: Python) -> None:
    environment = python.make_environment(tmp_path / "venv")
    found = facts(serve, environment={"VIRTUAL_ENV": str(environment)})
    assert (found["version"], found["prefix"]) == (python.version, str(environment))


@each_python
def test_a_library_comes_with_its_packages(serve: Servers, python: Python) -> None:
    found = facts(serve, {"Library": str(python.library)})
    assert found["version"] == python.version
    assert found["prefix"] == found["base_prefix"] == found["child"]
    assert any(Path(folder, "ssl.py").is_file() for folder in found["path"])


def test_packages_with_compiled_parts(serve: Servers, tmp_path: Path) -> None:
    environment = project().make_environment(tmp_path / "venv", Path(sysconfig.get_path("purelib")))
    server = serve(
        """
        import io
        import numpy, PIL.Image
        import orthanc

        def square(output, uri, **request):
            image = PIL.Image.fromarray(numpy.full((4, 6), 200, dtype=numpy.uint8))
            image.save(buffer := io.BytesIO(), "PNG")
            output.AnswerBuffer(buffer.getvalue(), "image/png")

        def product(output, uri, **request):
            numbers = numpy.arange(10_000.0).reshape(100, 100)
            output.AnswerBuffer(str(float((numbers @ numbers.T).trace())), "text/plain")

        orthanc.RegisterRestCallback("/image", square)
        orthanc.RegisterRestCallback("/product", product)
        """,
        configuration={"Python": {"VirtualEnv": str(environment)}},
    )
    assert server.get("/image").body.startswith(b"\x89PNG")
    assert float(server.get("/product").text) == sum(float(x * x) for x in range(10_000))


def test_options_win_over_the_active_environment(serve: Servers, tmp_path: Path) -> None:
    active = installed()[-1].make_environment(tmp_path / "active")
    wanted = project().make_environment(tmp_path / "wanted")
    found = facts(serve, {"VirtualEnv": str(wanted)}, {"VIRTUAL_ENV": str(active)})
    assert found["prefix"] == str(wanted)
    found = facts(serve, {"Library": str(project().library)}, {"VIRTUAL_ENV": str(active)})
    assert found["version"] == project().version
    assert found["prefix"] != str(active)


def test_an_active_environment_that_is_gone_is_a_warning(serve: Servers, tmp_path: Path) -> None:
    server = serve(FACTS, environment={"VIRTUAL_ENV": str(tmp_path / "gone")})
    facts_of(server)
    server.wait_for_log(rf"^W.*VIRTUAL_ENV.*{tmp_path / 'gone'}$")


@pytest.mark.parametrize("python", ["exit 1", "sleep 1000"])
def test_an_active_environment_that_cannot_be_used_is_an_error(
    serve: Servers, tmp_path: Path, python: str
) -> None:
    broken = tmp_path / "broken" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.write_text(f"#!/bin/sh\n{python}\n")
    broken.chmod(0o755)
    log = errors_of(serve.refused(FACTS, environment={"VIRTUAL_ENV": str(tmp_path / "broken")}))
    assert str(broken) in log
    assert "VIRTUAL_ENV" in log


def test_a_virtual_environment_that_is_missing_is_named(serve: Servers) -> None:
    log = errors_of(serve.refused(FACTS, {"Python": {"VirtualEnv": "no/such/venv"}}))
    assert "Python.VirtualEnv" in log
    assert "/no/such/venv" in log, "the error does not name the missing environment"


def test_what_is_no_python_is_refused(serve: Servers, tmp_path: Path) -> None:
    text = tmp_path / "libpython3.12.so"
    text.write_text("no library")
    missing = str(tmp_path / "missing.so")
    other = next(Path("/lib").glob("*/libm.so.6"))
    for library, reason in (
        (str(text), "could not be opened"),
        (missing, "Python.Library"),
        ("libpython9.9.so", "could not be opened"),
        (str(other), "is not a libpython"),
    ):
        log = errors_of(serve.refused(FACTS, {"Python": {"Library": library}}))
        assert library in log
        assert reason in log


@pytest.mark.skipif(len(installed()) < 2, reason="only one Python is installed")
def test_a_library_of_another_version_than_the_environment_is_refused(serve: Servers, tmp_path: Path) -> None:
    oldest, newest = installed()[0], installed()[-1]
    environment = oldest.make_environment(tmp_path / "venv")
    section = {"VirtualEnv": str(environment), "Library": str(newest.library)}
    log = errors_of(serve.refused(FACTS, {"Python": section}))
    assert "Python.Library" in log
    assert oldest.version in log
    assert newest.version in log


def test_a_python_that_is_too_old_is_refused(serve: Servers) -> None:
    old = sorted(Path.home().glob(".pyenv/versions/3.[0-9].*/lib/libpython3.*.so.1.0"))
    if not old:
        pytest.skip("no Python older than 3.11 with a shared library is installed")
    log = errors_of(serve.refused(FACTS, {"Python": {"Library": str(old[-1])}}))
    assert "needs Python 3.11 or newer" in log


def test_the_working_directory_is_no_place_to_import_from(
    serve: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, wanted = tmp_path / "work", tmp_path / "wanted"
    for folder in (work, work / "below", wanted):
        folder.mkdir()
    (work / "sitecustomize.py").write_text("raise SystemExit('imported from the working directory')")
    monkeypatch.chdir(work)
    for path in ("", ":", f":{wanted}", f"{wanted}:", f"below:{wanted}:.", str(wanted)):
        server = serve(FACTS, environment={"PYTHONPATH": path, "VIRTUAL_ENV": ""})
        places = facts_of(server)["path"]
        assert places[0] == str(tmp_path)
        assert not {"", ".", str(work), str(work / "below")} & set(places)
        assert (str(wanted) in places) == (str(wanted) in path)
        assert ("PYTHONPATH" in server.log_text()) == (path not in ("", str(wanted)))


def test_a_home_for_another_python_does_no_harm(serve: Servers, tmp_path: Path) -> None:
    server = serve(FACTS, environment={"PYTHONHOME": str(tmp_path), "PYTHONSAFEPATH": "1"})
    found = facts_of(server)
    assert found["path"][0] == str(tmp_path)
    assert found["child"] == found["prefix"] != str(tmp_path)
    server.wait_for_log("^W.*PYTHONHOME")
