"""Configures Sphinx for the site, and with the tag `older` for the reference of an older release."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from orthanc_codegen import __version__
from website.places import NEWEST, RELEASES

older = tags.has("older")  # noqa: F821  # Sphinx defines it

project = "orthanc-codegen"
author = "the authors of orthanc-codegen"
copyright = author  # noqa: A001
release = NEWEST if older else __version__  # the build of an older release overrides it
html_title = "orthanc-codegen"

extensions = ["myst_parser", "sphinx_copybutton", "website.accessible", "website.origin"]
nitpicky = True
highlight_language = "text"

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence", "attrs_block", "attrs_inline"]

toc_object_entries_show_parents = "hide"
python_maximum_signature_line_length = 70
python_display_short_literal_types = True

copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True
copybutton_exclude = ".linenos, .gp, .go"

html_theme = "furo"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_css_files = ["site.css"]
html_js_files = ["releases.js", "code.js"]
html_favicon = "_static/favicon.svg"
html_copy_source = False
html_show_sphinx = False
html_use_index = True
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/releases.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_theme_options = {"navigation_with_keys": False, "top_of_page_buttons": []}
html_context = {"releases": RELEASES, "newest": NEWEST, "older": older}
header_uri = "../header.html" if older else ""
