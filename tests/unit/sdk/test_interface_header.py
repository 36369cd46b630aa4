"""The interface header compiles as plain C and C++ without warnings."""

from __future__ import annotations

import subprocess

import pytest

from orthanc_codegen.resources import sdk_headers_dir


@pytest.mark.parametrize(("language", "standard"), [("c", "c99"), ("c++", "c++17")])
def test_compiles_without_a_warning(language: str, standard: str) -> None:
    flags = [f"-std={standard}", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]
    done = subprocess.run(
        ["gcc", "-x", language, *flags, f"-I{sdk_headers_dir()}", "-"],
        input="#include <orthanc/OrthancCPlugin.h>\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
