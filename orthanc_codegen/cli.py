"""The command line: parse options, call the pipeline, print the result."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from orthanc_codegen import __version__, pipeline, pythons, serve
from orthanc_codegen.build import BUILD_TYPES, BuiltPlugin, build_plugin
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.ir import Header
from orthanc_codegen.progress import BuildProgress
from orthanc_codegen.survey import Survey
from orthanc_codegen.write import TreeChanges

_INTERRUPTED = 130  # 128 + SIGINT, by the convention of shells
_MOST = 100  # diagnostics that are printed
_PATH = click.Path(path_type=Path)


class _Commands(click.Group):
    """A group of commands that prints expected failures as messages instead of tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CodegenError as error:
            for diagnostic in error.diagnostics[:_MOST]:
                _print_diagnostic(diagnostic)
            if len(error.diagnostics) > _MOST:
                click.echo(f"and {len(error.diagnostics) - _MOST} more", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)


@dataclass(frozen=True)
class _Input:
    """The header and annotations that the options select."""

    sdk: str | None
    file: Path | None
    annotations: Path | None

    @functools.cached_property
    def source(self) -> pipeline.Source:
        """The header and its text, loaded on first use."""
        return pipeline.load(self.sdk, self.file)

    @property
    def header(self) -> Header:
        """The parsed header."""
        return self.source.header


def _source_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that select the header; the command receives them as the argument `given`."""

    @click.option("--sdk", metavar="VERSION", help="SDK release, such as 1.5.7. Default: the newest one.")
    @click.option(
        "--header", type=_PATH, metavar="FILE", help="Header file to use instead of an SDK release."
    )
    @click.option(
        "--annotations", type=_PATH, metavar="FILE", help="Annotations file. Default: the built-in one."
    )
    @functools.wraps(command)
    def with_source(sdk: str | None, header: Path | None, annotations: Path | None, **options: Any) -> None:
        if sdk is not None and header is not None:
            raise click.UsageError("--sdk and --header are mutually exclusive: give only one of them.")
        command(given=_Input(sdk, header, annotations), **options)

    return with_source


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="orthanc-codegen")
def main() -> None:
    """Generate the Python plugin of Orthanc from the C header of its plugin SDK."""


@main.command()
@_source_options
@click.option("--output", type=_PATH, metavar="DIR", help="Output folder. Default: output/VERSION.")
@click.option(
    "--check", is_flag=True, help="Print the changes instead of writing them; exit 1 if there are any."
)
@click.option(
    "--part",
    "parts",
    type=click.Choice(pipeline.PARTS),
    multiple=True,
    default=pipeline.PARTS,
    help="Generate only this part; may be repeated.",
)
def generate(given: _Input, output: Path | None, check: bool, parts: tuple[str, ...]) -> None:
    """Generate the C++, the stubs, the documentation and the coverage report."""
    folder = output or Path("output", str(given.header.version))
    changes = pipeline.generate(given.header, folder, check, given.annotations, parts)
    if check and changes:
        click.echo(changes.diff(), nl=False)
    click.echo(_summary(changes, check), err=check)
    if check and changes:
        sys.exit(1)


_FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True
)


@main.command()
@_source_options
@_FORMAT
@click.option("--all", "every", is_flag=True, help="Print one row per release instead of one per function.")
def coverage(given: _Input, form: str, every: bool) -> None:
    """Report which SDK functions are bound, and why the others are not."""
    if not every:
        _print_report(pipeline.coverage(given.header, given.annotations), form)
    elif given.sdk is None and given.file is None:
        _print_report(pipeline.survey(given.annotations), form)
    else:
        raise click.UsageError("--all reports on every release: omit --sdk and --header.")


@main.group()
def sdk() -> None:
    """List and describe SDK releases."""


@sdk.command("list")
@_FORMAT
def sdk_list(form: str) -> None:
    """List the releases with their coverage, like ``coverage --all``."""
    _print_report(pipeline.survey(), form)


@sdk.command("show")
@click.argument("version")
def sdk_show(version: str) -> None:
    """Describe a release: its coverage and the declarations it added."""
    click.echo(pipeline.describe(version), nl=False)


@main.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
def diff(old: str, new: str, form: str) -> None:
    """Show the declarations that the release NEW adds to and removes from OLD."""
    changes = pipeline.diff(old, new)
    text = {"json": changes.to_json, "markdown": changes.to_markdown}.get(form, changes.to_text)
    click.echo(text(), nl=False)


@main.command()
@click.argument("header", type=_PATH)
@click.option(
    "--sdk",
    metavar="VERSION",
    help="Release to compare with. Default: the newest that declares the header's version.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--abi", is_flag=True, help="Also compile a program with each header, and compare the output of both."
)
def verify(header: Path, sdk: str | None, form: str, abi: bool) -> None:
    """Compare HEADER, an official SDK header, with the interface header; exit 1 if they differ."""
    result = pipeline.verify(header, sdk, abi)
    click.echo(result.to_json() if form == "json" else result.to_text(), nl=False)
    if not result.is_same:
        sys.exit(1)


@main.command()
@click.argument("header", type=_PATH)
def draft(header: Path) -> None:
    """Draft the declarations of HEADER, an official SDK header, that the interface header lacks."""
    click.echo(pipeline.draft_additions(header), nl=False)


@main.command()
@click.argument("stage", type=click.Choice(pipeline.STAGES))
@_source_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    help="Default: text for the plan, JSON otherwise.",
)
def inspect(given: _Input, stage: str, form: str | None) -> None:
    """Print an intermediate stage: the parsed header, the binding plan, or the model of the C++."""
    if form == "text" and stage != "plan":
        raise click.UsageError(f"only the plan has a text form: omit --format to print the {stage} as JSON")
    click.echo(pipeline.inspected(stage, given.header, given.annotations, as_json=form == "json"), nl=False)


def _build_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a build to a command."""
    kind = click.Choice(BUILD_TYPES, case_sensitive=False)
    for option in (
        click.option("--build-type", type=kind, default="Release", show_default=True),
        click.option("--output", type=_PATH, metavar="DIR", help="Build folder. Default: build/VERSION."),
        click.option(
            "--python",
            type=_PATH,
            metavar="PROGRAM",
            help="Python for the plugin, unless Orthanc's configuration names another one. "
            f"Default: {pythons.SYSTEM_PYTHON}; if unusable, the base Python of this environment.",
        ),
        _source_options,
    ):
        command = option(command)
    return command


