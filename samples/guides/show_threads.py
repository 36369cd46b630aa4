"""Shows where each Python thread of a server is: what it does, or where it hangs.

    orthanc-codegen run samples/guides/show_threads.py
    curl http://localhost:8042/threads

If the server answers no requests any more, a signal writes the same to its standard error:

    kill -USR1 PID
"""

from __future__ import annotations

import faulthandler
import signal
import sys
import threading
import traceback
from typing import Any

import orthanc

STANDARD_ERROR = 2


def show(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the stack of each thread; threads of Orthanc are shown while they run a callback."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    texts = [
        f"{names.get(ident, 'unknown')}:\n{''.join(traceback.format_stack(frame))}"
        for ident, frame in sys._current_frames().items()
    ]
    output.AnswerBuffer("\n".join(texts), "text/plain")


faulthandler.register(signal.SIGUSR1, file=STANDARD_ERROR)
orthanc.RegisterRestCallback("/threads", show)
