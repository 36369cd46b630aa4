import json

import orthanc


@orthanc.RegisterFindCallback
def on_find(answers, query, issuer_aet, called_aet):
    """Answer each C-FIND request with one made-up patient."""
    for i in range(query.GetFindQuerySize()):
        orthanc.LogWarning(
            f"{issuer_aet} asks for {query.GetFindQueryTagName(i)}: {query.GetFindQueryValue(i)}"
        )
    tags = {"PatientID": "42", "PatientName": "Doe^Jane", "QueryRetrieveLevel": "PATIENT"}
    answers.FindAddAnswer(orthanc.CreateDicom(json.dumps(tags), None, orthanc.CreateDicomFlags.NONE))
