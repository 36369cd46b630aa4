import json

import orthanc

configuration = json.loads(orthanc.GetConfiguration())
orthanc.LogWarning(f"This is {configuration.get('Name', 'Orthanc')}, in {orthanc.GetOrthancDirectory()}")

# Adds a greeting to the pages of Orthanc Explorer.
orthanc.ExtendOrthancExplorer('$(document).ready(() => console.log("Hello from Python"));')
