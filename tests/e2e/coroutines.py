"""Routes that are coroutines, for several tests."""

from __future__ import annotations

import http.client

from .harness import Answer, RunningServer

ROUTES = """
    import asyncio
    import json
    import os
    import threading
    import orthanc

    async def nap(output, uri, **request):
        naps.append(uri)
        await asyncio.sleep(0.2)
        naps.pop()
        output.AnswerBuffer("rested", "text/plain")

    def napping(output, uri, **request):
        output.AnswerBuffer(str(len(naps)), "text/plain")

    def plain(output, uri, **request):
        output.AnswerBuffer("plain", "text/plain")

    async def missing(output, uri, **request):
        await asyncio.sleep(0)
        raise orthanc.OrthancException(orthanc.ErrorCode.UNKNOWN_RESOURCE, "gone")

    async def thread(output, uri, **request):
        output.AnswerBuffer(threading.current_thread().name, "text/plain")

    async def inner(output, uri, groups, **request):
        n = int(groups[0])
        below = await asyncio.to_thread(orthanc.RestApiGetAfterPlugins, f"/inner/{n - 1}") if n else b"-1"
        output.AnswerBuffer(str(int(below) + 1), "text/plain")

    async def direct(output, uri, **request):
        output.AnswerBuffer(orthanc.RestApiGetAfterPlugins("/plain"), "text/plain")

    async def forever(output, uri, **request):
        orthanc.LogWarning("a request waits for ever")
        try:
            await asyncio.sleep(1000)
        finally:
            orthanc.LogWarning("a request is cancelled")

    async def leave_a_task(output, uri, **request):
        async def work():
            try:
                await asyncio.sleep(1000)
            finally:
                print("a task is cancelled", flush=True)
        tasks.append(asyncio.create_task(work()))
        output.AnswerBuffer("left", "text/plain")

    async def fork(output, uri, **request):
        other = asyncio.create_task(note(os.getpid()))
        pid = os.fork()
        if pid == 0:
            await asyncio.sleep(0)  # ends the process
            os._exit(7)
        await other
        status = os.waitstatus_to_exitcode((await asyncio.to_thread(os.waitpid, pid, 0))[1])
        output.AnswerBuffer(json.dumps([status, notes]), "application/json")

    async def note(pid):
        notes.append(pid == os.getpid())
        if pid != os.getpid():
            os._exit(8)

    naps, tasks, notes = [], [], []
    for function in (nap, napping, plain, missing, thread, direct, forever, leave_a_task, fork):
        orthanc.RegisterRestCallback("/" + function.__name__, function)
    orthanc.RegisterRestCallback("/inner/(.*)", inner)
"""


def ask(server: RunningServer, path: str) -> Answer | None:
    """Send a GET; return None if the server ends the connection."""
    try:
        return server.get(path)
    except (OSError, http.client.HTTPException):
        return None
