"""How the lines of code in a script are counted."""

from __future__ import annotations

from pathlib import Path

from ..scripts import lines_of_code

SCRIPT = '''"""What the script does.

More of it."""

# A comment.
import json

class C:
    """Docstring."""

    async def f(self):  # another comment
        """Docstring."""
        return json.loads(
            # A comment in brackets.
            "1"
        )

TEXT = """
inside

"""
'''


def test_only_code_is_counted(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    assert lines_of_code(script) == 10
