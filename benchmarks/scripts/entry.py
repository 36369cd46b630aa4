"""Callbacks that do nothing, for native/entry.c."""

import orthanc


def hello(output, uri, **request):
    output.AnswerBuffer(b"ok", "text/plain")


def refresh():
    pass


orthanc.RegisterRestCallback("/hello", hello)
orthanc.RegisterRefreshMetricsCallback(refresh)
