"""The tests of the generator, the runtime, the plugin and the wheel."""
