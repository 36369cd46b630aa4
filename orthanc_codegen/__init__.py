"""From the C plugin SDK of Orthanc to its Python plugin."""

__version__ = "0.1.0"
