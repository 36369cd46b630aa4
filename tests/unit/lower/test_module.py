"""The status of every symbol, and the structure of the module."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.plan import EnumKind, Status

from ...headers.bare import function
from .snippets import functions, notes, plan, symbol

_BELL = "typedef struct _OrthancPluginBell_t OrthancPluginBell;\n"


def test_functions_that_free_are_the_runtimes() -> None:
    free = symbol(plan(function("FreeString", "char* text", result="void")), "FreeString")
    assert (free.status, free.python) == (Status.RUNTIME, ())
    assert free.reason


def test_statuses_from_the_annotations(tmp_path: Path) -> None:
    entries = "".join(
        f'[functions.OrthancPlugin{name}]\nsince = "1.0.0"\nreason = "Why {name}."\nstatus = "{status}"\n'
        for name, status in (("Ring", "excluded"), ("Hum", "runtime"))
    )
    module = plan(function("Ring") + function("Hum"), notes(entries, tmp_path))
    for name, status in (("Ring", Status.EXCLUDED), ("Hum", Status.RUNTIME)):
        found = symbol(module, name)
        assert (found.status, found.python, found.reason) == (status, (), f"Why {name}.")
    assert functions(module) == {}


def test_a_function_without_the_context_is_excluded() -> None:
    text = "ORTHANC_PLUGIN_INLINE int32_t OrthancPluginTwice(int32_t x) { return 2 * x; }\n"
    assert symbol(plan(text), "Twice").reason == "Its first parameter is not the plugin's context."


def test_functions_are_sorted_into_the_groups_of_the_header() -> None:
    groups = "/** \\defgroup Loud Loud bells\n\\brief What is loud. **/\n"
    declared = function("Hum") + function("Ring", doc="@brief x.\n@ingroup Loud")
    shown = [(g.name, g.doc, [f.name for f in g.functions]) for g in plan(groups + declared).groups]
    assert ("Loud", "What is loud.", ["Ring"]) in shown
    assert ("Other", "", ["Hum"]) in shown


def test_only_classes_that_python_meets_are_made() -> None:
    free = function("FreeBell", "OrthancPluginBell* bell", result="void")
    assert plan(_BELL + free).classes == ()
    (bell,) = plan(_BELL + free + function("Ring", "OrthancPluginBell* bell")).classes
    assert (bell.name, bell.free, [f.name for f in bell.methods]) == (
        "Bell",
        "OrthancPluginFreeBell",
        ["Ring"],
    )
    (lent,) = plan(_BELL + function("Ring", "OrthancPluginBell* bell")).classes
    assert lent.free is None


def test_kinds_of_enumerations(tmp_path: Path) -> None:
    declared = (
        "typedef enum { OrthancPluginSkipFlags_A = 1, _OrthancPluginSkipFlags_INTERNAL = 0x7fffffff }"
        " OrthancPluginSkipFlags;\ntypedef enum { OrthancPluginTone_C = -1 } OrthancPluginTone;\n"
    )
    entry = "".join(
        f'[enums.OrthancPlugin{name}]\nsince = "1.0.0"\nreason = "r"\nkind = "{kind}"\n'
        for name, kind in (("ErrorCode", "open"), ("SkipFlags", "flags"))
    )
    enums = {e.name: e for e in plan(declared, notes(entry, tmp_path)).enums}
    assert {name: (e.base, e.kind) for name, e in enums.items()} == {
        "ErrorCode": ("IntEnum", EnumKind.OPEN),
        "SkipFlags": ("IntFlag", EnumKind.FLAGS),
        "Tone": ("IntEnum", EnumKind.CLOSED),
    }
    assert [(m.name, m.value) for m in enums["SkipFlags"].members] == [("A", 1)]
    assert [(m.name, m.value) for m in enums["Tone"].members] == [("C", -1)]


def test_rows_of_a_table_for_enumerators_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    entry = """
        [enums.OrthancPluginErrorCode]
        since = "1.0.0"
        reason = "r"
        tables.Weight.doc = "d"
        tables.Weight.rows = { OrthancPluginErrorCode_Success = 3, OrthancPluginErrorCode_Old = 4 }
    """
    (table,) = plan("", notes(entry, tmp_path)).enum_tables
    assert (table.name, table.rows) == ("Weight", (("OrthancPluginErrorCode_Success", 3),))
