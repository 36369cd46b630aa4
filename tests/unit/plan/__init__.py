"""Tests of the plan by itself."""
