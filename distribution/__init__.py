"""The wheel of the plugin: its metadata, its command, and the program that builds it."""
