"""Everything wrong at once: arguments, answers of the core, results of callables, allocations that fail."""
