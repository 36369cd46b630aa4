"""Python's logging, warnings and uncaught exceptions in the log of the server."""

from __future__ import annotations

import re

import pytest

from orthanc_codegen.ir import Version

from .harness import RunningServer, Servers

WITH_ORIGIN = Version(1, 12, 4)  # the first Orthanc whose log has origins and trace messages


def wait_for_line(server: RunningServer, level: str, text: str) -> str:
    """Wait for a line of the log at a level, and return it."""
    return server.wait_for_log(rf"^{level}\d.*\] (\(plugins\) )?{text}$").group()


def test_each_level_of_python_is_one_of_orthanc(serve: Servers) -> None:
    server = serve(
        """
        import logging
        logging.getLogger().setLevel(logging.DEBUG)
        log = logging.getLogger("hospital.routing")
        for level in ("debug", "info", "warning", "error", "critical"):
            getattr(log, level)("a %s message", level)
            getattr(logging, level)("%s of the root", level)
        """,
        verbose=True,
    )
    for letter, level in (("I", "info"), ("W", "warning"), ("E", "error"), ("E", "critical")):
        line = wait_for_line(server, letter, f"hospital.routing: a {level} message")
        wait_for_line(server, letter, f"{level} of the root")
        if server.release >= WITH_ORIGIN:
            assert re.search(r"python:/script0\.py:\d+\]", line)
    # Older servers log debug messages as information.
    assert ("a debug message" in server.log_text()) == (server.release < WITH_ORIGIN)


def test_thresholds_are_those_of_python(serve: Servers) -> None:
    server = serve(
        """
        import logging
        logging.info("not asked for")
        logging.getLogger("chatty").debug("not asked for either")
        logging.getLogger("chatty").setLevel(logging.ERROR)
        logging.getLogger("chatty").warning("no warnings of this one")
        logging.warning("done")
        """,
        verbose=True,
    )
    wait_for_line(server, "W", "done")
    assert "asked for" not in server.log_text()
    assert "no warnings" not in server.log_text()


@pytest.mark.parametrize(
    "configure",
    [
        "logging.basicConfig(filename=file)",
        "logging.basicConfig(filename=file, force=True)",
        "logging.getLogger().addHandler(logging.FileHandler(file))",
        "logging.getLogger('own').addHandler(logging.FileHandler(file))",
        "logging.config.dictConfig({'version': 1, 'root': {'handlers': ['f']},"
        " 'handlers': {'f': {'class': 'logging.FileHandler', 'filename': file}}})",
    ],
)
def test_a_script_with_handlers_of_its_own_keeps_control(serve: Servers, configure: str) -> None:
    server = serve(f"""
        import logging, logging.config, orthanc
        file = __file__ + ".log"
        {configure}
        logging.getLogger("own").error("for the handlers of the script")
        with open(file) as log:
            orthanc.LogWarning("the script wrote: " + log.read().strip())
        """)
    wait_for_line(server, "W", "the script wrote: .*for the handlers of the script")
    assert server.log_text().count("for the handlers of the script") == 1


def test_a_configuration_that_python_refuses_changes_nothing(serve: Servers) -> None:
    server = serve("""
        import logging
        try:
            logging.basicConfig(stream=1, filename="both")
        except ValueError:
            logging.error("still in the log of Orthanc")
        logging.getLogger("silent").addHandler(logging.NullHandler())
        logging.getLogger("silent").error("of a package that leaves it to the script")
        """)
    wait_for_line(server, "E", "still in the log of Orthanc")
    wait_for_line(server, "E", "silent: of a package that leaves it to the script")


def test_text_that_no_log_could_take(serve: Servers) -> None:
    server = serve(r"""
        import logging
        logging.error("a NUL \0, an \x1b, a surrogate \ud800, \u00fcn\u00ef, and %s")
        logging.error("one argument too many", 1)
        logging.error("two\nlines")
        """)
    wait_for_line(server, "E", r"a NUL \\x00, an \\x1b, a surrogate \\ud800, ünï, and %s")
    server.wait_for_log("not all arguments converted")
    server.wait_for_log(r"\] two\n  lines$")


FAILURES = """
    import asyncio, gc, threading, _thread, time, warnings
    import logging, orthanc

    def fail(where):
        raise ValueError("lost in " + where)

    class Fails:
        def __del__(self):
            fail("a finaliser")

    async def task():
        fail("a task")

    async def main():
        asyncio.create_task(task())
        await asyncio.sleep(0.01)

    def leave():
        raise SystemExit(3)

    for thread in (threading.Thread(target=fail, args=["a thread"], name="worker 7"),
                   threading.Thread(target=leave, name="polite")):
        thread.start()
        thread.join()
    _thread.start_new_thread(fail, ("a bare thread",))
    Fails()
    asyncio.run(main())
    gc.collect()
    try:
        fail("the main thread")
    except ValueError:
        logging.getLogger("app").exception("caught:")
    warnings.warn("this is old", UserWarning)
    """


