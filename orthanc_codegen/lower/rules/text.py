"""Rule for text: ``const char*`` as a str."""

from __future__ import annotations

from orthanc_codegen.lower.index import is_text
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, argument
from orthanc_codegen.plan.conversions import Text
from orthanc_codegen.plan.functions import PassedArgument


def text(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match ``const char*``: a str, or None if the header allows NULL."""
    if not is_text(rest[0].type):
        return None
    if scope.may_be_null(rest[0]):
        plan = argument(scope, rest[:1], Text(optional=True), default="None")
    else:
        header = scope.http_output and scope.parameter(rest[0].name).text != "free"
        plan = argument(scope, rest[:1], Text(header=header))
    return Fragment((PassedArgument(rest[0].name),), plan)
