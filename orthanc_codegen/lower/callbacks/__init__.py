"""Lower callback types to Python callables, or to methods of Python objects."""

from orthanc_codegen.lower.callbacks.roles import (
    Group,
    Protocol,
    Use,
    UseKind,
    groups_of,
    is_release,
    protocols_of,
    uses_in,
    uses_of,
)

__all__ = [
    "Group",
    "Protocol",
    "Use",
    "UseKind",
    "groups_of",
    "is_release",
    "protocols_of",
    "uses_in",
    "uses_of",
]
