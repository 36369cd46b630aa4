"""Tests of the releases of the SDK and their views."""
