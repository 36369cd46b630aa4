"""Watches, debugs and opens a console in a script that `run` runs."""
