import json

import orthanc


def count(output, uri, **request):
    """Answer the number of studies in JSON."""
    studies = json.loads(orthanc.RestApiGet("/studies"))
    output.AnswerBuffer(json.dumps({"studies": len(studies)}), "application/json")


@orthanc.RegisterOnChangeCallback
def on_change(change, level, resource):
    if change == orthanc.ChangeType.NEW_STUDY:
        orthanc.LogWarning(f"New study: {resource}")


orthanc.RegisterRestCallback("/count", count)
