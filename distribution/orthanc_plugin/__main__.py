"""Runs the command as ``python -m orthanc_plugin``."""

from .cli import main

if __name__ == "__main__":
    main()
