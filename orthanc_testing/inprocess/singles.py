"""Registrations that the core accepts once: of a storage area, or of the callback for C-FIND."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .request import Request


class Singles:
    """Remembers which of these registrations the core has."""

    def __init__(self) -> None:
        self._taken: set[int] = set()  # registries

    def refusal(self, request: Request) -> int:
        """Return the error code for a second registration; 0 for the first one, and for other services."""
        known = request.core.layouts.description.single
        if request.service not in known:
            return 0
        registry, code = known[request.service]
        if registry in self._taken:
            return code
        self._taken.add(registry)
        return 0

    def clear(self) -> None:
        """Forget all registrations."""
        self._taken.clear()
