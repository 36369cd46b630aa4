"""Compares official headers with our views of their releases: as declarations, and as machine code."""

from orthanc_codegen.verify.abi import compare_abi
from orthanc_codegen.verify.compare import Difference, compare
from orthanc_codegen.verify.drift import known_drift
from orthanc_codegen.verify.report import Verification

__all__ = ["Difference", "Verification", "compare", "compare_abi", "known_drift"]
