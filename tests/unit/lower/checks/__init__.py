"""Tests of the checks that refuse a header before anything is generated."""
