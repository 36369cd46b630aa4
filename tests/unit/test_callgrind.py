"""The counts of instructions in the benchmarks: results of Valgrind, summed by object."""

from __future__ import annotations

from pathlib import Path

from benchmarks.callgrind import instructions

RESULTS = """\
# callgrind format
positions: line
events: Ir
summary: 128

ob=/lib/python.so
fl=call.c
fn=call
10 20
cob=/lib/c.so
cfn=malloc
calls=2 7
11 95
12 3

ob=/lib/c.so
fl=malloc.c
fn=malloc
7 95
ob=/lib/python.so
fn=other
3 10

totals: 128
"""


def test_each_instruction_counts_where_it_is_executed(tmp_path: Path) -> None:
    file = tmp_path / "callgrind"
    file.write_text(RESULTS)
    assert instructions(file) == {"/lib/python.so": 33, "/lib/c.so": 95}