@main.command()
@_build_options
def build(given: _Input, output: Path | None, build_type: str, python: Path | None) -> None:
    """Generate and compile the plugin."""
    plugin = _build(given, output, build_type, python)
    click.echo(f"The plugin is {plugin.loader}\nLoad it in Orthanc's configuration:\n")
    click.echo(f'  "Plugins" : [ "{plugin.folder}" ],\n  "PythonScript" : "/path/to/your/script.py"')


@main.command()
@click.argument("script", type=_PATH)
@_build_options
@click.option("--http-port", type=click.IntRange(1, 65535), default=serve.HTTP_PORT, show_default=True)
@click.option("--dicom-port", type=click.IntRange(1, 65535), default=serve.DICOM_PORT, show_default=True)
@click.option("--verbose", is_flag=True, help="Enable Orthanc's verbose log.")
def run(
    given: _Input,
    script: Path,
    output: Path | None,
    build_type: str,
    python: Path | None,
    http_port: int,
    dicom_port: int,
    verbose: bool,
) -> None:
    """Build the plugin if needed, then run Orthanc with SCRIPT and a temporary storage until Ctrl-C."""
    if not script.is_file():
        raise CodegenError.of("the script does not exist", str(script))
    plugin = _build(given, output, build_type, python)
    environment = pythons.own_environment() if python is None else None
    if environment is not None:
        click.echo(f"The script can import the packages of {environment}", err=True)
    click.echo(f"Running {script} at http://localhost:{http_port} (press Ctrl-C to stop)", err=True)
    status = serve.run_script(
        plugin.folder,
        script,
        http_port=http_port,
        dicom_port=dicom_port,
        configuration=None if environment is None else {"Python": {"VirtualEnv": str(environment)}},
        verbose=verbose,
    )
    sys.exit(status)


def _build(given: _Input, output: Path | None, build_type: str, python: Path | None = None) -> BuiltPlugin:
    folder = output or Path("build", str(given.header.version))
    with BuildProgress(Console(stderr=True)) as report:
        return build_plugin(given.source, folder, build_type, report, given.annotations, python)


def _print_report(report: Coverage | Survey, form: str) -> None:
    match form:
        case "json":
            click.echo(report.to_json(), nl=False)
        case "markdown":
            click.echo(report.to_markdown(), nl=False)
        case _:
            Console().print(report.to_table())


def _summary(changes: TreeChanges, check: bool) -> str:
    """Summarize the changes to the output in one line."""
    if not changes:
        return f"{changes.root} is up to date"
    counts = ((changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed"))
    figures = ", ".join(f"{len(paths)} {what}" for paths, what in counts if paths)
    return f"{changes.root} is out of date: {figures}" if check else f"{changes.root}: {figures}"


def _print_diagnostic(diagnostic: Diagnostic) -> None:
    # Without wrapping and markup, so that paths and compiler output stay intact.
    Console(stderr=True).print(str(diagnostic), style="red", markup=False, highlight=False, soft_wrap=True)
