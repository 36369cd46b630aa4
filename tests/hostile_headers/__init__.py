"""Malicious headers, annotations and files: refused with file and line, or escaped, and never executed."""
