"""The error that a user sees as one line."""


class PluginError(Exception):
    """Says what is wrong and what to do."""
