"""Structs that the core fills."""

from __future__ import annotations

from orthanc_codegen.plan.conversions import Dict, Enumeration, Float, Integer
from orthanc_codegen.plan.functions import PassedOutput
from orthanc_codegen.plan.python_types import output_type, return_type

from ....headers.bare import function
from ..snippets import TONE, only, plan, symbol

_NOTE = "typedef struct { uint16_t minLength; OrthancPluginTone t; float loudness; } OrthancPluginNote;\n"


def test_a_struct_becomes_a_dict_with_keys_named_after_fields_and_enumerations() -> None:
    module = plan(TONE + _NOTE + function("Ask", "OrthancPluginNote* target"))
    (dict_,) = module.dicts
    ask = only(module)
    assert (return_type(ask), ask.outputs[0].conversion) == ("_Note", Dict("OrthancPluginNote", "Note"))
    assert ask.call.passed == (PassedOutput("target"),)
    assert (dict_.name, dict_.c_name) == ("Note", "OrthancPluginNote")
    assert [(k.name, k.field, k.conversion) for k in dict_.keys] == [
        ("MinLength", "minLength", Integer("uint16_t")),
        ("Tone", "t", Enumeration("OrthancPluginTone", "Tone")),
        ("Loudness", "loudness", Float("float")),
    ]
    assert [output_type(k.conversion) for k in dict_.keys] == ["int", "Tone", "float"]


def test_a_field_that_no_rule_binds_excludes_the_function() -> None:
    struct = "typedef struct { void* secret; } OrthancPluginNote;\n"
    ask = symbol(plan(struct + function("Ask", "OrthancPluginNote* target")), "Ask")
    assert ask.reason == "No rule binds the field 'secret' of OrthancPluginNote, of type 'void *'."
