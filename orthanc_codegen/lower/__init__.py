"""Lowering: the IR → the binding plan, by rules over types and names, and by annotations."""

from orthanc_codegen.lower.annotations import Annotations, load_annotations
from orthanc_codegen.lower.hints import WordDecision, decided_by_words
from orthanc_codegen.lower.module import lower

__all__ = ["Annotations", "WordDecision", "decided_by_words", "load_annotations", "lower"]
