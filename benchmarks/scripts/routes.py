"""The routes and callbacks that the benchmarks measure; runs unchanged in both Python plugins."""

import os
import time

import orthanc

FILES = {}


def hello(output, uri, **request):
    output.AnswerBuffer(b"ok", "text/plain")


def take(output, uri, body, **request):
    len(body)
    output.AnswerBuffer(b"ok", "text/plain")


def block(output, uri, **request):
    orthanc.RestApiGetAfterPlugins("/wait")
    output.AnswerBuffer(b"ok", "text/plain")


def burn(output, uri, **request):
    end = time.monotonic() + 0.1
    while time.monotonic() < end:
        pass
    output.AnswerBuffer(b"ok", "text/plain")


def fail(output, uri, **request):
    raise ValueError("as it was asked to")


DATA = bytes(1 << 20)
IMAGE = orthanc.CreateImage(orthanc.PixelFormat.GRAYSCALE8, 1, 1)


def deflate():
    """Compress 1 MiB, and uncompress the result."""
    small = orthanc.BufferCompression(DATA, orthanc.CompressionType.ZLIB_WITH_SIZE, 0)
    orthanc.BufferCompression(small, orthanc.CompressionType.ZLIB_WITH_SIZE, 1)


def peers():
    known = orthanc.GetPeers()
    if hasattr(known, "__iter__"):
        list(known)
    else:
        for index in range(known.GetPeersCount()):
            known.GetPeerName(index)


CALLS = {
    "deflate": deflate,
    "description": lambda: orthanc.GetErrorDescription(orthanc.ErrorCode.TIMEOUT),
    "keywords": lambda: orthanc.CheckVersionAdvanced(expected_major=1, expected_minor=5, expected_revision=7),
    "peers": peers,
    "width": lambda: IMAGE.GetImageWidth(),
    "dictionary": lambda: orthanc.LookupDictionary("PatientID"),
    "md5": lambda: orthanc.ComputeMd5(b"0123456789"),
    "system": lambda: orthanc.RestApiGet("/system"),
    "version": lambda: orthanc.CheckVersionAdvanced(1, 5, 7),
    "nothing": lambda: None,
}


def calls(output, uri, groups, **request):
    """Make calls, and answer with the nanoseconds that one takes."""
    name, count = groups
    call, times = CALLS[name], range(int(count))
    begin = time.perf_counter_ns()
    for _ in times:
        call()
    taken = time.perf_counter_ns() - begin
    output.AnswerBuffer(str(taken / len(times)).encode(), "text/plain")


def on_stored(instance, instance_id):
    assert instance.GetInstanceSize() > 0 and instance_id


def on_change(change, resource, resource_id):
    pass


def create(uuid, content_type, data):
    FILES[uuid, int(content_type)] = data


def read(uuid, content_type):
    return FILES[uuid, int(content_type)]


def remove(uuid, content_type):
    FILES.pop((uuid, int(content_type)), None)


orthanc.RegisterRestCallback("/hello", hello)
orthanc.RegisterRestCallback("/take", take)
orthanc.RegisterRestCallback("/block", block)
orthanc.RegisterRestCallback("/burn", burn)
orthanc.RegisterRestCallback("/fail", fail)
orthanc.RegisterRestCallback("/calls/([a-z0-9]+)/([0-9]+)", calls)
if "BENCH_CALLBACKS" in os.environ:
    orthanc.RegisterOnStoredInstanceCallback(on_stored)
    orthanc.RegisterOnChangeCallback(on_change)
if "BENCH_LARGE" in os.environ:
    import large

    large.register(callbacks=os.environ["BENCH_LARGE"] != "none")
if "BENCH_STORAGE" in os.environ:
    orthanc.RegisterStorageArea(create, read, remove)
