"""Run `python cli.py` in a checkout as the command `orthanc-codegen`."""

from __future__ import annotations

from orthanc_codegen.cli import main

if __name__ == "__main__":
    main()
