"""The names of the stages, and of the parts of the output."""

from __future__ import annotations

STAGES = ("ir", "plan", "cpp")  # between header and output
PARTS = ("cpp", "stubs", "docs", "coverage", "interface")  # of the output
