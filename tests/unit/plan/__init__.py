"""Tests of the plan on its own."""
