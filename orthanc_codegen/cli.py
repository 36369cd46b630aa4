"""The command line: finds the module of a command, and prints expected failures."""

from __future__ import annotations

import importlib
from typing import Any

import click

from orthanc_codegen import __version__
from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_testing.errors import KitError

_INTERRUPTED = 130  # 128 + SIGINT, by the convention of shells
_MOST = 100  # diagnostics that are printed

# In the order of `--help`. Each is a module of `commands`, which is imported when it is called: most of them
# import libclang and the templates.
_COMMANDS = (
    "generate",
    "build",
    "run",
    "console",
    "new",
    "check",
    "coverage",
    "inspect",
    "sdk",
    "diff",
    "verify",
    "draft",
)


class _Commands(click.Group):
    """The group of all commands. Prints expected failures as messages instead of tracebacks."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"orthanc_codegen.commands.{cmd_name}")
        command: click.Command = module.command
        command.name = cmd_name
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CodegenError as error:
            for diagnostic in error.diagnostics[:_MOST]:
                _print_diagnostic(diagnostic)
            if len(error.diagnostics) > _MOST:
                click.echo(f"and {len(error.diagnostics) - _MOST} more", err=True)
            ctx.exit(1)
        except KitError as error:  # of a server
            _print_diagnostic(Diagnostic(str(error)))
            ctx.exit(1)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="orthanc-codegen")
def main() -> None:
    """Generate the Python plugin of Orthanc from the C header of its plugin SDK."""


def _print_diagnostic(diagnostic: Diagnostic) -> None:
    from rich.console import Console

    # Without wrapping and markup, so that paths and compiler output stay intact.
    Console(stderr=True).print(str(diagnostic), style="red", markup=False, highlight=False, soft_wrap=True)
