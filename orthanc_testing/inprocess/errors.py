"""What makes a test of the in-process core fail."""

from __future__ import annotations


class Unanswered(AssertionError):  # noqa: N818
    """The script asked the core for something that the test did not prepare, or the test asked the script."""


class CallbackFailed(AssertionError):  # noqa: N818
    """A callback of the script has returned an error to the core. Its traceback is in the log."""

    def __init__(self, callback: str, code: int, log: str) -> None:
        super().__init__(f"{callback} failed with error {code}; the log:\n{log}")
        self.code = code
