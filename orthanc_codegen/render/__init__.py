"""Rendering: the plan as text, through the templates."""

from orthanc_codegen.render.files import render, unformatted

__all__ = ["render", "unformatted"]
