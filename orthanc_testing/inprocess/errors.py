"""The failures of a test of the in-process core."""

from __future__ import annotations


class Unanswered(AssertionError):  # noqa: N818
    """The script asked the core for something that the test did not prepare, or the test asked the script."""


class CallbackFailed(AssertionError):  # noqa: N818
    """A callback of the script has failed. Its traceback is in the log.

    `code` is the error code that the core has received; None for a callback that returns none.
    """

    def __init__(self, callback: str, code: int | None, log: str) -> None:
        number = "" if code is None else f" with error {code}"
        super().__init__(f"{callback} failed{number}; the log:\n{log}")
        self.code = code
