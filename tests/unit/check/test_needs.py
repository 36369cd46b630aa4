"""The release that a script needs: which expressions count, and which guards stop a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from .checking import checked, found, needed

QUEUES = "1.12.8"  # the first release with queues
OLDEST = "1.5.7"  # that the plugin supports


@pytest.mark.parametrize(
    "text",
    [
        "import orthanc as server\nserver.GetQueueSize('x')",
        "from orthanc import GetQueueSize as size\nsize('x')",
        "from orthanc import *\nGetQueueSize('x')",
        "def f():\n    import orthanc\n    return orthanc.GetQueueSize",
        "import orthanc\nprint(getattr(orthanc, 'GetQueueSize')('x'))",
        "import orthanc\nf = lambda: orthanc.GetQueueSize('x')",
        "import orthanc\nasync def f():\n    await g(orthanc.GetQueueSize)",
        "import orthanc\nif not orthanc.CheckVersionAdvanced(1, 12, 8):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif orthanc.CheckVersionAdvanced(1, 12, 7):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif orthanc.CheckVersionAdvanced(1, 12, 8) or x:\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif orthanc.CheckVersionAdvanced(1, x, 8):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif version() >= (1, 12, 7):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif version() < (1, 12, 8):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif version() > (1, 12, 6):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif version() != (1, 12, 8):\n    orthanc.GetQueueSize('x')",
        "import orthanc, sys\nif sys.version_info >= (3, 12, 0):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nV = (*V, 8)\nif orthanc.CheckVersionAdvanced(*V):\n    orthanc.GetQueueSize('x')",
        "import orthanc\ndef new(*v): return orthanc.CheckVersionAdvanced(*v)\n"
        "if new(1, 12, 7):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nc = 8\ndef new(a, b, c=0): return orthanc.CheckVersionAdvanced(a, b, c)\n"
        "if new(1, 12):\n    orthanc.GetQueueSize('x')",
        "import orthanc\ndef new(a): return orthanc.CheckVersionAdvanced(1, 12, 8)\n"
        "if new(1, 2):\n    orthanc.GetQueueSize('x')",
        "import orthanc\nif hasattr(orthanc, 'GetQueueSize'):\n    orthanc.GetQueueSize('x')",
        "import orthanc\ntry:\n    orthanc.GetQueueSize('x')\nexcept KeyError:\n    pass",
        "import orthanc\ntry:\n    orthanc.GetQueueSize('x')\nexcept orthanc.OrthancException:\n    raise",
        "import orthanc\ntry:\n    pass\nexcept Exception:\n    orthanc.GetQueueSize('x')",
        "import orthanc\ntry:\n    def f():\n        orthanc.GetQueueSize('x')\nexcept Exception:\n    pass",
        "import orthanc\ndef f():\n    orthanc.GetQueueSize('x')\n"
        "try:\n    f()\nexcept Exception:\n    pass\nf()",
    ],
)
def test_use_without_a_guard(text: str, tmp_path: Path) -> None:
    assert needed(tmp_path, text) == QUEUES


@pytest.mark.parametrize(
    "guarded",
    [
        "if orthanc.CheckVersionAdvanced(1, 12, 8):\n    USE",
        "if orthanc.CheckVersionAdvanced(1, 13, 0) and x:\n    USE",
        "if orthanc.CheckVersionAdvanced(expected_major=1, expected_minor=12, expected_revision=8):\n    USE",
        "if orthanc.CheckVersionAdvanced(1, 12, 8) == 1:\n    USE",
        "if orthanc.CheckVersionAdvanced(1, 12, 8) != 0:\n    USE",
        "if orthanc.CheckVersionAdvanced(1, 12, 8) > 0:\n    USE",
        "if orthanc.CheckVersionAdvanced(1, 12, 8) == 0:\n    pass\nelse:\n    USE",
        "if not orthanc.CheckVersionAdvanced(1, 12, 8) or x:\n    pass\nelse:\n    USE",
        "x = USE if orthanc.CheckVersionAdvanced(1, 12, 8) else 0",
        "x = orthanc.CheckVersionAdvanced(1, 12, 8) and USE",
        "assert orthanc.CheckVersionAdvanced(1, 12, 8)\nUSE",
        "NEW = bool(orthanc.CheckVersionAdvanced(1, 12, 8))\nif NEW:\n    USE",
        "if not (new := orthanc.CheckVersionAdvanced(1, 12, 8)):\n    raise SystemExit\nUSE",
        "def f():\n    if not orthanc.CheckVersionAdvanced(1, 12, 8):\n        return\n    USE",
        "def new():\n    'Tell it.'\n    return orthanc.CheckVersionAdvanced(1, 12, 8)\nif new():\n    USE",
        "if version() >= (1, 12, 8):\n    USE",
        "if version() > (1, 12, 7):\n    USE",
        "if (1, 12, 8) <= version():\n    USE",
        "if version() < (1, 12, 8):\n    raise SystemExit\nUSE",
        "HAS_QUEUES = version() >= (1, 12, 8)\nif HAS_QUEUES:\n    USE",
        "V = (1, 12, 8)\nif version() >= V:\n    USE",
        "V = (1, 12, 8)\nif orthanc.CheckVersionAdvanced(*V):\n    USE",
        "def new(*v):\n    return orthanc.CheckVersionAdvanced(*v)\nif new(1, 12, 8):\n    USE",
        "def new(*v): return orthanc.CheckVersionAdvanced(*v)\nV = (1, 12, 8)\nif new(*V):\n    USE",
        "def new(a, b, c=0): return orthanc.CheckVersionAdvanced(a, b, c)\nif new(1, 12, c=8):\n    USE",
        "def new(minor):\n    return version() >= (1, minor, 0)\nif new(13):\n    USE",
        "def f():\n    USE\nif orthanc.CheckVersionAdvanced(1, 12, 8):\n    f()",
        "def f():\n    g()\ndef g():\n    USE\nif orthanc.CheckVersionAdvanced(1, 12, 8):\n    f()",
        "def f(n):\n    USE\n    f(n - 1)\nif orthanc.CheckVersionAdvanced(1, 12, 8):\n    f(2)",
        "class A:\n    def f(self):\n        USE\nif orthanc.CheckVersionAdvanced(1, 12, 8):\n    A().f()",
        "class A:\n    def step(self):\n        USE\n"
        "if orthanc.CheckVersionAdvanced(1, 12, 8):\n    start(A())",
        "if orthanc.CheckVersionAdvanced(1, 12, 8):\n"
        "    @orthanc.RegisterOnChangeCallback\n    def f(a, b, c):\n        USE",
        "try:\n    USE\nexcept orthanc.OrthancException:\n    pass",
        "try:\n    USE\nexcept (KeyError, orthanc.OrthancException) as error:\n    print(error)",
        "try:\n    USE\nexcept Exception:\n    pass",
        "try:\n    USE\nexcept:\n    pass",
        "import contextlib\nwith contextlib.suppress(orthanc.OrthancException):\n    USE",
        "def f():\n    USE\ntry:\n    f()\nexcept Exception:\n    pass",
        "if __name__ == '__main__':\n    USE",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    USE",
        "def f(x: orthanc.KeysValuesIterator) -> None:\n    pass",
    ],
)
def test_guards(guarded: str, tmp_path: Path) -> None:
    assert (
        needed(tmp_path, f"import orthanc\n{guarded}".replace("USE", "orthanc.GetQueueSize('x')")) == OLDEST
    )


@pytest.mark.parametrize(
    ("text", "release"),
    [
        ("def f(x: orthanc.KeysValuesIterator): x.GetKey()", QUEUES),
        ("def f(x: 'orthanc.KeysValuesIterator | None'): x.GetKey()", QUEUES),
        ("from typing import Optional\ndef f(x: Optional[orthanc.KeysValuesIterator]): x.GetKey()", QUEUES),
        ("x = orthanc.GetPeers()\nx.GetPeersCount()", OLDEST),
        ("def f(x): x.GetKey()\ndef g(): f(orthanc.CreateKeysValuesIterator('x'))", QUEUES),
        # An unknown object is no handle if the script has none, nor is one of another module.
        ("def f(x): x.GetKey()", OLDEST),
        ("from vtk import x\nx.GetKey()\ndef f(y: orthanc.KeysValuesIterator): pass", OLDEST),
        (
            "class A:\n    def __init__(self):\n        self.x = 'text'\n"
            "    def f(self):\n        self.x.GetKey()",
            OLDEST,
        ),
        (
            "def f(output, uri, **request): return request['authentication_payload']\n"
            "orthanc.RegisterRestCallback('/', f)",
            "1.12.9",
        ),
        (
            "def f(output, uri, **request): return request['headers']\northanc.RegisterRestCallback('/', f)",
            OLDEST,
        ),
    ],
)
def test_types(text: str, release: str, tmp_path: Path) -> None:
    assert needed(tmp_path, f"import orthanc\n{text}") == release


@pytest.mark.parametrize(
    "text",
    [
        "it = orthanc.CreateKeysValuesIterator('x')\nit.GetKey()",
        "with orthanc.CreateKeysValuesIterator('x') as it:\n    it.GetKey()",
        "class A:\n  def __init__(self):\n    self.it = orthanc.CreateKeysValuesIterator('x')\n"
        "  def f(self):\n    self.it.GetKey()",
        "def make():\n    return orthanc.CreateKeysValuesIterator('x')\nmake().GetKey()",
        "def make() -> orthanc.KeysValuesIterator: ...\nit = make()\nit.GetKey()",
        "def f(x):\n    if (it := orthanc.CreateKeysValuesIterator(x)): it.GetKey()",
    ],
)
def test_methods_of_handles(text: str, tmp_path: Path) -> None:
    report = checked(tmp_path, f"import orthanc\n{text}")
    assert "KeysValuesIterator.GetKey" in {need.symbol for need in report.reasons}


def test_methods_of_the_handles_of_callbacks(tmp_path: Path) -> None:
    report = checked(
        tmp_path,
        """
        import orthanc

        @orthanc.RegisterFindCallback2
        def find(answers, query, connection):
            connection.GetConnectionRemoteAet()
        """,
    )
    assert [(need.line, need.symbol) for need in report.reasons] == [
        (4, "RegisterFindCallback2"),
        (6, "DicomConnection.GetConnectionRemoteAet"),
    ]


def test_enumerators_that_are_only_compared_are_no_need(tmp_path: Path) -> None:
    text = """
    import orthanc

    def on_change(change, level, resource):
        if change == orthanc.ErrorCode.FORBIDDEN_ACCESS:
            pass
        match change:
            case orthanc.ErrorCode.FORBIDDEN_ACCESS | orthanc.ErrorCode.PLUGIN:
                pass
        return {orthanc.ErrorCode.FORBIDDEN_ACCESS: 1}, change in (orthanc.ErrorCode.FORBIDDEN_ACCESS,)
    """
    assert needed(tmp_path, text) == OLDEST
    lines = [line for line, code in found(tmp_path, text, "1.5.7") if code == "never-arrives"]
    assert lines == [5, 8, 10, 10]


def test_release_at_hand(tmp_path: Path) -> None:
    text = "import orthanc\n\northanc.GetQueueSize('x')\n"
    assert found(tmp_path, text, "1.12.8") == []
    (finding,) = checked(tmp_path, text, "1.12.7").findings
    assert (finding.line, finding.column, finding.severity) == (3, 1, "error")
    assert finding.message == "GetQueueSize needs Orthanc 1.12.8"


@pytest.mark.parametrize("text", ["def f(:\n", "x = 1\nif x:\n", "\x00", "# -*- coding: none -*-\n"])
def test_a_script_that_is_no_python(text: str, tmp_path: Path) -> None:
    (finding,) = checked(tmp_path, text).findings
    assert finding.code == "syntax"
