"""Headers, annotations and files that mean harm: refused with file and line, or escaped, never obeyed."""
