"""Tests of the package, module by module."""
