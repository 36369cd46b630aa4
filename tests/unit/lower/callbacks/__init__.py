"""Tests of the lowering of callbacks."""
