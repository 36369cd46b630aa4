"""Lowering: the IR → the binding plan, by rules over types and names, and by annotations."""

from orthanc_codegen.lower.annotations import Annotations, load_annotations
from orthanc_codegen.lower.guesses import RESULT, Guess, guesses
from orthanc_codegen.lower.module import lower

__all__ = ["RESULT", "Annotations", "Guess", "guesses", "load_annotations", "lower"]
