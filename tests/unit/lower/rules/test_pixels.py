"""Rows of an image whose format and shape are separate arguments."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.plan.conversions import Pixels
from orthanc_codegen.plan.functions import Part, PassedArgument
from orthanc_codegen.plan.python_types import input_type

from ....headers.bare import function
from ..snippets import notes, only, plan, symbol

_FORMAT = "typedef enum { OrthancPluginPixelFormat_Grey = 1 } OrthancPluginPixelFormat;\n"
_MEASURES = "OrthancPluginPixelFormat format, uint32_t width, uint32_t height, uint32_t pitch"
_SIZES = """
    [enums.OrthancPluginPixelFormat]
    since = "1.0.0"
    reason = "r"
    tables.BytesPerPixel.doc = "d"
    tables.BytesPerPixel.rows.OrthancPluginPixelFormat_Grey = 1
"""


def test_pixels_are_measured_by_other_arguments(tmp_path: Path) -> None:
    text = _FORMAT + function("Paint", f"{_MEASURES}, const void* buffer")
    paint = only(plan(text, notes(_SIZES, tmp_path)))
    buffer = paint.arguments[-1]
    assert buffer.conversion == Pixels("format", "width", "height", "pitch")
    assert input_type(buffer.conversion) == "_Bytes"
    assert paint.call.passed[-1] == PassedArgument("buffer", Part.DATA)


def test_pixels_that_the_handle_goes_on_using(tmp_path: Path) -> None:
    keeping = """
        [functions.OrthancPluginPaint]
        since = "1.0.0"
        reason = "r"
        parameters.buffer.pixels = "kept"
    """
    text = _FORMAT + function("Paint", f"{_MEASURES}, void* buffer")
    paint = only(plan(text, notes(_SIZES + keeping, tmp_path)))
    assert paint.arguments[-1].conversion == Pixels("format", "width", "height", "pitch", kept=True)


def test_pixels_of_a_size_that_nobody_knows_are_left_out() -> None:
    module = plan(_FORMAT + function("Paint", f"{_MEASURES}, const void* buffer"))
    assert symbol(module, "Paint").reason == ("No rule binds its parameter 'buffer' of type 'const void *'.")
