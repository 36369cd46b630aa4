import json

import orthanc


def sizes_of(output, uri, groups, **request):
    """Answer the size of an instance before and after its conversion to JPEG-LS."""
    dicom = orthanc.GetDicomForInstance(groups[0])
    with orthanc.TranscodeDicomInstance(dicom, "1.2.840.10008.1.2.4.80") as instance:
        sizes = {"stored": len(dicom), "JPEG-LS": instance.GetInstanceSize()}
    output.AnswerBuffer(json.dumps(sizes), "application/json")


orthanc.RegisterRestCallback("/sizes/([0-9a-f-]+)", sizes_of)
