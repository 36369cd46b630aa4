"""Builds the documentation site in `build/site`: `python -m website`."""
