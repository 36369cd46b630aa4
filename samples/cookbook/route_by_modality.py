"""Sends each series to the DICOM server for its modality, and tries again until it has arrived.

ROUTES is a JSON object from modalities to names of `DicomModalities`.

    ROUTES='{"CT": "archive"}' orthanc-codegen run samples/cookbook/route_by_modality.py --config orthanc.json

Orthanc's database keeps the list of pending series, so they are sent after a restart.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os

import orthanc

ROUTES: dict[str, str] = json.loads(os.environ.get("ROUTES", "{}"))
FIRST_DELAY = float(os.environ.get("FIRST_DELAY", "5"))  # seconds until the second attempt; doubles each time
LONGEST_DELAY = 600.0
PROPERTY = 4200  # number of a global property; those from 1024 on are free

pending: dict[str, str] = {}  # series to names of modalities; used by the event loop only
tasks: dict[str, asyncio.Task[None]] = {}
late: set[str] = set()  # series that became stable again, perhaps after their transfer began
turns = asyncio.Semaphore(4)  # transfers at a time


async def is_sent(series: str, modality: str) -> bool:
    """Send a series, and return whether that has succeeded."""
    try:
        async with turns:
            late.discard(series)
            await asyncio.to_thread(orthanc.RestApiPost, f"/modalities/{modality}/store", series)
    except orthanc.OrthancException as problem:
        logging.warning("Series %s has not been sent to %s yet: %s", series, modality, problem)
        return False
    logging.warning("Series %s was sent to %s", series, modality)
    return True


async def deliver(series: str, modality: str) -> None:
    """Send a series as often as necessary, and again with the instances that arrive during a transfer."""
    delay = FIRST_DELAY
    while not await is_sent(series, modality) or series in late:
        await asyncio.sleep(delay)
        delay = min(2 * delay, LONGEST_DELAY)
    forget(series)


def remember(found: dict[str, str]) -> None:
    """Begin to send series. One that is being sent is sent again."""
    pending.update(found)
    orthanc.SetGlobalProperty(PROPERTY, json.dumps(pending))
    for series, modality in found.items():
        if series in tasks:
            late.add(series)
        else:
            tasks[series] = asyncio.create_task(deliver(series, modality))


def forget(series: str) -> None:
    """Remove a series that has been sent or deleted."""
    tasks.pop(series, None)
    late.discard(series)
    if pending.pop(series, None) is not None:
        orthanc.SetGlobalProperty(PROPERTY, json.dumps(pending))


async def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Send a complete series, and at the start the series that an earlier run has left."""
    if change == orthanc.ChangeType.ORTHANC_STARTED:
        remember(json.loads(orthanc.GetGlobalProperty(PROPERTY, "{}")))
    elif change == orthanc.ChangeType.STABLE_SERIES:
        tags = json.loads(orthanc.RestApiGet(f"/series/{resource}"))["MainDicomTags"]
        if tags.get("Modality") in ROUTES:
            remember({resource: ROUTES[tags["Modality"]]})
    elif change == orthanc.ChangeType.DELETED and resource in tasks:
        tasks[resource].cancel()
        forget(resource)


orthanc.RegisterOnChangeCallback(on_change)
