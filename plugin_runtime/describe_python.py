"""Describe the Python that runs this file, one fact per line: ``orthanc-python: NAME VALUE``."""

# Run by CMake (for the headers), by `orthanc-codegen build` (for the Python to record) and by the loader (for
# each candidate). The prefix separates the facts from other output, for example of a sitecustomize.

import os
import sys
import sysconfig


def find_headers():
    """Return the folder of Python.h, or None."""
    folder = sysconfig.get_path("include")
    return folder if folder and os.path.exists(os.path.join(folder, "Python.h")) else None


def find_library():
    """Return the path of the shared libpython, or None."""
    names = [sysconfig.get_config_var("INSTSONAME"), sysconfig.get_config_var("LDLIBRARY")]
    places = [sysconfig.get_config_var("LIBDIR"), os.path.join(sys.base_prefix, "lib")]
    multiarch = sysconfig.get_config_var("MULTIARCH") or ""
    candidates = [
        os.path.join(place, folder, name)
        for place in places
        for folder in ("", multiarch)
        for name in names
        if place and name and ".so" in name
    ]
    return next((path for path in candidates if os.path.exists(path)), None)


facts = {
    "version": f"{sys.version_info[0]}.{sys.version_info[1]}",
    "program": sys.executable,
    "headers": find_headers(),
    "library": find_library(),
    "gil": "no" if sysconfig.get_config_var("Py_GIL_DISABLED") else "yes",
    "end": "of the description",  # the loader stops reading here, before the process ends
}
lines = "".join(f"orthanc-python: {name} {value}\n" for name, value in facts.items() if value)
# One write. os.fsencode() preserves the bytes of paths, whatever the output encoding is.
os.write(1, os.fsencode("\n" + lines))
