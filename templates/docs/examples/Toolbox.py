import json

import orthanc


def tags(output, uri, groups, **request):
    """Answer the tags of an instance by name, and the digest of its file."""
    dicom = orthanc.GetDicomForInstance(groups[0])
    text = orthanc.DicomBufferToJson(
        dicom, orthanc.DicomToJsonFormat.HUMAN, orthanc.DicomToJsonFlags.NONE, 256
    )
    answer = {"tags": json.loads(text), "md5": orthanc.ComputeMd5(dicom)}
    output.AnswerBuffer(json.dumps(answer), "application/json")


orthanc.RegisterRestCallback("/tags/([0-9a-f-]+)", tags)
