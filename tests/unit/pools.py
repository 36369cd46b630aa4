"""Runs a scenario with the process pools of the runtime."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "plugin_runtime" / "module" / "lifecycle"
TIMEOUT = 120  # seconds after which a test counts as hung

# Runs in a subprocess, since a pool leaves threads behind.
PREAMBLE = """
import importlib.util, multiprocessing, os, random, signal, sys, threading, time, traceback
from multiprocessing.pool import ThreadPool

for name in ("pool_queues", "pools"):
    spec = importlib.util.spec_from_file_location("_orthanc_" + name, f"{sys.argv[1]}/{name}.py")
    sys.modules[spec.name] = pools = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pools)
multiprocessing.set_start_method("fork")
pools.install()

def end(*error):  # at once: the end of Python would wait for the pool
    traceback.print_exception(*error)
    sys.stderr.flush()
    os._exit(1)

sys.excepthook = end
threading.excepthook = lambda error: end(error.exc_type, error.exc_value, error.exc_traceback)

def wait_until(condition):
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("a condition does not become true")
        time.sleep(0.001)

def square(x):
    return x * x

def sleep(seconds):
    time.sleep(seconds)
    return "slept"

begun, going = os.pipe(), os.pipe()

def wait(_):
    os.write(begun[1], b"x")
    os.read(going[0], 1)
    return "waited"

def go():
    os.write(going[1], bytes(100))

def until_busy():
    for _ in range(4):
        os.read(begun[0], 1)

def content(size):
    return bytes(size)

def fail(text):
    raise LookupError(text)

def kill(process):
    try:
        os.kill(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass

def kill_one(pool):
    # The pool is empty or smaller for a moment while it replaces processes that ended.
    deadline = time.monotonic() + 20
    while len(processes := list(pool._pool)) < 4:
        if time.monotonic() > deadline:
            raise AssertionError("processes are not replaced")
        time.sleep(0.001)
    kill(random.choice(processes))

def outcome(result):
    try:
        return result.get(timeout=20)
    except multiprocessing.TimeoutError:
        raise AssertionError("a call hangs") from None
    except multiprocessing.ProcessError:
        return "lost"

def works(pool):
    # A call may be lost if the pool has not yet noticed the end of a process.
    return 4 in (outcome(pool.apply_async(square, (2,))) for _ in range(20) if not time.sleep(0.05))

pool = multiprocessing.Pool(4)
"""


def run(scenario: str) -> None:
    """Run code that uses a pool, `pool`, in a process of its own; raise AssertionError if it fails."""
    code = PREAMBLE + textwrap.dedent(scenario) + "\nos._exit(0)\n"
    done = subprocess.run(
        [sys.executable, "-c", code, str(FOLDER)],
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
