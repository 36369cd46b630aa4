"""Errors in a configuration name the file and the line, in the kit and in `orthanc-plugin`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from distribution.orthanc_plugin import reading
from distribution.orthanc_plugin.errors import PluginError
from orthanc_testing import KitError
from orthanc_testing.configuration import read_configuration

_WRONG = """{
  // a comment, and one of two lines: /*
  "Name": "a", /*
  */
  "HttpPort": 8042
  "DicomPort": 4242
}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a configuration without a comma, whose absence shows in line 6."""
    file = tmp_path / "orthanc.json"
    file.write_text(_WRONG)
    return file


def test_the_kit_names_the_line(file: Path) -> None:
    with pytest.raises(KitError, match=rf"Expecting .* \({re.escape(str(file))}:6\)$"):
        read_configuration(file)


def test_the_plugin_names_the_line(file: Path) -> None:
    with pytest.raises(PluginError, match=rf"^{re.escape(str(file))} is not a configuration: .* line 6 "):
        reading.read(file)


def test_a_constant_that_json_lacks(file: Path) -> None:
    file.write_text('{\n  "Name": "NaN",\n  "A": -Infinity }')
    with pytest.raises(KitError, match=r"NaN and Infinity are no numbers \(.*:3\)$"):
        read_configuration(file)


def test_an_error_without_a_line_names_the_file(file: Path) -> None:
    file.write_text("[]")
    with pytest.raises(KitError, match=rf"it must be an object \({re.escape(str(file))}\)$"):
        read_configuration(file)
