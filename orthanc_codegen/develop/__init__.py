"""Support for writing scripts with `run`: the watch, debuggers and consoles."""
