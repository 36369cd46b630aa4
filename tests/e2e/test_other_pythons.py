"""Other Pythons in the process, which are refused, and resets that configure another one, which only warn."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from .facts import FACTS, errors_of, facts_of
from .harness import Servers
from .official import official_plugin
from .pythons import installed, project, recorded


def others() -> list[Path]:
    """Return libraries of other Pythons, including unsupported ones."""
    old = sorted(Path.home().glob(".pyenv/versions/3.10.*/lib/libpython3.10.so.1.0"))
    return [*old[-1:], *(p.library for p in installed() if p.version != recorded().version)]


each_other = pytest.mark.parametrize(
    "library", others() or [pytest.param(None, marks=pytest.mark.skip("one Python is installed"))], ids=str
)


def names_both(log: str, library: Path) -> bool:
    """Return whether the errors name both the configured Python and the other one."""
    return bool(re.search(f"{recorded().library}.* opened another Python .*{library}", errors_of(log)))


@each_other
def test_a_preloaded_python_is_refused(serve: Servers, library: Path) -> None:
    log = serve.refused(FACTS, {"Python": {"Library": str(recorded().library)}}, {"LD_PRELOAD": str(library)})
    assert names_both(log, library), log
    assert "LD_PRELOAD" in errors_of(log)


def test_the_wanted_python_may_be_preloaded(serve: Servers) -> None:
    section = {"Library": str(recorded().library)}
    library = {"LD_PRELOAD": str(recorded().library)}
    assert facts_of(serve(FACTS, configuration={"Python": section}, environment=library))


@each_other
def test_a_python_that_another_plugin_has_opened_for_all_is_refused(
    serve: Servers, plugin: Path, other_plugin: Path, library: Path
) -> None:
    plugins = [str(other_plugin), str(plugin)]
    section = {"Library": str(recorded().library)}
    log = serve.refused(FACTS, {"Plugins": plugins, "Python": section}, {"OTHER_LIBRARY": str(library)})
    assert names_both(log, library), log
    assert f"other ({other_plugin})" in errors_of(log)


@each_other
def test_a_python_that_another_plugin_has_opened_for_itself_is_its_own(
    serve: Servers, plugin: Path, other_plugin: Path, library: Path
) -> None:
    configuration = {
        "Plugins": [str(other_plugin), str(plugin)],
        "Python": {"Library": str(recorded().library)},
    }
    environment = {"OTHER_LIBRARY": str(library), "OTHER_KEEPS_IT": "1"}
    found = facts_of(serve(FACTS, configuration=configuration, environment=environment))
    assert found["version"] == recorded().version


@pytest.mark.parametrize("keeps", [{}, {"OTHER_KEEPS_IT": "1"}], ids=["for all", "for itself"])
@pytest.mark.parametrize("library", [recorded().library, installed()[-1].library], ids=str)
def test_a_python_that_another_plugin_has_started_is_refused(
    serve: Servers, plugin: Path, other_plugin: Path, library: Path, keeps: dict[str, str]
) -> None:
    environment = {"OTHER_LIBRARY": str(library), "OTHER_STARTS": "1", **keeps}
    log = serve.refused(FACTS, {"Plugins": [str(other_plugin), str(plugin)]}, environment)
    assert (
        f"Python was already started in this process, by another plugin: other ({other_plugin})"
        in errors_of(log)
    )
    assert library.name in errors_of(log)
    assert "loads the script" not in log


def test_two_builds_under_two_names_are_refused(
    serve: Servers, plugin: Path, other_plugin: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "packages" / "copy"
    shutil.copytree(plugin, copy)
    if (plugin.parent / "orthanc.abi3.so").exists():  # the plugin comes from a wheel
        shutil.copy(plugin.parent / "orthanc.abi3.so", copy.parent)
    environment = {"OTHER_PLUGIN": str(copy / "libOrthancPython.so")}
    log = serve.refused(FACTS, {"Plugins": [str(other_plugin), str(plugin)]}, environment)
    assert "Python was already started in this process, by another plugin" in errors_of(log)
    assert str(copy / "libOrthancPython.so") in errors_of(log)
    assert log.count("loads the script") == 1


def test_the_plugin_of_debian_under_another_name_is_refused(
    serve: Servers, plugin: Path, other_plugin: Path, tmp_path: Path
) -> None:
    debian = str(official_plugin())
    script = tmp_path / "other.py"
    script.write_text("import orthanc\n")
    log = serve.refused(script, {"Plugins": [str(other_plugin), str(plugin)]}, {"OTHER_PLUGIN": debian})
    assert "Python was already started in this process, by another plugin" in errors_of(log)
    assert debian in errors_of(log)


@pytest.mark.parametrize("option", ["Library", "VirtualEnv"])
def test_another_python_at_a_reset_is_said_to_need_a_restart(
    serve: Servers, tmp_path: Path, option: str
) -> None:
    if option == "VirtualEnv":
        first, second = (project().make_environment(tmp_path / name) for name in ("first", "second"))
    else:
        first, second = recorded().library, installed()[-1].library
        if first == second:
            pytest.skip("only one Python is installed")
    server = serve(FACTS, configuration={"Python": {option: str(first)}})
    before = facts_of(server)
    server.reset({"Python": {option: str(second)}})
    log = server.log_text()
    assert re.search(r"^W.*Another Python is configured now .*restart the server", log, re.M), log
    after = [found for found in log.splitlines() if "facts {" in found][-1]
    assert f'"prefix": "{before["prefix"]}"' in after
    assert len(set(re.findall("Python is .* with the library .*", log))) == 1, "the library changed"
    libraries = {Path(name).resolve() for name in re.findall(r"/\S*libpython3\.\d+\S*", maps_of(server.pid))}
    assert len(libraries) == 1, "a second libpython was opened"
    assert server.get("/hello").text == "hi"


def test_a_reset_without_a_change_says_nothing(serve: Servers) -> None:
    server = serve(FACTS)
    server.reset({})
    assert server.get("/hello").text == "hi"
    assert "Another Python" not in server.log_text()


def maps_of(pid: int | None) -> str:
    """Return the memory mappings of a process."""
    return Path(f"/proc/{pid}/maps").read_text()
