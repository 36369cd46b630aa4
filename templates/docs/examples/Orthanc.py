import json

import orthanc


@orthanc.RegisterOnChangeCallback
def on_change(change, level, resource):
    """Describe each complete study in its metadata."""
    if change != orthanc.ChangeType.STABLE_STUDY:
        return
    study = json.loads(orthanc.RestApiGet(f"/studies/{resource}"))
    found = orthanc.LookupStudy(study["MainDicomTags"]["StudyInstanceUID"])
    orthanc.RestApiPut(f"/studies/{found}/metadata/1024", f"{len(study['Series'])} series")
