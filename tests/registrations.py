"""Scripts that register every kind of callable twice, and what a core makes of it according to the plan."""

from __future__ import annotations

from collections.abc import Iterator

from orthanc_codegen.ir import Version
from orthanc_codegen.plan import ArgumentPlan, FunctionPlan
from orthanc_codegen.plan.conversions import Integer, Text
from orthanc_codegen.plan.functions import RegistrationOpen

from . import interface

_HEAD = """
    import orthanc

    class Anything:
        def __call__(self, *arguments, **request):
            pass

        def __getattr__(self, name):
            return self

    anything, outcomes = Anything(), []

    def attempt(register, *arguments):
        try:
            register(*arguments)
            outcomes.append("accepted")
        except orthanc.OrthancException as error:
            outcomes.append(error.args[0].name)

"""


def script(release: Version) -> str:
    """Return a script that registers each kind twice; ``outcomes`` are the codes of the refusals."""
    calls = (f"attempt(orthanc.{f.name}, {_arguments(f)})" for f in _registering(release))
    return _HEAD + "".join(f"    {call}\n" * 2 for call in calls)


def expected(release: Version) -> list[tuple[str, str]]:
    """Return the functions of that script with the outcomes."""
    codes = {m.c_name: m.name for enum in interface.plan().enums for m in enum.members}
    taken: set[int] = set()
    outcomes = []
    for function in _registering(release):
        single = function.call.single
        for _ in range(2):
            refused = single is not None and single.registry in taken
            outcomes.append((function.name, codes[single.code] if single and refused else "accepted"))
            taken |= {single.registry} if single else set()
    return outcomes


def _registering(release: Version) -> Iterator[FunctionPlan]:
    for function in interface.plan().every_function:
        registers = any(isinstance(guard, RegistrationOpen) for guard in function.call.guards)
        if registers and (function.since is None or function.since <= release):
            yield function


def _arguments(function: FunctionPlan) -> str:
    required = function.arguments[: max(function.required, 1)]
    return ", ".join(_value(argument) for argument in required)


def _value(argument: ArgumentPlan) -> str:
    match argument.conversion:
        case Text():
            return "'/route'"
        case Integer():
            return "3"
        case _:
            return "anything"
