"""Processes that are forked while the script or the server ends: they end, too."""

from __future__ import annotations

import signal
from pathlib import Path

from .children import wait_until_gone
from .harness import Servers


def test_a_process_that_a_thread_restarts_ends_with_the_server(serve: Servers, tmp_path: Path) -> None:
    started = tmp_path / "started"
    server = serve(f"""
        import multiprocessing
        import os
        import threading
        import time

        def work():
            with open({str(started)!r}, "a") as file:
                print(os.getpid(), file=file)
            time.sleep(1000)

        def restart():
            while True:
                process = multiprocessing.Process(target=work, daemon=True)
                process.start()
                process.join()

        threading.Thread(target=restart, daemon=True).start()
        """)
    server.until(started.exists)
    assert server.stop() == 0
    wait_until_gone({int(pid) for pid in started.read_text().split()})


def test_a_process_that_is_forked_while_a_script_ends_ends_too(serve: Servers) -> None:
    server = serve("""
        import os
        import orthanc
        import _orthanc_processes

        statuses = []
        close = os.close

        def close_and_fork(descriptor):  # as another thread may do at this moment
            os.close = close
            close(descriptor)
            pid = os.fork()
            if pid == 0:
                os._exit(0)
            statuses.append(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

        os.close = close_and_fork
        _orthanc_processes._open_lifeline()
        orthanc.LogWarning(f"ended with {statuses}")
        """)
    server.wait_for_log(rf"ended with \[{-signal.SIGKILL}\]$")


def test_a_process_that_a_finalizer_forks_is_no_second_server(serve: Servers) -> None:
    server = serve("""
        import os
        import orthanc

        class Forks:
            def __del__(self):
                pid = os.fork()
                if pid:
                    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
                    orthanc.LogWarning(f"the process ended with {status}")

        forks = Forks()
        """)
    assert server.stop() == 0
    assert "the process ended with 0" in server.log_text()
    assert server.log_text().count("Orthanc has stopped") == 1
