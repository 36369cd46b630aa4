"""Tests of the rules for the parameters of C functions."""
