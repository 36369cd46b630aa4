"""The commands, each in a module of its own: parse options, make one call, print the result."""
