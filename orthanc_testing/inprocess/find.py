"""Queries over DICOM: C-FIND, modality worklists and C-MOVE, as a modality sends them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..dicom import needing_pydicom, read_dataset
from ..errors import KitError
from .calls import Registration
from .errors import CallbackFailed, Unanswered
from .objects import Answers, Connection, CoreObject, Query, WorklistQuery
from .services import set_elements, unknown_keywords

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

    from .session import Session


class Finds:
    """Sends queries to the callbacks of the script."""

    def __init__(self, core: Session) -> None:
        self._core = core

    def find(self, query: Dataset | Mapping[str, Any], issuer: str, called: str) -> list[Dataset]:
        """Send a C-FIND."""
        return self._query("FindCallback", Query(_dataset(query)), issuer, called)

    def worklist(self, query: Dataset | Mapping[str, Any], issuer: str, called: str) -> list[Dataset]:
        """Query the modality worklist."""
        return self._query("WorklistCallback", WorklistQuery(_dataset(query)), issuer, called)

    def _query(self, name: str, query: CoreObject, issuer: str, called: str) -> list[Dataset]:
        answers = Answers()
        core = self._core
        values: dict[str, Any] = {"answers": core.new_object(answers), "query": core.new_object(query)}
        if core.registered(core.callback(f"{name}2")):
            name = f"{name}2"
            values["connection"] = self._connection(issuer, called)
        else:
            values.update(issuer_aet=issuer, called_aet=called)
        core.expect(core.fire(name, **values), name)
        return [read_dataset(found) for found in answers.found]

    def _connection(self, issuer: str, called: str) -> int:
        return self._core.new_object(Connection(issuer, "127.0.0.1", called))

    def move(self, target: str, level: str, issuer: str, identifiers: Mapping[str, str]) -> int:
        """Send a C-MOVE; return the number of steps that the script has done."""
        core = self._core
        first, second = core.callback("MoveCallback"), core.callback("MoveCallback2")
        plan = first if core.registered(first) else second
        found = core.registered(plan)
        if not found:
            raise Unanswered("the script has registered no callback for C-MOVE")
        values: dict[str, Any] = {"Level": level, "TargetAET": target, **identifiers}
        if plan is first:
            values.update(OriginatorAET=issuer, SourceAET="ORTHANC")
        else:
            values.update(connection=self._connection(issuer, "ORTHANC"))
        driver = core.call_checked(plan, found[0], **values).value
        if not driver:
            raise CallbackFailed(plan.name, 1, core.log)
        size, apply, free = (
            self._driver(n, found[0], driver) for n in ("GetMoveSize", "ApplyMove", "FreeMove")
        )
        try:
            steps = core.call_checked(core.callback("GetMoveSize"), size).value
            for _ in range(steps):
                core.expect([core.call_checked(core.callback("ApplyMove"), apply)], "ApplyMove")
        finally:
            core.call_checked(core.callback("FreeMove"), free)
        return int(steps)

    def _driver(self, name: str, made_by: Registration, driver: int) -> Registration:
        registered = self._core.registered(self._core.callback(name))
        found = next(r for r in registered if r.request is made_by.request)
        return dataclasses.replace(found, payload=driver)


def _dataset(query: Dataset | Mapping[str, Any]) -> Dataset:
    """Return a query as a data set."""
    with needing_pydicom("a query"):
        from pydicom.dataset import Dataset

    if not isinstance(query, Mapping):
        return query
    if unknown := unknown_keywords(query):
        raise KitError(f"DICOM has no keyword {unknown[0]}: give those of the standard, ex) PatientID")
    made = Dataset()
    set_elements(made, query)
    return made
