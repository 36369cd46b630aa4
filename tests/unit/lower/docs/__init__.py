"""Tests of the documentation for Python that is made from doc comments."""
