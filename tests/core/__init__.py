"""The module against a stand-in for the Orthanc core, in this process and without a server."""
