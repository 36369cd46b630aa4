"""Validate a header, its annotations and its plan before code generation."""

from orthanc_codegen.lower.checks.collisions import check_names
from orthanc_codegen.lower.checks.overrides import check_overrides
from orthanc_codegen.lower.checks.payloads import check_payloads
from orthanc_codegen.lower.checks.required import check_required

__all__ = ["check_names", "check_overrides", "check_payloads", "check_required"]
