"""Parse the text of a header to the IR. No other package imports libclang."""

from orthanc_codegen.parse.header import parse_header
from orthanc_codegen.parse.isolation import parse_isolated
from orthanc_codegen.parse.source import normalized

__all__ = ["normalized", "parse_header", "parse_isolated"]
