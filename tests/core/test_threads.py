"""Threads, stacks and re-entrancy: each scenario in a process of its own."""

from __future__ import annotations

from typing import Any

import pytest

from . import scenarios_exceptions as exceptions
from . import scenarios_handles as handles
from . import scenarios_stacks as stacks
from . import scenarios_threads as scenarios
from .isolation import Isolation

SCENARIOS = [
    scenarios.reentrancy,
    scenarios.endless_reentrancy,
    scenarios.reentrancy_over_two_threads,
    scenarios.gil_is_released,
    scenarios.a_callback_waits_for_calls_on_what_it_lent,
    stacks.deep_recursion_on_a_small_stack,
    stacks.nested_json_of_a_request,
    stacks.extension_modules_on_a_small_stack,
    scenarios.threads_that_python_started,
    scenarios.many_core_threads,
    stacks.locals_are_finalised_with_their_thread,
    stacks.a_callback_on_a_third_stack_is_refused,
    stacks.the_core_uses_up_the_stack,
    scenarios.detaching_waits_for_callbacks,
    scenarios.an_owned_handle_that_is_dropped_during_a_call,
    scenarios.a_callback_while_an_exception_unwinds,
    exceptions.the_core_throws,
    handles.calls_on_one_handle_take_turns,
    handles.a_call_may_use_its_handle_again,
    handles.threads_that_wait_for_each_other_end,
    handles.borrowed_handles_race_the_return_of_their_callback,
    handles.owned_handles_are_freed_once,
    handles.a_job_is_handed_over_once,
    handles.handles_of_a_server_that_stopped,
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_threads(isolated: Isolation, scenario: Any) -> None:
    isolated.run(scenario)
