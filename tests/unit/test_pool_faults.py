"""The process pools of the runtime, when threads, slots and forks get in each other's way."""

from __future__ import annotations

import pytest

from .pools import run

SCENARIOS = {
    "no process can be started for a while": """
        pools._PAUSE = 0.01
        fork, attempts = os.fork, []
        def refuse():
            attempts.append(1)
            if len(attempts) <= 20:
                raise BlockingIOError(11, "no more processes")
            return fork()
        result = pool.apply_async(sleep, (1000,))
        wait_until(lambda: any(pool._inqueue._numbers))
        before = len(os.listdir("/proc/self/fd"))
        os.fork = refuse
        for process in list(pool._pool):
            kill(process)
        assert outcome(result) == "lost"
        wait_until(lambda: len(pool._pool) == 4)
        assert len(os.listdir("/proc/self/fd")) < before + 20
        assert works(pool)
    """,
    "no process can be started until the pool ends": """
        pools._PAUSE = 0.01
        def refuse():
            raise BlockingIOError(11, "no more processes")
        os.fork = refuse
        for process in list(pool._pool):
            kill(process)
        wait_until(lambda: not pool._pool)
        pool.terminate()
        pool.join()
    """,
    "a new process takes the slot of another one that has ended": """
        tasks = pool._inqueue
        first = pool.apply_async(sleep, (1000,))
        wait_until(lambda: 1 in list(tasks._numbers))
        second = pool.apply_async(sleep, (1,))
        wait_until(lambda: 2 in list(tasks._numbers))
        class Slots:
            def __init__(self, slots):
                self.slots = slots
            def __getitem__(self, slot):
                return self.slots[slot]
            def __setitem__(self, slot, process):
                self.slots[slot] = process
                if process == 0:
                    tasks._numbers[slot] = 2
        process = tasks._processes[list(tasks._numbers).index(1)]
        tasks._processes = Slots(tasks._processes)
        os.kill(process, signal.SIGKILL)
        assert (outcome(first), outcome(second)) == ("lost", "slept")
    """,
    "a thread holds the lock of a queue": """
        lock = pools.Tasks(multiprocessing.get_context())._lock
        def is_free():
            child = os.fork()
            if child == 0:
                os._exit(lock.acquire(wait=False))
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
        lock.acquire()
        lock._is_inside[0] = 1  # which only the owner may judge
        assert not lock.is_broken()
        assert not is_free()
        lock.release()
        assert lock.is_broken()
        assert is_free()
    """,
    "a process takes a task while another thread looks for a broken stream": """
        lock = pools.Tasks(multiprocessing.get_context())._lock
        release = lock.release
        def take():
            release()
            lock._is_inside[0] = 1
        lock.release = take
        assert not lock.is_broken()
    """,
    "two threads fail a call": """
        tasks = pool._inqueue
        result = pool.apply_async(sleep, (1000,))
        wait_until(lambda: 1 in list(tasks._numbers))
        class Raced(dict):
            def __contains__(self, job):
                return True  # but the other thread has removed it before it is looked up
        tasks.cache = Raced()
        for process in list(pool._pool):
            kill(process)
        wait_until(lambda: not tasks._open)
        for process in list(pool._pool):
            kill(process)
        assert works(pool)
    """,
    "a task whose sending fails is failed once": """
        tasks = pools.Tasks(multiprocessing.get_context())
        class Broken:
            def send_bytes(self, data):
                tasks.fail_all()
                raise BrokenPipeError
        tasks._writer = Broken()
        tasks.send((7, 0, abs, (1,), {}))  # fail_all() has failed it
        try:
            tasks.send(None)
        except OSError:
            pass  # as the pool expects at its end
        else:
            raise AssertionError("no error")
    """,
    "an idle process has the lock of the tasks when the pool ends": """
        tasks = pools.Tasks(multiprocessing.get_context())
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            tasks._lock.acquire()
            os.write(writer, b"x")
            time.sleep(1000)
        os.read(reader, 1)
        sender = threading.Thread(target=int)
        sender.start()
        sender.join()
        ending = threading.Thread(target=tasks.drain, args=(sender,), daemon=True)
        ending.start()
        ending.join(20)
        hangs = ending.is_alive()
        os.kill(child, signal.SIGKILL)
        assert not hangs
    """,
    "a process is killed in the middle of a task while the pool ends": """
        before = list(pool._pool)
        for process in before:
            os.kill(process.pid, signal.SIGSTOP)
        result = pool.apply_async(len, (bytes(20_000_000),))  # more than the stream holds
        assert pool._inqueue._reader.poll(20)
        os.read(pool._inqueue._reader.fileno(), 100)  # as the process would
        pool._inqueue._lock._is_inside[0] = 1
        ending = threading.Thread(target=pool.terminate)
        ending.start()
        wait_until(lambda: not pool._worker_handler.is_alive())  # which would replace the stream
        for process in before:
            kill(process)
        ending.join(20)
        assert not ending.is_alive()
        pool.join()
        assert outcome(result) == "lost"
    """,
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_pool(name: str) -> None:
    run(SCENARIOS[name])
