"""The end of the processes of a script: in their own way, but they do not hold the server."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from .children import children_of
from .harness import Servers


@pytest.mark.alone
def test_processes_that_ignore_the_end_do_not_hold_the_server(serve: Servers) -> None:
    server = serve("""
        import multiprocessing
        import signal
        import time

        def initialize():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)

        pool = multiprocessing.Pool(2, initializer=initialize)
        calls = [pool.apply_async(time.sleep, (1000,)) for _ in range(2)]

        def ignore():
            initialize()
            time.sleep(1000)

        for _ in range(6):
            multiprocessing.Process(target=ignore).start()
        """)
    assert server.pid is not None
    children = children_of(server.pid)
    assert len(children) == 8
    begin = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - begin < 10
    assert "Processes of the script did not end, and were killed: " in server.log_text()
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def test_items_that_no_process_takes_do_not_hold_the_server(serve: Servers) -> None:
    server = serve("""
        import atexit
        import multiprocessing
        import time

        def work():
            time.sleep(1000)

        multiprocessing.Process(target=work, daemon=True).start()
        queues = [multiprocessing.Queue() for _ in range(2)]
        queues[0].put(bytes(1_000_000))  # more than the pipe holds
        atexit.register(queues[1].put, bytes(1_000_000))
        """)
    assert server.stop(30) == 0
    assert "QueueFeederThread" in server.log_text()
    assert server.log_text().count("Orthanc has stopped") == 1


def test_processes_that_replace_killed_ones_do_not_hold_the_server(serve: Servers) -> None:
    server = serve("""
        import atexit
        import multiprocessing
        import time

        pool = multiprocessing.Pool(1)
        for _ in range(100):
            pool.apply_async(time.sleep, (1000,))

        @atexit.register
        def finish():
            pool.close()
            pool.join()
        """)
    assert server.stop(30) == 0
    assert "Processes of the script did not end, and were killed: ForkPoolWorker" in server.log_text()


def test_a_pool_of_fresh_processes_does_not_hold_the_server(serve: Servers) -> None:
    server = serve("""
        import atexit
        import multiprocessing
        import time

        if multiprocessing.parent_process() is None:
            pool = multiprocessing.get_context("spawn").Pool(2)
            pool.apply(abs, (-1,))
            atexit.register(time.sleep, 2)
        """)
    assert server.stop(30) == 0


def test_exit_functions_end_processes_in_their_own_way(serve: Servers, tmp_path: Path) -> None:
    received = tmp_path / "received"
    server = serve(f"""
        import atexit
        import multiprocessing
        from pathlib import Path
        import orthanc

        def work(queue):
            Path({str(received)!r}).write_text(" ".join(iter(queue.get, None)))

        queue = multiprocessing.Queue()
        worker = multiprocessing.Process(target=work, args=(queue,))
        worker.start()
        manager = multiprocessing.Manager()
        shared = manager.dict()

        @atexit.register
        def end():
            for item in ("the", "last", None):
                queue.put(item)
            worker.join()
            shared["status"] = worker.exitcode
            orthanc.LogWarning(f"it ended with {{dict(shared)}}")
        """)
    assert server.stop() == 0
    assert received.read_text() == "the last"
    assert "it ended with {'status': 0}" in server.log_text()
    assert "Processes of the script" not in server.log_text()


def test_a_thread_may_close_its_process_during_the_stop(serve: Servers) -> None:
    server = serve("""
        import atexit
        import multiprocessing
        import os
        import threading
        import orthanc

        reader, writer = os.pipe()
        started = threading.Semaphore(0)

        def wait():
            os.close(writer)
            os.read(reader, 1)

        def run():
            process = multiprocessing.Process(target=wait)
            process.start()
            started.release()
            process.join()
            process.close()

        for _ in range(4):
            threading.Thread(target=run, daemon=True).start()
        for _ in range(4):
            started.acquire()

        @atexit.register
        def end():
            os.close(writer)
            orthanc.LogWarning("Python said goodbye")
        """)
    assert server.stop() == 0
    assert "Python said goodbye" in server.log_text()
    assert "Error while stopping Python" not in server.log_text()
