"""The script of samples/cluster, and the times of the stable events that it gets."""

import json
import sys
import time

import orthanc

EVENTS = {}


# Registered before that of the sample, so it is called earlier.
@orthanc.RegisterOnChangeCallback
def note(change, level, resource):
    if change == orthanc.ChangeType.STABLE_SERIES:
        EVENTS.setdefault(resource, time.time())


def events(output, uri, **request):
    output.AnswerBuffer(json.dumps(EVENTS), "application/json")


orthanc.RegisterRestCallback("/events", events)
sys.path.insert(0, "SAMPLE")  # the benchmark writes the folder
import servers  # noqa: E402, F401
