"""Calls a model for each complete series, and stores its result as a secondary capture in the same study.

`model` stands in for a real model: it marks bright pixels with NumPy, and has no medical meaning. It runs in
a pool of processes, so that it neither delays the server nor ends it if it crashes.

    orthanc-codegen run samples/cookbook/call_model.py

Requires NumPy and pydicom in the Python that Orthanc uses.
"""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
import multiprocessing
import signal
from typing import Any

import numpy as np
import orthanc
import pydicom

MODALITIES = {"CT", "MR", "CR", "DX"}  # not that of the results, which is OT


def model(file: bytes) -> tuple[np.ndarray[Any, np.dtype[np.uint8]], float]:
    """Return a mask of the bright pixels of a grey image, and their share."""
    pixels = pydicom.dcmread(io.BytesIO(file)).pixel_array.astype(np.float32)
    if pixels.ndim != 2:
        raise ValueError(f"expected a grey image with one frame, got the shape {pixels.shape}")
    bright = pixels > pixels.mean() + pixels.std()
    return np.where(bright, 255, 0).astype(np.uint8), float(bright.mean())


# The processes ignore Ctrl-C: the server ends them.
pool = multiprocessing.Pool(2, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
turns = asyncio.Semaphore(2)  # one for each process: waiting series hold no images
tasks: set[asyncio.Task[None]] = set()  # the event loop keeps no tasks alive


def compute(series: str) -> None:
    """Call the model for the instance in the middle of a series, and store the result."""
    found = json.loads(orthanc.RestApiGet(f"/series/{series}"))
    if found["MainDicomTags"].get("Modality") not in MODALITIES:
        return
    instances = json.loads(orthanc.RestApiGet(f"/series/{series}/instances"))
    instances.sort(key=lambda instance: instance.get("IndexInSeries") or 0)
    file = orthanc.GetDicomForInstance(instances[len(instances) // 2]["ID"])
    mask, share = pool.apply(model, (file,))
    height, width = mask.shape
    png = orthanc.CompressPngImage(orthanc.PixelFormat.GRAYSCALE8, width, height, width, mask.tobytes())
    result = {
        "Parent": found["ParentStudy"],
        "Tags": {
            "SOPClassUID": "1.2.840.10008.5.1.4.1.1.7",  # secondary capture
            "Modality": "OT",
            "SeriesDescription": "Bright pixels (demonstration)",
            "ImageComments": f"{share:.1%} of the pixels",
        },
        "Content": "data:image/png;base64," + base64.b64encode(png).decode(),
    }
    orthanc.RestApiPost("/tools/create-dicom", json.dumps(result))
    logging.warning("Series %s has a result: %s of the pixels", series, f"{share:.1%}")


async def analyse(series: str) -> None:
    """Compute on a thread, when it is the turn of a series."""
    try:
        async with turns:
            await asyncio.to_thread(compute, series)
    except Exception:
        logging.exception("Series %s has no result", series)


async def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Begin to analyse a complete series. The next event does not wait for the result."""
    if change == orthanc.ChangeType.STABLE_SERIES:
        task = asyncio.create_task(analyse(resource))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


orthanc.RegisterOnChangeCallback(on_change)
