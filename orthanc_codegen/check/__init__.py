"""Check scripts: the release of Orthanc that they need, and mistakes that a server would show only later."""

from orthanc_codegen.check.interface import Interface
from orthanc_codegen.check.report import Report
from orthanc_codegen.check.scripts import check_scripts
from orthanc_codegen.check.typing import MISSING, can_check_types, type_errors

__all__ = ["MISSING", "Interface", "Report", "can_check_types", "check_scripts", "type_errors"]
