"""Real servers under load: short forms are tests, the long ones write a report (`make stress`)."""
