"""A reset that asks for another Python than the one that runs: a warning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .facts import FACTS, facts_of
from .harness import Servers
from .pythons import installed, project, recorded


@pytest.mark.parametrize("option", ["Library", "VirtualEnv"])
def test_another_python_at_a_reset_is_said_to_need_a_restart(
    serve: Servers, tmp_path: Path, option: str
) -> None:
    if option == "VirtualEnv":
        first, second = (project().make_environment(tmp_path / name) for name in ("first", "second"))
    else:
        first, second = recorded().library, installed()[-1].library
        if first == second:
            pytest.skip("there is one Python here")
    server = serve(FACTS, configuration={"Python": {option: str(first)}})
    before = facts_of(server)
    server.reset({"Python": {option: str(second)}})
    log = server.log_text()
    assert re.search(r"^W.*Another Python is configured now .*stop the server", log, re.M), log
    after = [found for found in log.splitlines() if "facts {" in found][-1]
    assert f'"prefix": "{before["prefix"]}"' in after
    assert len(set(re.findall("Python is .* with the library .*", log))) == 1, "the log names what runs"
    libraries = {Path(name).resolve() for name in re.findall(r"/\S*libpython3\.\d+\S*", maps_of(server.pid))}
    assert len(libraries) == 1, "no second Python was opened"
    assert server.get("/hello").text == "hi"


def test_a_reset_without_a_change_says_nothing(serve: Servers) -> None:
    server = serve(FACTS)
    server.reset({})
    assert server.get("/hello").text == "hi"
    assert "Another Python" not in server.log_text()


def maps_of(pid: int | None) -> str:
    """Return what a process has in its memory."""
    return Path(f"/proc/{pid}/maps").read_text()
