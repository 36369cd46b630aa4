"""The process pools of the runtime: a call fails if its process is killed."""

from __future__ import annotations

import pytest

from .pools import run

SCENARIOS = {
    "a pool does what a pool of Python does": """
        assert pool.map(square, range(100), chunksize=7) == [x * x for x in range(100)]
        assert list(pool.imap(square, range(9))) == [x * x for x in range(9)]
        assert sorted(pool.imap_unordered(square, range(9))) == [x * x for x in range(9)]
        assert pool.starmap(pow, [(2, 3), (3, 2)]) == [8, 9]
        assert len(pool.apply(content, (10_000_000,))) == 10_000_000
        assert pool.apply(len, (bytes(10_000_000),)) == 10_000_000
        try:
            pool.apply(fail, ("raised there",))
        except LookupError as error:
            assert error.args == ("raised there",)
        try:
            pool.apply(lambda: 0)
        except Exception as error:
            assert "pickle" in str(error)
        with multiprocessing.Pool(2, maxtasksperchild=1) as other:
            assert other.map(square, range(6), chunksize=1) == [0, 1, 4, 9, 16, 25]
        pool.close()
        pool.join()
    """,
    "a pool ends with tasks in its queue": """
        for result in pool.imap_unordered(square, range(10_000)):
            break
        before = list(pool._pool)
        pool.terminate()
        pool.join()
        assert not any(process.is_alive() for process in before)
        with multiprocessing.Pool(2) as other:
            other.map_async(sleep, [0.01] * 1000, chunksize=1)
    """,
    "places of processes that break a stream are free again": """
        for number in range(8):
            result = pool.apply_async(content, (20_000_000,))
            time.sleep(0.005)
            for process in list(pool._pool):
                kill(process)
            outcome(result)
        assert works(pool)
        def owners_live():
            alive = {process.pid for process in list(pool._pool)}
            return {owner for owner in list(pool._inqueue._processes) if owner} <= alive
        end = time.monotonic() + 20
        while not owners_live():
            assert time.monotonic() < end
            time.sleep(0.01)
    """,
    "new processes do not wait for a stream that is broken": """
        maintain = pools._PythonPool._maintain_pool
        def slow(*arguments):
            maintain(*arguments)
            time.sleep(0.5)  # the new processes begin before the broken stream is noticed
        pools._PythonPool._maintain_pool = staticmethod(slow)
        before = list(pool._pool)
        for process in before:
            os.kill(process.pid, signal.SIGSTOP)
        result = pool.apply_async(square, (2,))
        pool._inqueue._reader.recv_bytes()  # as a process would that is killed in the middle of it
        pool._inqueue._lock._is_inside[0] = 1
        for process in before:
            kill(process)
        assert outcome(result) == "lost"
        assert works(pool)
    """,
    "idle processes are killed": """
        outcomes = []
        for number in range(60):
            kill_one(pool)
            time.sleep(0.03 * (number % 2))  # in the middle of a message, too
            outcomes += [outcome(pool.apply_async(square, (3,))) for _ in range(3)]
        assert set(outcomes) <= {9, "lost"}
        assert outcomes.count(9) > 120
    """,
    "a busy process is killed": """
        results = [pool.apply_async(wait, (0,)) for _ in range(4)]
        until_busy()
        kill_one(pool)
        go()
        assert sorted(map(outcome, results)) == ["lost", "waited", "waited", "waited"]
        assert outcome(pool.map_async(square, range(20))) == [x * x for x in range(20)]
    """,
    "a process is killed that maps": """
        result = pool.map_async(wait, range(8), chunksize=1)
        until_busy()
        kill_one(pool)
        go()
        assert outcome(result) == "lost"
        several = pool.imap(sleep, [0.3] * 8)
        time.sleep(0.1)
        kill_one(pool)
        assert works(pool)
    """,
    "processes are killed that hand over much": """
        outcomes = []
        for number in range(20):
            results = [pool.apply_async(content, (4_000_000,)) for _ in range(6)]
            time.sleep(0.001 * number)
            kill_one(pool)
            outcomes += [result if result == "lost" else len(result) for result in map(outcome, results)]
        assert set(outcomes) <= {4_000_000, "lost"}
        assert works(pool)
    """,
    "processes are killed that take much": """
        outcomes = []
        for number in range(20):
            results = [pool.apply_async(len, (bytes(4_000_000),)) for _ in range(6)]
            time.sleep(0.001 * number)
            kill_one(pool)
            outcomes += list(map(outcome, results))
        assert set(outcomes) <= {4_000_000, "lost"}
        assert works(pool)
    """,
    "other forks hold copies of a stream that breaks": """
        other = multiprocessing.Pool(1)
        child = os.fork()
        if child == 0:
            time.sleep(60)
            os._exit(0)
        for number in range(12):
            for call in ((content, (4_000_000,)), (len, (bytes(4_000_000),))):
                result = pool.apply_async(*call)
                time.sleep(0.003)
                for process in list(pool._pool):
                    kill(process)
                outcome(result)
        assert works(pool)
        assert works(other)
        pool.terminate()
        pool.join()
        os.kill(child, signal.SIGKILL)
    """,
    "a pool ends whose processes are killed": """
        for process in list(pool._pool):
            kill(process)
        pool.terminate()
        pool.join()
    """,
    "pools of threads and of other processes are those of Python": """
        assert ThreadPool(2).map(square, range(4)) == [0, 1, 4, 9]
        assert isinstance(pool, multiprocessing.pool.Pool)
        with multiprocessing.get_context("forkserver").Pool(1) as other:
            assert other.apply(abs, (-1,)) == 1
    """,
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_pool(name: str) -> None:
    run(SCENARIOS[name])
