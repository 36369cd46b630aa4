"""Hostile HTTP requests: nothing breaks, nothing leaks (short form of `make stress`)."""

from __future__ import annotations

from pathlib import Path

from . import siege
from .hostile_http import random_attacks


def test_the_server_outlives_a_siege(plugin: Path, tmp_path: Path) -> None:
    result = siege.run(plugin, 300, tmp_path)
    assert result.attacks > 1000


def test_a_seed_makes_the_same_attacks() -> None:
    def written(seed: int) -> list[bytes]:
        return [b"".join(attack.write()) for attack in random_attacks(seed, 20)]

    assert written(1) == written(1) != written(2)
