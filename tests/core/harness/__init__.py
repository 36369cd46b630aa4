"""A stand-in for the core, what it gives and expects, and processes of their own for scenarios."""
