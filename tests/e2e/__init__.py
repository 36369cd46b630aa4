"""End-to-end tests of the built plugin in a real Orthanc, over HTTP and DICOM."""
