"""Unit tests, which mirror the modules of the package."""
