"""Tests of what doc comments become."""
