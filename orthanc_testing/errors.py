"""The expected failures of the kit: something that the machine or the test lacks, with the remedy."""

from __future__ import annotations


class KitError(Exception):
    """Something is missing or wrong. The text says what to do."""


class Missing(KitError):  # noqa: N818
    """Something is not installed. Fixtures skip the test then."""
