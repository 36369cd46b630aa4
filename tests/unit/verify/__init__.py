"""Tests of the comparison with official headers."""
