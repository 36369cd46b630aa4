"""Lowering: the IR → the binding plan, by rules over types and names, and by annotations."""

from orthanc_codegen.lower.annotations import Annotations, load_annotations
from orthanc_codegen.lower.guesses import NAME_OF_RESULT, Guess, guesses
from orthanc_codegen.lower.index import OLDEST_CORE
from orthanc_codegen.lower.module import lower

__all__ = [
    "NAME_OF_RESULT",
    "OLDEST_CORE",
    "Annotations",
    "Guess",
    "guesses",
    "load_annotations",
    "lower",
]
