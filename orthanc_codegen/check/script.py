"""One script with everything that the rules ask about it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from orthanc_codegen.check.entries import Entries
from orthanc_codegen.check.flow import Flow, Unit, walk
from orthanc_codegen.check.interface import Interface
from orthanc_codegen.check.names import Names
from orthanc_codegen.check.roles import Role, during, received_by, roles_of
from orthanc_codegen.check.types import Types


@dataclass(frozen=True, slots=True)
class Script:
    """An analysed script."""

    interface: Interface
    flow: Flow
    names: Names
    entries: Entries
    types: Types
    roles: tuple[Role, ...]
    during: Mapping[Unit, tuple[Role, ...]]  # the callbacks during which a function runs

    @classmethod
    def of(cls, tree: ast.Module, interface: Interface, *, is_main: bool = False) -> Script:
        """Analyse a script. `is_main` states that it is the module ``__main__`` in the server, too."""
        flow = walk(tree, interface.release_checks, is_main=is_main)
        names = Names(flow)
        roles = roles_of(flow, names, interface, Types(flow, names, interface, {}))
        return cls(
            interface=interface,
            flow=flow,
            names=names,
            entries=Entries(flow, names),
            types=Types(flow, names, interface, received_by(roles)),
            roles=tuple(roles),
            during=during(roles, flow, names),
        )
