"""POST /tools/reset with every kind of callback registered (short form of `make stress`)."""

from __future__ import annotations

from pathlib import Path

from . import resets


def test_everything_works_after_a_reset(plugin: Path, tmp_path: Path) -> None:
    seen: set[str] = set()
    for variant in resets.VARIANTS:
        folder = tmp_path / variant
        folder.mkdir()
        seen |= resets.run(plugin, 2, variant, folder).seen
    assert seen == resets.registrars()
