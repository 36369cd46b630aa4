"""Reword doc comments for Python."""

from orthanc_codegen.lower.docs.errors import with_errors
from orthanc_codegen.lower.docs.overridden import overridden
from orthanc_codegen.lower.docs.wording import (
    for_callable,
    for_flag,
    for_keys,
    for_mapping,
    for_names,
    for_output,
    for_python,
)

__all__ = [
    "for_callable",
    "for_flag",
    "for_keys",
    "for_mapping",
    "for_names",
    "for_output",
    "for_python",
    "overridden",
    "with_errors",
]
