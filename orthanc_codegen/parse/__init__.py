"""Header text to IR; the only package that imports libclang."""

from orthanc_codegen.parse.header import parse_header

__all__ = ["parse_header"]
