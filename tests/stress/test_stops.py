"""SIGTERM during work: the server exits well and in time, and all data is stored (short form)."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import stops


@pytest.mark.alone  # a stop has 10 seconds
def test_stops_in_the_middle_of_work(plugin: Path, tmp_path: Path) -> None:
    result = stops.run(plugin, 3, tmp_path)
    assert result.acknowledged > result.deleted > 0
    assert result.attachments > 0
