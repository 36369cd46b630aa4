"""Lower callback types to Python callables, or to methods of Python objects."""
