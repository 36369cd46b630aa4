"""Tests of the module with a stand-in core, in this process and without a server."""
