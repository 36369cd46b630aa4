"""Tracebacks in colour: the exception, and the lines of the script."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.develop.traces import highlighted

_RED, _BOLD, _DIM = "\x1b[1;31m", "\x1b[1m", "\x1b[2m"

_LOG = """\
W1127 00:24:56.504931 main.cpp:1220] A warning
E1127 00:24:50.893312 PluginsManager.cpp:153] Error in the Python callback
  Traceback (most recent call last):
    File "/site/click/core.py", line 71, in main
      call()
    File "/project/part/script.py", line 25, in answer
      1 / 0
      ~~^~~
  ZeroDivisionError: division by zero

I1127 00:24:50.905786 PluginsManager.cpp:91] Not a part of it
    File "mentioned" elsewhere
"""


def _colours(text: str) -> list[str]:
    """Return the colour of each line; the empty string for those without one."""
    lines = highlighted(text, Path("/project")).splitlines()
    assert [line.partition("m")[2].removesuffix("\x1b[0m") if "\x1b" in line else line for line in lines] == (
        text.splitlines()
    )
    return [line.partition("m")[0] + "m" if "\x1b" in line else "" for line in lines]


def test_a_log() -> None:
    frames = [_DIM, _DIM, _BOLD, _BOLD, _BOLD]
    assert _colours(_LOG) == ["", _RED, "", *frames, _RED, "", "", ""]


def test_a_syntax_error_has_no_first_line() -> None:
    text = '  File "/project/script.py", line 3\n    def (\n        ^\nSyntaxError: invalid syntax\nmore'
    assert _colours(text) == [_BOLD, _BOLD, _BOLD, _RED, ""]


def test_a_chain_of_exceptions() -> None:
    one = 'Traceback (most recent call last):\n  File "/project/a.py", line 1, in f\n    g()\nKeyError: 1\n'
    between = "\nThe above exception was the direct cause of the following exception:\n\n"
    colours = ["", _BOLD, _BOLD, _RED]
    assert _colours(one + between + one) == [*colours, "", "", "", *colours]
