"""Callbacks for large DICOM files, and a thread that shows how long others keep it waiting."""

import threading
import time

import orthanc

SYNTAX = b"1.2.840.10008.1.2.4.80"
HEAD = 1024  # bytes, which hold the meta header
PAUSE = 0.001
LONGEST = [0.0]
TRANSCODED = {}


def received(dicom, origin, **_):
    len(dicom)
    return orthanc.ReceivedInstanceAction.KEEP_AS_IS, None


def decode(dicom, frame_index, **_):
    len(dicom)
    return orthanc.CreateImage(orthanc.PixelFormat.GRAYSCALE8, 1, 1)


def transcode(dicom, allowed_syntaxes, *_, **__):
    """Return the file with the UID of the allowed syntax; made once, since Python copies with the GIL."""
    (allowed,) = allowed_syntaxes
    if len(dicom) not in TRANSCODED:
        TRANSCODED[len(dicom)] = dicom[:HEAD].replace(SYNTAX, allowed.encode()) + dicom[HEAD:]
    return TRANSCODED[len(dicom)]


def beat():
    while True:
        begin = time.monotonic()
        time.sleep(PAUSE)
        LONGEST[0] = max(LONGEST[0], time.monotonic() - begin - PAUSE)


def stall(output, uri, **request):
    """Answer with the longest stall in seconds since the last request."""
    longest, LONGEST[0] = LONGEST[0], 0.0
    output.AnswerBuffer(str(longest).encode(), "text/plain")


def register(callbacks=True):
    if callbacks:
        orthanc.RegisterReceivedInstanceCallback(received)
        # Debian's plugin lacks these two.
        if hasattr(orthanc, "RegisterDecodeImageCallback"):
            orthanc.RegisterDecodeImageCallback(decode)
            orthanc.RegisterTranscoderCallback(transcode)
    orthanc.RegisterRestCallback("/stall", stall)
    threading.Thread(target=beat, daemon=True).start()
