"""Generate the Python plugin of Orthanc from the C header of its plugin SDK."""

__version__ = "0.1.0"
