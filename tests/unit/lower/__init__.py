"""Tests of lowering, rule by rule, and of the plan of the official header."""
