"""Logs the size, transfer syntax, SOP class, origin and DICOM tags of each instance that is stored.

    orthanc-codegen run samples/stored_instance.py
    curl http://localhost:8042/instances --data-binary @ct.dcm     uses the REST API
    storescu -aet SCANNER localhost 4242 ct.dcm                    uses the DICOM protocol

The log then contains several lines for each instance.
"""

from __future__ import annotations

import json

import orthanc


def origin_of(instance: orthanc.DicomInstance) -> str:
    """Return a description of the origin of an instance."""
    origin = instance.GetInstanceOrigin()
    if origin == orthanc.InstanceOrigin.REST_API:
        return "the REST API"
    if origin == orthanc.InstanceOrigin.DICOM_PROTOCOL:
        return f"the DICOM protocol, sent by {instance.GetInstanceRemoteAet()}"
    return f"another interface (origin {int(origin)})"


def on_stored_instance(instance: orthanc.DicomInstance, instance_id: str) -> None:
    """Log a description of an instance."""
    transfer_syntax = instance.GetInstanceMetadata("TransferSyntax")
    sop_class = instance.GetInstanceMetadata("SopClassUid")
    tags = json.loads(instance.GetInstanceSimplifiedJson())
    orthanc.LogWarning(
        f"Instance {instance_id} of {instance.GetInstanceSize()} bytes, transfer syntax {transfer_syntax}, "
        f"SOP class {sop_class}, received through {origin_of(instance)}"
    )
    for name, value in sorted(tags.items()):
        orthanc.LogWarning(f"  {name}: {value}")


orthanc.RegisterOnStoredInstanceCallback(on_stored_instance)
