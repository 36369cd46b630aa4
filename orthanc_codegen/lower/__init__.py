"""Lowering: from what C declares to what Python sees, by rules over types and names, and the annotations."""

from orthanc_codegen.lower.annotations import Annotations, load_annotations
from orthanc_codegen.lower.module import lower

__all__ = ["Annotations", "load_annotations", "lower"]
