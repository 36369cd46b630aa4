"""The limits of the runtime that a plan observes. The generated C++ asserts that the runtime has them."""

from typing import Final

MOST_LOCKS: Final = 32  # one bit per lock
LAST_REGISTRY: Final = 63  # one bit per registry; 0 stands for no registry
