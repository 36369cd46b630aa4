"""Logs each new instance, and publishes how many of each modality have arrived, as metrics for Prometheus.

orthanc-codegen run samples/guides/arrival_metrics.py
curl http://localhost:8042/instances --data-binary @ct.dcm
curl http://localhost:8042/tools/metrics-prometheus
"""

from __future__ import annotations

import json
import logging
import re
import threading
from collections import Counter

import orthanc

log = logging.getLogger("arrivals")
log.setLevel(logging.INFO)  # Orthanc shows them with --verbose

arrived: Counter[str] = Counter()
lock = threading.Lock()  # several instances can arrive at the same time


@orthanc.RegisterOnStoredInstanceCallback
def on_stored(instance: orthanc.DicomInstance, instance_id: str) -> None:
    """Count an instance."""
    modality = json.loads(instance.GetInstanceSimplifiedJson()).get("Modality") or "none"
    with lock:
        arrived[modality] += 1
    log.info("%s: %s, %d bytes", instance_id, modality, instance.GetInstanceSize())


@orthanc.RegisterRefreshMetricsCallback
def refresh() -> None:
    """Publish the counts. Orthanc calls it when somebody requests the metrics."""
    with lock:
        counts = dict(arrived)
    for modality, count in counts.items():
        name = "script_arrived_" + re.sub(r"\W", "_", modality, flags=re.ASCII).lower()
        orthanc.SetMetricsValue(name, count, orthanc.MetricsType.DEFAULT)
