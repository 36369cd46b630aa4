"""The stand-in core, its valid values and expected results, and separate processes for scenarios."""
