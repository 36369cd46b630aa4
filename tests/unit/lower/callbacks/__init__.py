"""Tests of what callbacks become."""
