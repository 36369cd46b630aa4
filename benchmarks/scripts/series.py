"""The work of samples/cluster inside of a server: in the on-change callback, in threads, in processes."""

import json
import os
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import orthanc

sys.path.insert(0, "SAMPLE")  # the benchmark writes the folder
os.environ["CLUSTER_ORTHANC"] = "http://localhost"
import workers

THREADS, PROCESSES = ThreadPoolExecutor(8), ProcessPoolExecutor(2)
expected, way, begun, done = set(), "", threading.Event(), threading.Semaphore(0)


def in_process(*values):
    return PROCESSES.submit(workers.mean_image, *values).result()


def work(series, compute):
    content = json.loads(orthanc.RestApiGet(f"/series/{series}"))
    pixels = orthanc.RestApiGet(f"/series/{series}/numpy")
    first = orthanc.RestApiGet(f"/instances/{min(content['Instances'])}/file")
    orthanc.RestApiPost("/instances", compute(pixels, first, workers.uids(content)))
    done.release()


@orthanc.RegisterOnChangeCallback
def on_change(change, level, resource):
    if change != orthanc.ChangeType.STABLE_SERIES or resource not in expected:
        return
    begun.wait()  # all events wait in the server's queue, behind the first one
    if way == "callback":
        work(resource, workers.mean_image)
    else:
        THREADS.submit(work, resource, workers.mean_image if way == "threads" else in_process)


def expect(output, uri, groups, body, **request):
    global expected, way
    begun.clear()
    expected, way = set(body.decode().split()), groups[0]
    output.AnswerBuffer("", "text/plain")


def begin(output, uri, **request):
    start = time.monotonic()
    begun.set()
    for _ in expected:
        done.acquire()
    output.AnswerBuffer(str(time.monotonic() - start), "text/plain")


orthanc.RegisterRestCallback("/expect/(.*)", expect)
orthanc.RegisterRestCallback("/begin", begin)
