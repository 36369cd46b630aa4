"""Tests of the annotations file."""
