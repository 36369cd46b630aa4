"""Tests of the rules that say what C parameters become."""
