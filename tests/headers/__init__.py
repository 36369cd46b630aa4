"""Small headers of our own, one feature each, and what they become: golden results that are also compiled."""
