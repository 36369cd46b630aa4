"""The in-process core: the real module `orthanc`, attached to a core that is implemented in Python."""
