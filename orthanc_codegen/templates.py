"""The Mako templates. Each is compiled once per process; undefined names are errors."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from orthanc_codegen.resources import templates_dir

if TYPE_CHECKING:
    from mako.lookup import TemplateLookup
    from mako.template import Template


def template(name: str) -> Template:
    """Return a template by its path in the folder, ex) ``docs/index.rst.mako``."""
    return _lookup().get_template(name)


@functools.cache
def _lookup() -> TemplateLookup:
    from mako.lookup import TemplateLookup  # takes as long to import as a header to parse

    # Without a cache folder and imports: a template only prints its arguments.
    return TemplateLookup([str(templates_dir())], strict_undefined=True, filesystem_checks=False)
