"""The Mako templates, each compiled once in a process, strict about names."""

from __future__ import annotations

import functools

from mako.lookup import TemplateLookup
from mako.template import Template

from orthanc_codegen.resources import templates_dir


def template(name: str) -> Template:
    """Return a template by its path in the folder, ex) ``docs/index.rst.mako``."""
    return _lookup().get_template(name)


@functools.cache
def _lookup() -> TemplateLookup:
    # No cache folder and no imports from templates: a template prints what it is given.
    return TemplateLookup([str(templates_dir())], strict_undefined=True, filesystem_checks=False)
