"""The wheel of the plugin, installed as a user installs it."""
