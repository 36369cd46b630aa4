"""Makes the wheel of a built plugin: stages its files beside the metadata, then runs hatchling."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from orthanc_codegen import __version__

from .sbom import write_sbom

ROOT = Path(__file__).resolve().parents[1]
_METADATA = ("pyproject.toml", "README.md", "hatch_build.py")
_SHARED = ("describe_python.py", "missing_imports.py")  # the plugin runs them, too
_JSON_COPYRIGHT = Path("usr/share/doc/nlohmann-json3-dev/copyright")


def stage(build: Path, libraries: Path, folder: Path) -> None:
    """Fill a folder with all that is in the wheel, in the layout of site-packages."""
    shutil.rmtree(folder, ignore_errors=True)
    own = ROOT / "distribution"
    for package in (own / "orthanc_plugin", ROOT / "orthanc_testing"):
        shutil.copytree(package, folder / package.name, ignore=lambda *_: ["__pycache__"])
    for name in _METADATA:
        shutil.copy(own / name, folder)
    plugin = build / "plugin"
    shutil.copy(plugin / "libOrthancPython.so", folder / "orthanc_plugin")
    shutil.copy(plugin / "orthanc-python" / "orthanc.abi3.so", folder)
    shutil.copy(build / "generated" / "interface.json", folder / "orthanc_plugin")  # for orthanc_testing
    for name in _SHARED:
        shutil.copy(ROOT / "plugin_runtime" / name, folder / "orthanc_plugin")
    (folder / "orthanc-stubs").mkdir()
    shutil.copy(build / "generated" / "orthanc.pyi", folder / "orthanc-stubs" / "__init__.pyi")
    (folder / "licences").mkdir()
    shutil.copy(ROOT / "LICENSE", folder / "licences" / "orthanc-python-plugin.txt")
    shutil.copy(libraries / _JSON_COPYRIGHT, folder / "licences" / "nlohmann-json.txt")
    write_sbom(folder / "orthanc-python-plugin.cdx.json", __version__, libraries)


def build_wheel(staged: Path, platform: str, target: Path) -> Path:
    """Build the wheel of a staged folder; return its path."""
    settings = {"ORTHANC_PLUGIN_VERSION": __version__, "ORTHANC_PLUGIN_PLATFORM": platform}
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    # Hatchling takes the times of files from this variable, which may differ from build to build.
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, cwd=staged, env={**environment, **settings}, check=True, stdout=sys.stderr)
    return target / f"orthanc_python_plugin-{__version__}-cp311-abi3-{platform}.whl"


def main() -> None:
    """Make one wheel, print its path."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path, help="what `orthanc-codegen build` has written")
    parser.add_argument("libraries", type=Path, help="the root of the header libraries it was compiled with")
    parser.add_argument("platform", help="ex) manylinux_2_31_x86_64")
    parser.add_argument("target", type=Path, help="the folder for the wheel")
    given = parser.parse_args()
    staged = given.build / "wheel"
    stage(given.build, given.libraries, staged)
    print(build_wheel(staged, given.platform, given.target.absolute()))


if __name__ == "__main__":
    main()
