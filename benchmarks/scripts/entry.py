"""Callbacks that do nothing, for native/entry.c."""

import orthanc


def hello(output, uri, **request):
    output.AnswerBuffer(b"ok", "text/plain")


def refresh():
    pass


def ignore(output, uri, **request):
    pass


def request():
    ignore(None, "/hello", method="GET", groups=(), headers=HEADERS, get=ARGUMENTS)


HEADERS, ARGUMENTS = {}, {}


orthanc.RegisterRestCallback("/hello", hello)
orthanc.RegisterRefreshMetricsCallback(refresh)
