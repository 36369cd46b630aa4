"""Threads, stacks and re-entrancy; each scenario runs in its own process."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from .harness.isolation import Isolation
from .scenarios import (
    callbacks,
    contexts,
    copies,
    coroutines,
    exceptions,
    handles,
    logs,
    races,
    servers,
    stacks,
    turns,
    workers,
)
from .scenarios import threads as scenarios

SCENARIOS = [
    scenarios.reentrancy,
    scenarios.endless_reentrancy,
    scenarios.reentrancy_over_two_threads,
    scenarios.gil_is_released,
    scenarios.a_callback_waits_for_calls_on_what_it_lent,
    stacks.deep_recursion_on_a_small_stack,
    stacks.nested_json_of_a_request,
    stacks.extension_modules_on_a_small_stack,
    contexts.contexts_end_with_their_callback,
    contexts.nested_callbacks_have_contexts_of_their_own,
    contexts.deferred_callbacks_have_contexts_of_their_own,
    contexts.a_context_that_is_never_left_ends_nothing,
    pytest.param(copies.others_run_while_large_buffers_are_copied, marks=pytest.mark.alone),
    copies.copies_of_large_buffers_are_whole,
    logs.clients_forge_no_line,
    logs.exceptions_that_cannot_be_formatted_show_their_text,
    logs.a_log_that_blocks_holds_up_nobody,
    scenarios.threads_that_python_started,
    scenarios.many_core_threads,
    turns.callbacks_that_wait_in_python_hold_up_nobody,
    turns.callbacks_that_compute_hold_up_nobody,
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
    handles.a_job_is_handed_over_once,
    handles.handles_of_a_server_that_stopped,
    races.what_callbacks_lend_races_their_return,
    races.what_scripts_own_races_its_end,
    races.what_is_answered_races_its_use,
    races.items_of_an_iterator_are_whole,
    servers.servers_go_while_threads_call,
    servers.a_call_that_outlives_its_server_makes_a_closed_handle,
    servers.arguments_that_outlive_their_server_are_refused,
    servers.deferred_calls_race_the_end_of_their_thread,
    callbacks.callbacks_are_registered_while_others_run,
    callbacks.a_registration_waits_for_no_later_callbacks,
    callbacks.methods_of_one_object_run_at_once,
    callbacks.exceptions_of_many_threads_are_told_apart,
    coroutines.many_coroutines,
    coroutines.tasks_outlive_their_callbacks,
    coroutines.servers_go_while_coroutines_run,
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_threads(isolated: Isolation, scenario: Any) -> None:
    isolated.run(scenario)


@pytest.mark.skipif(hasattr(ctypes.pythonapi, workers.TELLS), reason="this Python can switch stacks")
def test_workers(isolated: Isolation) -> None:
    isolated.run(workers.threads_of_the_core_have_workers)


@pytest.mark.parametrize("name", workers.BY_OPTION)
def test_workers_by_option(isolated: Isolation, name: str) -> None:
    isolated.run(workers.workers_by_option, name)


def test_calls_of_workers(isolated: Isolation) -> None:
    isolated.run(workers.the_thread_of_the_core_makes_the_calls)
