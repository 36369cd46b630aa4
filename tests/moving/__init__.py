"""Compares the official Python plugin with this one: the rows of `docs/moving.md`."""
