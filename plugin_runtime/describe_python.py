"""Says what a Python is, a fact per line: version, include folder, shared library; '-' for none."""

# The build asks the Python that it records, and the loader asks the Python of a virtual environment.

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


print(f"{sys.version_info[0]}.{sys.version_info[1]}")
print(find_headers() or "-")
print(find_library() or "-")
