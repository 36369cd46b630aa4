"""Render the plan and its C++ through the templates."""

from orthanc_codegen.render.files import render, stub, unformatted

__all__ = ["render", "stub", "unformatted"]
