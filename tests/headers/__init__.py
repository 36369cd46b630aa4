"""Small headers with one feature each, and their output: golden results, which are also compiled."""
