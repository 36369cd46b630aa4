"""Tests that what the documentation shows is true: its scripts, configurations and commands."""
