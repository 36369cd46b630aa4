"""Tests of what is refused before anything is generated."""
