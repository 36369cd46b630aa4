"""Very many calls leak nothing; each scenario runs in its own process."""

from __future__ import annotations

from typing import Any

import pytest

from .harness.isolation import Isolation
from .scenarios import leaks as scenarios

SCENARIOS = [
    scenarios.errors_of_arguments,
    scenarios.calls_without_results,
    scenarios.calls_that_fail,
    scenarios.bytes_text_and_dicts,
    scenarios.owned_handles,
    scenarios.rest_callbacks,
    scenarios.failing_callbacks,
    scenarios.refused_registrations,
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_leaks(isolated: Isolation, scenario: Any) -> None:
    isolated.run(scenario)
