"""Run `python -m orthanc_codegen` as the command `orthanc-codegen`."""

from __future__ import annotations

from orthanc_codegen.cli import main

if __name__ == "__main__":
    main(prog_name="orthanc-codegen")
