"""Scripts that are connected to a message broker, with pika in a thread."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from .broker import Broker
from .harness import Servers

SCRIPT = """
    import json
    import threading
    import time
    import pika
    import orthanc

    received = []
    refused = 0
    connection = channel = None

    def on_message(channel, method, properties, body):
        json.loads(orthanc.RestApiGet("/system"))
        received.append(body.decode())
        channel.basic_ack(method.delivery_tag)

    def consume():
        global connection, channel, refused
        while True:
            try:
                connection = pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", PORT))
                channel = connection.channel()
                channel.queue_declare("to-script")
                channel.queue_declare("from-script")
                channel.basic_consume("to-script", on_message)
                channel.start_consuming()
            except pika.exceptions.AMQPError:
                refused += 1
                time.sleep(0.05)

    def tell(output, uri, **request):
        output.AnswerBuffer(json.dumps({"received": received, "refused": refused}), "application/json")

    def publish(output, uri, groups, **request):
        # Only the thread of a pika connection may use it; other threads add callbacks.
        send = lambda: channel.basic_publish("", "from-script", groups[0].encode())
        connection.add_callback_threadsafe(send)
        output.AnswerBuffer("sent", "text/plain")

    orthanc.RegisterRestCallback("/told", tell)
    orthanc.RegisterRestCallback("/publish/(.*)", publish)
    threading.Thread(target=consume, name="consumer", daemon=DAEMON).start()
    """


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Broker]:
    """Return a broker for the test to start."""
    made = Broker(tmp_path)
    yield made
    made.stop()


def script(broker: Broker, daemon: bool) -> str:
    return SCRIPT.replace("PORT", str(broker.port)).replace("DAEMON", str(daemon))


def test_messages_come_and_go_in_a_thread(serve: Servers, broker: Broker) -> None:
    server = serve(script(broker, daemon=True), packages=True)

    def told(what: str) -> Any:
        return server.get("/told").json()[what]

    server.until(lambda: told("refused") >= 2)  # the server also answers without a broker
    expected: list[str] = []
    for number in range(2):  # the second broker replaces the first, which was killed
        broker.start()
        sent = [f"message {number}.{i}" for i in range(20)]
        broker.send("to-script", *sent)
        expected += sent
        server.until(partial(lambda expected: told("received") == expected, list(expected)))
        assert server.get(f"/publish/answer{number}").text == "sent"
        assert broker.receive("from-script") == f"answer{number}"
        broker.stop()
        server.until(partial(lambda before: told("refused") > before, told("refused")))
    assert server.stop() == 0


# "no daemon" uses up the span of a stop that threads are given: 8 of 10 seconds, when nothing else runs.
_NO_DAEMON = pytest.param(False, marks=pytest.mark.alone, id="no daemon")


@pytest.mark.parametrize("daemon", [pytest.param(True, id="daemon"), _NO_DAEMON])
@pytest.mark.parametrize("is_connected", [True, False], ids=["connected", "refused"])
def test_a_thread_that_waits_for_messages_does_not_hold_the_server(
    serve: Servers, broker: Broker, daemon: bool, is_connected: bool
) -> None:
    server = serve(script(broker, daemon), packages=True)
    if is_connected:
        broker.start()
        broker.send("to-script", "one")
        server.until(lambda: server.get("/told").json()["received"] == ["one"])
    begin = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - begin < 10
    # pika may have a thread of its own.
    assert re.search(r"threads of the script still run: .*\bconsumer\b", server.log_text())
