"""Compare official headers with the interface header: C declarations, Python signatures, compiled code."""

from orthanc_codegen.verify.abi import compare_abi
from orthanc_codegen.verify.compare import Difference, compare
from orthanc_codegen.verify.drift import known_drift
from orthanc_codegen.verify.report import Verification
from orthanc_codegen.verify.signatures import compare_signatures

__all__ = ["Difference", "Verification", "compare", "compare_abi", "compare_signatures", "known_drift"]
