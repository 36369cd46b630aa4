"""Conventions that existing scripts rely on: a file for each kind, at least one test for each convention."""
