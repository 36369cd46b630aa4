"""The work of samples/cluster inside of a server: in a callback, in threads, in processes."""

import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import orthanc

sys.path.insert(0, "SAMPLE")  # the benchmark writes the folder
os.environ["CLUSTER_ORTHANC"] = "http://localhost"
import workers


def work(series, compute):
    content = json.loads(orthanc.RestApiGet(f"/series/{series}"))
    pixels = orthanc.RestApiGet(f"/series/{series}/numpy")
    first = orthanc.RestApiGet(f"/instances/{min(content['Instances'])}/file")
    orthanc.RestApiPost("/instances", compute(pixels, first, workers.uids(content)))


def measure(output, uri, groups, body, **request):
    series = body.decode().split()
    begin = time.monotonic()
    if groups[0] == "callback":  # changes are reported one after the other
        for each in series:
            work(each, workers.mean_image)
    elif groups[0] == "threads":
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda each: work(each, workers.mean_image), series))
    else:
        with ProcessPoolExecutor(2) as processes, ThreadPoolExecutor(8) as threads:
            apart = lambda *values: processes.submit(workers.mean_image, *values).result()  # noqa: E731
            list(threads.map(lambda each: work(each, apart), series))
    output.AnswerBuffer(str(time.monotonic() - begin), "text/plain")


orthanc.RegisterRestCallback("/work/(.*)", measure)
