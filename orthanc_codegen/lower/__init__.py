"""Lowering: the IR → the binding plan, by rules over types and names, and by annotations."""

from orthanc_codegen.lower.annotations import Annotations, load_annotations
from orthanc_codegen.lower.guesses import NAME_OF_RESULT, Guess, guesses
from orthanc_codegen.lower.module import lower

__all__ = ["NAME_OF_RESULT", "Annotations", "Guess", "guesses", "load_annotations", "lower"]
