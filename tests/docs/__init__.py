"""Tests of the documentation: its code blocks and scripts, and the site in a browser (`make test-docs`)."""