def test_exceptions_that_nobody_catches_are_logged_with_their_traceback(serve: Servers) -> None:
    server = serve(FAILURES)
    for head, where in (
        ("Exception in thread worker 7:", "a thread"),
        ("Exception ignored .*Fails.__del__.*", "a finaliser"),
        ("Exception ignored .*thread.*<function fail .*", "a bare thread"),
        ("asyncio: Task exception was never retrieved", "a task"),
        ("app: caught:", "the main thread"),
    ):
        server.wait_for_log(
            rf"^E\d.*\] {head}\n(  future: .*\n)?  Traceback \(most recent call last\):\n"
            rf"( .*\n)* +File \".*script0\.py\", line \d+, in fail\n( .*\n)*  ValueError: lost in {where}$"
        )
    assert "polite" not in server.log_text()


def test_warnings_are_logged_with_their_place(serve: Servers) -> None:
    server = serve(FAILURES)
    server.wait_for_log(r"^W\d.*script0\.py:\d+: UserWarning: this is old\n    warnings\.warn\(")


def test_many_threads_log_while_callbacks_do(serve: Servers) -> None:
    server = serve("""
        import logging, threading
        import orthanc

        def work(name, count=500):
            for i in range(count):
                logging.getLogger(name).error("message %d", i)

        def route(output, uri, **request):
            work("route", 20)
            output.AnswerBuffer("ok", "text/plain")

        def started(change, level, resource):
            logging.getLogger("change").error("%s", change)

        orthanc.RegisterRestCallback("/work", route)
        orthanc.RegisterOnChangeCallback(started)
        for number in range(4):
            threading.Thread(target=work, args=[f"thread {number}"], daemon=True).start()
        """)
    for _ in range(10):
        assert server.get("/work").text == "ok"
    for number in range(4):
        wait_for_line(server, "E", f"thread {number}: message 499")
    log = server.log_text()
    assert len(re.findall(r"^E.*\] thread \d: message \d+$", log, re.MULTILINE)) == 2000
    assert len(re.findall(r"^E.*\] route: message \d+$", log, re.MULTILINE)) == 200
    assert server.stop() == 0


def test_nothing_is_logged_after_the_stop(serve: Servers) -> None:
    server = serve("""
        import atexit, logging, threading, time

        def forever():
            while True:
                logging.error("a thread that does not end")
                time.sleep(0.005)

        threading.Thread(target=forever, daemon=True).start()
        atexit.register(logging.error, "the last word")
        """)
    server.wait_for_log("a thread that does not end$")
    assert server.stop() == 0
    log = server.log_text()
    assert "the last word" in log
    assert log.rstrip().splitlines()[-1].endswith("Orthanc has stopped")
    assert "Logging error" not in log
    assert "Traceback" not in log


def test_a_restart_begins_with_a_fresh_log(serve: Servers) -> None:
    server = serve("""
        import logging
        logging.getLogger().setLevel(logging.INFO)
        logging.getLogger("app").addHandler(logging.StreamHandler())
        logging.getLogger("app").warning("from the app")
        logging.getLogger("other").warning("from elsewhere")
        """)
    server.wait_for_log("^from the app$")
    server.post("/tools/reset", "")
    server.wait_for_log(r"(?s)Orthanc has started.*Orthanc has started")
    log = server.log_text()
    assert log.count("from the app") == 2
    assert log.count("from elsewhere") == 2
    assert server.stop() == 0


def test_what_a_client_sends_forges_no_line_of_the_log(serve: Servers) -> None:
    server = serve("""
        import logging, threading, warnings
        import orthanc

        class Fails:
            def __init__(self, text):
                self.text = text
            def __del__(self):
                raise ValueError(self.text)

        def raise_again(text):
            raise ValueError(text)

        def route(output, uri, **request):
            text = uri.rpartition("/")[2]
            thread = threading.Thread(target=raise_again, args=(text,))
            thread.start()
            thread.join()
            Fails(text)
            warnings.warn(text)
            try:
                raise_again(text)
            except ValueError:
                logging.exception("a request for %s", text)
            output.AnswerBuffer("ok", "text/plain")

        orthanc.RegisterRestCallback("/log/(.*)", route)
        """)
    assert server.get("/log/begin%0aE1126%2000:00:00.000000%20main.cpp:1]%20forged%1b[31m%0d").text == "ok"
    server.wait_for_log("a request for begin")
    log = server.log_text()
    assert log.count("forged") >= 5
    assert not re.search(r"^\S.*forged", log, re.MULTILINE)
    assert "\x1b" not in log
    assert "\r" not in log
