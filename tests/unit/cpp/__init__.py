"""Tests of how C++ spells a plan."""
