"""Shows all studies as read-only folders over WebDAV: PATIENT/STUDY/INSTANCE.dcm.

Requires Orthanc 1.10.1.

    orthanc-codegen run samples/guides/study_folders.py

Connect a file manager to http://localhost:8042/folders/, for example with the address
dav://localhost:8042/folders/ in GNOME Files. Its clients must not send GET requests to /folders itself: these
end Orthanc 1.10.1 to 1.13.0.
"""

from __future__ import annotations

import json
import re
from typing import Any

import orthanc

Resource = dict[str, Any]


def named(*parts: str) -> str:
    """Return a name that is valid in every file system."""
    return re.sub(r"[^\w .-]", "_", " ".join(part for part in parts if part)).strip(" .") or "_"


def resources(path: str) -> list[Resource]:
    """Ask Orthanc for a list of resources."""
    found: list[Resource] = json.loads(orthanc.RestApiGet(path))
    return found


def date_of(resource: Resource) -> str:
    """Return the date of the last update as WebDAV needs it."""
    return f"{resource['LastUpdate']},000000000"


class Folders:
    """The collection. Orthanc calls the methods; `path` has the names below the root."""

    def entries(self, path: list[str]) -> dict[str, Resource] | None:
        """Return the contents of a folder by name, None if it does not exist."""
        if not path:
            return {self.patient_name(patient): patient for patient in resources("/patients?expand")}
        parent = (self.entries(path[:-1]) or {}).get(path[-1])
        if parent is None:
            return None
        if len(path) == 1:
            return {self.study_name(study): study for study in resources(f"/patients/{parent['ID']}/studies")}
        if len(path) == 2:
            instances = resources(f"/studies/{parent['ID']}/instances")
            date = {"LastUpdate": parent["LastUpdate"]}  # instances have none
            return {f"{instance['ID']}.dcm": {**instance, **date} for instance in instances}
        return None

    def patient_name(self, patient: Resource) -> str:
        """Return the name of the folder of a patient."""
        return named(patient["MainDicomTags"].get("PatientID", ""), patient["ID"][:8])

    def study_name(self, study: Resource) -> str:
        """Return the name of the folder of a study. A part of the ID makes it unique."""
        tags = study["MainDicomTags"]
        return named(tags.get("StudyDate", ""), tags.get("StudyDescription", ""), study["ID"][:8])

    def is_existing_folder(self, path: list[str]) -> bool:
        """Return whether a folder exists."""
        return self.entries(path) is not None

    def list_folder(self, collection: orthanc.WebDavCollection, path: list[str]) -> bool:
        """List a folder; return whether it exists."""
        entries = self.entries(path)
        for name, resource in (entries or {}).items():
            if len(path) == 2:
                collection.AddFile(name, resource["FileSize"], "application/dicom", date_of(resource))
            else:
                collection.AddFolder(name, date_of(resource))
        return entries is not None

    def retrieve_file(self, collection: orthanc.WebDavCollection, path: list[str]) -> None:
        """Answer with a DICOM file. Without an answer, the client gets 404."""
        if len(path) == 3 and (found := (self.entries(path[:2]) or {}).get(path[2])) is not None:
            content = orthanc.GetDicomForInstance(found["ID"])
            collection.RetrieveFile(content, "application/dicom", date_of(found))

    def store_file(self, path: list[str], data: bytes) -> bool:
        """Refuse."""
        return False

    def create_folder(self, path: list[str]) -> bool:
        """Refuse."""
        return False

    def delete_item(self, path: list[str]) -> bool:
        """Refuse."""
        return False


orthanc.RegisterWebDavCollection("/folders", Folders())
