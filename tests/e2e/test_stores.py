"""Key-value stores and queues, which newer servers keep in their database for scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from .harness import RUNNER, RunningServer, Servers

needs = pytest.mark.needs

pytestmark = needs("StoreKeyValue", "EnqueueValue")


@pytest.fixture(scope="module")
def _server(serve_module: Servers) -> RunningServer:
    return serve_module(RUNNER)


@pytest.fixture
def server(_server: RunningServer) -> RunningServer:
    """Run a server with empty stores."""
    _server.run("""
        for key, value in orthanc.CreateKeysValuesIterator("store"):
            orthanc.DeleteKeyValue("store", key)
        while orthanc.DequeueValue("queue", orthanc.QueueOrigin.FRONT) is not None:
            pass
        """)
    return _server


def test_values_are_kept_byte_by_byte(server: RunningServer) -> None:
    assert server.run("""
        values = {"a": bytes(range(256)), "ключ": b"\\x00", "no UTF-8: \\udcff": "text", "": bytearray(10**6)}
        for key, value in values.items():
            orthanc.StoreKeyValue("store", key, value)
        values["no UTF-8: \\udcff"] = b"text"
        got = {key: orthanc.GetKeyValue("store", key) for key in values}
        assert {type(value) for value in got.values()} == {bytes}
        orthanc.StoreKeyValue("store", "a", memoryview(b"another"))
        answer = [got == values, orthanc.GetKeyValue("store", "a").decode()]
        """) == [True, "another"]


def test_what_is_missing_is_none(server: RunningServer) -> None:
    assert server.run("""
        orthanc.StoreKeyValue("store", "key", b"value")
        answer = [orthanc.GetKeyValue("store", "other"), orthanc.GetKeyValue("other store", "key")]
        orthanc.DeleteKeyValue("store", "key")
        orthanc.DeleteKeyValue("store", "key")
        answer += [orthanc.GetKeyValue("store", "key"), list(orthanc.CreateKeysValuesIterator("store"))]
        """) == [None, None, None, []]


def test_a_store_is_iterated(server: RunningServer) -> None:
    assert server.run("""
        values = {f"key {i}": bytes([i]) * i for i in range(1, 25)}
        for key, value in values.items():
            orthanc.StoreKeyValue("store", key, value)
        iterator = orthanc.CreateKeysValuesIterator("store")
        assert iter(iterator) is iterator
        first = next(iterator)
        assert dict([first, *iterator]) == values
        assert list(iterator) == [] and next(iterator, "end") == "end"  # it stays at its end
        with orthanc.CreateKeysValuesIterator("store") as iterator:
            by_hand = {}
            while iterator.Next():
                by_hand[iterator.GetKey()] = iterator.GetValue()
        try:
            next(iterator)
        except ValueError as error:
            assert "closed" in str(error)
            answer = by_hand == values
        """)


def test_an_iterator_that_has_no_value_yet(server: RunningServer) -> None:
    assert server.run("""
        answer = []
        iterator = orthanc.CreateKeysValuesIterator("store")
        for read in (iterator.GetKey, iterator.GetValue):
            try:
                answer.append(repr(read()))
            except orthanc.OrthancException as error:
                answer.append(error.args[0].name)
        """) == ["BAD_SEQUENCE_OF_CALLS"] * 2


def test_a_queue_has_two_ends(server: RunningServer) -> None:
    assert server.run("""
        front, back = orthanc.QueueOrigin.FRONT, orthanc.QueueOrigin.BACK
        for value in (b"1", b"\\x00\\xff", "3", bytes(10**6)):
            orthanc.EnqueueValue("queue", value)
        assert orthanc.GetQueueSize("queue") == 4
        taken = [orthanc.DequeueValue("queue", origin) for origin in (front, back, front, front, front)]
        assert taken == [b"1", bytes(10**6), b"\\x00\\xff", b"3", None]
        answer = [orthanc.GetQueueSize("queue"), orthanc.GetQueueSize("nobody's")]
        """) == [0, 0]


def test_the_server_keeps_no_empty_values(server: RunningServer) -> None:
    assert server.run("""
        answer = []
        for keep in (orthanc.EnqueueValue, lambda queue, value: orthanc.StoreKeyValue("store", "key", value)):
            for empty in (b"", None):
                try:
                    answer.append(repr(keep("queue", empty)))
                except orthanc.OrthancException as error:
                    answer.append(error.args[0].name)
        """) == ["PARAMETER_OUT_OF_RANGE"] * 4


@needs("ReserveQueueValue")
def test_a_reserved_value_comes_back_unless_it_is_acknowledged(server: RunningServer) -> None:
    assert server.run("""
        import time
        front = orthanc.QueueOrigin.FRONT
        orthanc.EnqueueValue("queue", b"first")
        orthanc.EnqueueValue("queue", b"second")
        first = orthanc.ReserveQueueValue("queue", front, 60)
        value, second_id = orthanc.ReserveQueueValue("queue", front, 60)
        assert (first.target, value) == (b"first", b"second")
        assert orthanc.ReserveQueueValue("queue", front, 1) == (None, None)
        orthanc.AcknowledgeQueueValue("queue", second_id)
        orthanc.AcknowledgeQueueValue("queue", first.value_id)
        orthanc.EnqueueValue("queue", b"first")
        assert orthanc.ReserveQueueValue("queue", front, 1).target == b"first"
        deadline = time.monotonic() + 10
        while (again := orthanc.ReserveQueueValue("queue", front, 60)).target is None:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert again.target == b"first"
        orthanc.AcknowledgeQueueValue("queue", again.value_id)
        answer = orthanc.GetQueueSize("queue")
        """) == 0


@needs("ReserveQueueValue")
def test_what_was_not_reserved(server: RunningServer) -> None:
    assert server.run("""
        answer = []
        for call in (
            lambda: orthanc.AcknowledgeQueueValue("queue", 123456),
            lambda: orthanc.ReserveQueueValue("queue", orthanc.QueueOrigin.BACK, 0),
        ):
            try:
                answer.append(repr(call()))
            except orthanc.OrthancException as error:
                answer.append(error.args[0].name)
        """) == ["UNKNOWN_RESOURCE", "PARAMETER_OUT_OF_RANGE"]


def test_values_survive_a_restart(serve: Servers, tmp_path: Path) -> None:
    folder = {"StorageDirectory": str(tmp_path / "storage"), "IndexDirectory": str(tmp_path / "storage")}
    server = serve(RUNNER, configuration=folder)
    server.run("orthanc.StoreKeyValue('s', 'k', b'v'); orthanc.EnqueueValue('q', b'queued')")
    assert server.stop() == 0
    server = serve(RUNNER, configuration=folder)
    assert server.run("""
        answer = [orthanc.GetKeyValue("s", "k"), orthanc.DequeueValue("q", orthanc.QueueOrigin.BACK)]
        """) == ["b'v'", "b'queued'"]
