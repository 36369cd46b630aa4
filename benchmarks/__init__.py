"""Benchmarks of the plugin beside Debian's Python plugin and a native plugin: `make bench`."""
