"""What existing scripts rely on: a file for each kind of convention, at least one test for each of them."""
