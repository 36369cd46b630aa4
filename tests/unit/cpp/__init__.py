"""Tests of the model of the C++ for a plan."""
