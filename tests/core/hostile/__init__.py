"""Combined faults: wrong arguments, wrong answers of the core or of callables, failing allocations."""
