"""Reports of `orthanc-plugin doctor`, and plugins for it to find."""

from __future__ import annotations

import subprocess
from pathlib import Path

from orthanc_testing.locate import find_orthanc

from .environments import Environment

HELLO = """
import sys
import orthanc
orthanc.RegisterRestCallback("/hello", lambda output, uri, **_: output.AnswerBuffer(sys.prefix, "text/plain"))
"""


def compile_plugin(file: Path, name: str) -> None:
    """Compile a plugin that only has a name."""
    text = f'const char* OrthancPluginGetName(void) {{ return "{name}"; }}\n'
    text += 'const char* OrthancPluginGetVersion(void) { return "9.9"; }\n'
    text += "int OrthancPluginInitialize(void* core) { return 0; }\nvoid OrthancPluginFinalize(void) {}\n"
    subprocess.run(["cc", "-shared", "-xc", "-", "-o", file], input=text, text=True, check=True)


def doctor(environment: Environment, *arguments: object, **variables: str) -> tuple[int, str]:
    """Run `orthanc-plugin doctor`; return its status and its report."""
    done = environment.run("orthanc-plugin", "doctor", "--orthanc", find_orthanc(), *arguments, **variables)
    assert done.stderr == ""
    return done.returncode, done.stdout
