"""Describe the Python that runs this file, one fact per line: ``orthanc-python: NAME VALUE``."""

# CMake asks the Python whose headers it uses, `orthanc-codegen build` the one that it records, and the loader
# every Python that it may use. Other lines, such as those that a sitecustomize prints, lack the prefix.

import os
import sys
import sysconfig
from pathlib import Path


def find_headers():
    """Return the folder of Python.h, or None."""
    folder = sysconfig.get_path("include")
    return folder if folder and Path(folder, "Python.h").exists() else None


def find_library():
    """Return the path of the shared libpython, or None."""
    names = [sysconfig.get_config_var("INSTSONAME"), sysconfig.get_config_var("LDLIBRARY")]
    places = [sysconfig.get_config_var("LIBDIR"), Path(sys.base_prefix, "lib")]
    multiarch = sysconfig.get_config_var("MULTIARCH") or ""
    candidates = [
        Path(place, folder, name)
        for place in places
        for folder in ("", multiarch)
        for name in names
        if place and name and ".so" in name
    ]
    return next((path for path in candidates if path.exists()), None)


facts = {
    "version": f"{sys.version_info[0]}.{sys.version_info[1]}",
    "program": sys.executable,
    "headers": find_headers(),
    "library": find_library(),
    "gil": "no" if sysconfig.get_config_var("Py_GIL_DISABLED") else "yes",
    "end": "of the description",  # tells the loader that it need not wait for the end of the process
}
lines = "".join(f"orthanc-python: {name} {value}\n" for name, value in facts.items() if value)
# In one write, and in the bytes that the paths have in the file system, whatever the encoding of the output.
os.write(1, os.fsencode("\n" + lines))
