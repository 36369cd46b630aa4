"""The loop of `run --watch`: its messages about time, and signals, with servers that do not exist."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.develop import watch
from orthanc_codegen.develop.watch import Watched


@dataclass
class _Server:
    """A server, or that of a trial, whose folder gets the outcome."""

    folder: Path | None = None
    pid: int | None = None
    status: int | None = None
    is_ready: bool = False
    calls: list[str] = field(default_factory=list)

    def start(self) -> None:
        self.pid = 1

    def poll(self) -> int | None:
        return self.status

    def answers(self) -> bool:
        return self.is_ready

    def finish(self, **outcome: object) -> None:
        """End a trial."""
        assert self.folder is not None
        (self.folder / "outcome.json").write_text(json.dumps(outcome))
        self.status = 0

    def terminate(self) -> None:
        assert self.pid is not None
        self.calls.append("terminate")

    def kill(self) -> None:
        assert self.pid is not None
        self.calls.append("kill")

    def stop(self) -> None:
        assert self.pid is not None
        self.status = 0

    def end_group(self) -> None:
        assert self.pid is not None


class _Changes:
    def wake(self) -> None:
        pass


class World:
    """A loop, its servers and the time."""

    def __init__(self, script: Path) -> None:
        self.script = script
        self.now = 100.0
        self.servers: list[_Server] = []
        self.trials: list[_Server] = []
        self.reports: list[str] = []
        watched: Any = Watched(
            script=script,
            folder=script.parent,
            make_server=self._make_server,  # type: ignore[arg-type]
            make_trial=self._make_trial,  # type: ignore[arg-type]
            keeps_storage=False,
            when_ready=lambda _: None,
            check=lambda: None,
            report=self.reports.append,
            show_trace=self.reports.append,
        )
        self.loop = watch._Loop(watched, _Changes())  # type: ignore[arg-type]

    def monotonic(self) -> float:
        """Return the time."""
        return self.now

    def _make_server(self) -> _Server:
        self.servers.append(_Server())
        return self.servers[-1]

    def _make_trial(self, launcher: Path, _port: int, _log: Path) -> _Server:
        self.trials.append(_Server(launcher.parent))
        return self.trials[-1]

    def save(self) -> _Server:
        """Save the script; return the server of the trial."""
        self.loop._try(frozenset({self.script}))
        return self.trials[-1]

    def look(self, seconds: float = 0) -> None:
        """Let the loop look at its servers after a time."""
        self.now += seconds
        self.loop._look_at_trial()
        assert not self.loop._has_ended()


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return a loop with a server that runs."""
    made = World(tmp_path / "script.py")
    monkeypatch.setattr(watch, "time", made)
    made.loop._start()
    made.servers[0].is_ready = True
    made.look()
    assert made.reports == []
    return made


def test_the_time_of_a_reload(world: World) -> None:
    trial = world.save()
    world.look(1)
    trial.finish()
    world.look(1)
    world.servers[1].is_ready = True
    world.look(0.5)
    assert world.reports == ["Reloaded in 2.50 seconds"]


def test_a_save_while_the_server_starts(world: World) -> None:
    world.save().finish()
    world.look(1)
    trial = world.save()  # of the next change
    world.servers[1].is_ready = True
    world.look(2)
    assert world.reports == ["Reloaded in 3.00 seconds"]
    trial.finish()
    world.look(1)
    world.servers[2].is_ready = True
    world.look(4)
    assert world.reports[1:] == ["Reloaded in 7.00 seconds"]


def test_a_save_during_a_trial(world: World) -> None:
    world.save()
    world.look(2)
    world.save().finish()
    world.look()
    world.servers[1].is_ready = True
    world.look(1)
    assert world.reports == ["Reloaded in 3.00 seconds"]


def test_the_time_since_a_change_that_did_not_load_does_not_count(world: World) -> None:
    world.save().finish(trace="SyntaxError")
    world.look(1)
    world.look(1000)
    world.save().finish()
    world.look()
    world.servers[1].is_ready = True
    world.look(1)
    assert world.reports[-1] == "Reloaded in 1.00 seconds"


def test_a_trial_that_does_not_end(world: World) -> None:
    said = "The changed script has not loaded within 5 seconds: the server goes on with the last one that did"
    world.save()
    world.look(4.9)
    assert world.reports == []
    world.look(0.2)
    world.look(100)
    assert world.reports == [said]
    world.save()
    world.look(4.9)
    world.look(0.2)
    assert world.reports == [said, said]


def test_a_signal_while_a_server_starts(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(self: _Server) -> None:
        world.loop.terminate()
        world.loop.kill()
        self.pid = 1

    monkeypatch.setattr(_Server, "start", start)
    world.loop._start()
    assert world.servers[1].calls == ["terminate"]


def test_a_signal_while_a_server_is_replaced(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: _Server) -> None:
        world.loop.terminate()
        self.status = 0

    monkeypatch.setattr(_Server, "stop", stop)
    world.save().finish()
    world.look()
    assert len(world.servers) == 1
    assert world.loop.run() == 0
    assert len(world.servers) == 1


def test_a_server_that_a_second_ctrl_c_kills(world: World) -> None:
    world.loop.terminate()
    world.loop.kill()
    world.servers[0].status = -9
    world.look()
    assert world.servers[0].calls == ["terminate", "kill"]
    assert world.reports == []


def test_a_server_that_dies_waits_for_a_change(world: World) -> None:
    world.servers[0].status = -9
    world.look()
    assert world.reports == ["Orthanc ended with status -9: waiting for a change of the script"]


def test_a_server_that_cannot_start(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_self: _Server) -> None:
        raise OSError("as it was asked to")

    monkeypatch.setattr(_Server, "start", start)
    world.servers.clear()
    world.loop._server = None
    with pytest.raises(OSError, match="as it was asked to"):
        world.loop.run()
