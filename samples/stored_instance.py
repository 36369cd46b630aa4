"""Looks into each instance when it is stored: size, transfer syntax, SOP class, origin and DICOM tags.

    orthanc-codegen run samples/stored_instance.py
    curl http://localhost:8042/instances --data-binary @ct.dcm     comes through the REST API
    storescu -aet SCANNER localhost 4242 ct.dcm                    comes through the DICOM protocol

The log has some lines for each instance then.
"""

from __future__ import annotations

import json

import orthanc


def origin_of(instance: orthanc.DicomInstance) -> str:
    """Say in words where an instance comes from."""
    origin = instance.GetInstanceOrigin()
    if origin == orthanc.InstanceOrigin.REST_API:
        return "the REST API"
    if origin == orthanc.InstanceOrigin.DICOM_PROTOCOL:
        return f"the DICOM protocol, sent by {instance.GetInstanceRemoteAet()}"
    return f"elsewhere (origin {int(origin)})"


def on_stored_instance(instance: orthanc.DicomInstance, instance_id: str) -> None:
    """Describe one instance in the log."""
    transfer_syntax = instance.GetInstanceMetadata("TransferSyntax")
    sop_class = instance.GetInstanceMetadata("SopClassUid")
    tags = json.loads(instance.GetInstanceSimplifiedJson())
    orthanc.LogWarning(
        f"Instance {instance_id} of {instance.GetInstanceSize()} bytes, transfer syntax {transfer_syntax}, "
        f"SOP class {sop_class}, came through {origin_of(instance)}"
    )
    for name, value in sorted(tags.items()):
        orthanc.LogWarning(f"  {name}: {value}")


orthanc.RegisterOnStoredInstanceCallback(on_stored_instance)
