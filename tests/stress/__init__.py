"""Real servers under load: the short forms are tests, the long ones write a report (`make stress`)."""
