"""Stops and resets of a server whose callbacks are coroutines."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from .coroutines import ROUTES, ask
from .harness import Servers


def test_a_stop_ends_what_awaits(serve: Servers) -> None:
    server = serve(ROUTES)
    assert server.get("/leave_a_task").text == "left"
    with ThreadPoolExecutor(1) as pool:
        pool.submit(ask, server, "/forever")
        server.wait_for_log("a request waits for ever")
        begin = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - begin < 10
    log = server.log_text()
    assert re.search(r"a callback still runs:\n(.*\n)*? .*, in forever\n +await asyncio.sleep\(1000\)", log)
    assert "a request is cancelled" in log
    assert "a task is cancelled" in log
    assert "CancelledError" in log
    assert "Python stops while" not in log


def test_a_stop_waits_for_what_ends(serve: Servers) -> None:
    server = serve("""
        import asyncio
        import orthanc

        async def slow(output, uri, **request):
            orthanc.LogWarning("takes its time")
            await asyncio.sleep(2)
            orthanc.LogWarning(f"is done {len(orthanc.RestApiGet('/system')) > 0}")
            output.AnswerBuffer("done", "text/plain")

        @orthanc.RegisterOnChangeCallback
        async def on_change(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STOPPED:
                await asyncio.sleep(0.5)
                orthanc.LogWarning(f"stopped {len(orthanc.RestApiGet('/system')) > 0}")

        orthanc.RegisterRestCallback("/slow", slow)
        """)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(ask, server, "/slow")
        server.wait_for_log("takes its time")
        assert server.stop() == 0
    log = server.log_text()
    assert "is done True" in log
    assert "stopped True" in log


def test_a_stop_abandons_what_blocks_the_loop(serve: Servers) -> None:
    server = serve("""
        import asyncio
        import time
        import orthanc

        async def block(output, uri, **request):
            orthanc.LogWarning("the loop is blocked")
            time.sleep(1000)

        orthanc.RegisterRestCallback("/block", block)
        """)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(ask, server, "/block")
        server.wait_for_log("the loop is blocked")
        begin = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - begin < 12
    log = server.log_text()
    assert re.search(r"a callback still runs:\n(.*\n)*? .*, in block\n +time.sleep\(1000\)", log)
    assert "no longer waits for what this callback awaits" in log
    assert "Python stops while threads of the script still run: orthanc-event-loop" in log


@pytest.mark.alone  # what is cancelled has a quarter of a second for its end
def test_a_stop_cancels_an_event_that_hangs(serve: Servers) -> None:
    server = serve("""
        import asyncio
        import orthanc

        @orthanc.RegisterOnChangeCallback
        async def on_change(change, level, resource):
            try:
                orthanc.LogWarning(f"begins {change.name}")
                await asyncio.sleep(1000)
            finally:
                orthanc.LogWarning(f"cancelled {change.name}")
        """)
    server.wait_for_log("begins ORTHANC_STARTED")
    begin = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - begin < 10
    assert "cancelled ORTHANC_STARTED" in server.log_text()


def test_a_reset_starts_a_new_loop(serve: Servers) -> None:
    server = serve(ROUTES)
    for _ in range(2):
        assert server.get("/leave_a_task").text == "left"
        server.reset({})
        server.wait_until_ready()
        assert server.get("/inner/3").text == "3"
    assert server.log_text().count("a task is cancelled") == 2
    assert server.stop() == 0
