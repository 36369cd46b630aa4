"""Records commands and their output as an animated SVG: `python -m website.cast docs/cast.svg`."""

from __future__ import annotations

import html
import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .places import ROOT

_SCRIPT: Final = """\
import orthanc

def hello(output, uri, **request):
    name = request["get"].get("name", "world")
    output.AnswerBuffer(f"Hello, {name}\\n", "text/plain")

orthanc.RegisterRestCallback("/hello", hello)
"""
_COLUMNS: Final = 92
_LINE, _CHARACTER, _MARGIN = 18, 7.8, 14  # in units of the SVG, for a font of 13
_TYPING, _READING = 0.045, 0.9  # seconds for each character of a command, and after its output
_LONGEST_START: Final = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the terminal."""

    text: str
    at: float  # seconds after the start
    typed: bool = False  # a command


class Terminal:
    """Runs commands, and records them with their output."""

    def __init__(self, folder: Path) -> None:
        """Run the commands in a folder, with the programs of this Python's environment."""
        self.folder = folder
        self.lines: list[Line] = []
        self._now = 0.5
        self._environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}

    def run(self, command: str) -> None:
        """Run a command to its end."""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=True,
        )
        self._type(command)
        self._print(done.stdout)

    def start(self, command: str, log: str) -> subprocess.Popen[bytes]:
        """Start a server that writes a log, and wait until it has started."""
        process = subprocess.Popen(["bash", "-c", f"exec {command}"], cwd=self.folder, env=self._environment)
        self._type(f"{command} &")
        end = time.monotonic() + _LONGEST_START
        while "Orthanc has started" not in self._text_of(log):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"the server did not start:\n{self._text_of(log)}")
            time.sleep(0.1)
        return process

    def _text_of(self, name: str) -> str:
        file = self.folder / name
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def _type(self, command: str) -> None:
        self.lines.append(Line(f"$ {command}", self._now, typed=True))
        self._now += _TYPING * len(command) + 0.3

    def _print(self, output: str) -> None:
        for line in output.rstrip("\n").split("\n") if output else []:
            self.lines.extend(Line(part, self._now) for part in textwrap.wrap(line, _COLUMNS) or [""])
        self._now += _READING


def svg(lines: list[Line]) -> str:
    """Draw the lines, each of which appears at its time."""
    width = round(2 * _MARGIN + _COLUMNS * _CHARACTER)
    height = 2 * _MARGIN + _LINE * len(lines)
    texts = "\n".join(_text(line, number) for number, line in enumerate(lines))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"
 aria-label="A script is started in Orthanc, asked over HTTP, and checked">
<style>
text {{ font: 13px ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; }}
text {{ fill: #d6deeb; white-space: pre; }}
text.typed {{ fill: #ffffff; font-weight: bold; }}
@keyframes show {{ from {{ opacity: 0; }} to {{ opacity: 1; }} }}
@keyframes type {{ from {{ clip-path: inset(0 100% 0 0); }} to {{ clip-path: inset(0 0 0 0); }} }}
text {{ animation: show 0.01s linear both; }}
text.typed {{ animation-name: type; }}
@media (prefers-reduced-motion: reduce) {{ text, text.typed {{ animation: none; }} }}
</style>
<rect width="100%" height="100%" rx="8" fill="#14181f"/>
{texts}
</svg>
"""


def _text(line: Line, number: int) -> str:
    y = _MARGIN + _LINE * number + 13
    style = f"animation-delay: {line.at:.2f}s"
    if line.typed:
        count = len(line.text)
        style += f"; animation-duration: {count * _TYPING:.2f}s; animation-timing-function: steps({count})"
    kind = ' class="typed"' if line.typed else ""
    return f'<text x="{_MARGIN}" y="{y}"{kind} style="{style}">{html.escape(line.text)}</text>'


def _record(terminal: Terminal) -> None:
    """Run the commands."""
    terminal.run("cat hello.py")
    server = terminal.start("orthanc-codegen run hello.py 2> orthanc.log", "orthanc.log")
    try:
        terminal.run("grep -o 'Python .* loads the script' orthanc.log")
        terminal.run("curl -s 'http://localhost:8042/hello?name=Orthanc'")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)
    terminal.run("orthanc-codegen check hello.py --no-types --orthanc 1.10.1")
    terminal.run("orthanc-codegen coverage | head -n 1")


def main(target: Path) -> None:
    """Record the commands."""
    script, log = ROOT / "hello.py", ROOT / "orthanc.log"  # in the root, whose build/ has the plugin
    script.touch(exist_ok=False)
    try:
        script.write_text(_SCRIPT, encoding="utf-8")
        terminal = Terminal(ROOT)
        _record(terminal)
    finally:
        script.unlink()
        log.unlink(missing_ok=True)
    target.write_text(svg(terminal.lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
