"""The command line: options in, one call into the pipeline, result printed."""

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
from orthanc_codegen.dump import to_json
from orthanc_codegen.ir import Header
from orthanc_codegen.progress import BuildProgress
from orthanc_codegen.survey import Survey
from orthanc_codegen.write import TreeChanges

_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it
_MOST = 100  # diagnostics that are shown
_PATH = click.Path(path_type=Path)


class _Commands(click.Group):
    """Commands whose expected failures are messages, not tracebacks."""

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


@dataclass(frozen=True, slots=True)
class _Input:
    """What the options say of the header and its annotations."""

    source: pipeline.Source
    annotations: Path | None

    @property
    def header(self) -> Header:
        """The header as the stages see it."""
        return self.source.header


def _source_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that choose the header, and the argument `given` for them."""

    @click.option(
        "--sdk", metavar="VERSION", help="Release of the SDK, such as 1.5.7; by default the newest."
    )
    @click.option("--header", type=_PATH, metavar="FILE", help="Header file to use in place of a release's.")
    @click.option("--annotations", type=_PATH, metavar="FILE", help="In place of the project's annotations.")
    @functools.wraps(command)
    def with_source(sdk: str | None, header: Path | None, annotations: Path | None, **options: Any) -> None:
        if sdk is not None and header is not None:
            raise click.UsageError("--sdk and --header exclude each other: give one of them.")
        command(given=_Input(pipeline.load(sdk, header), annotations), **options)

    return with_source


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="orthanc-codegen")
def main() -> None:
    """Make the Python plugin of Orthanc from the C header of its plugin SDK."""


@main.command()
@_source_options
@click.option("--output", type=_PATH, metavar="DIR", help="Default: output/VERSION, the header's own.")
@click.option("--check", is_flag=True, help="Write nothing; show what would change, exit 1 if anything.")
@click.option(
    "--part",
    "parts",
    type=click.Choice(pipeline.PARTS),
    multiple=True,
    default=pipeline.PARTS,
    help="Write only this part; may be given several times.",
)
def generate(given: _Input, output: Path | None, check: bool, parts: tuple[str, ...]) -> None:
    """Write the C++, the stubs, the documentation and the coverage."""
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
@click.option(
    "--all", "every", is_flag=True, help="A row for each release, in place of one for each function."
)
def coverage(given: _Input, form: str, every: bool) -> None:
    """Show how much of the SDK Python reaches, and why not the rest."""
    _print_report(pipeline.survey() if every else pipeline.coverage(given.header, given.annotations), form)


@main.group()
def sdk() -> None:
    """Tell which releases of the SDK there are."""


@sdk.command("list")
@_FORMAT
def sdk_list(form: str) -> None:
    """List the releases: date, functions, what Python reaches of them, where the header comes from."""
    _print_report(pipeline.survey(), form)


@sdk.command("show")
@click.argument("version")
def sdk_show(version: str) -> None:
    """Show one release: its figures, and what it brought."""
    click.echo(pipeline.describe(version), nl=False)


@main.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
def diff(old: str, new: str, form: str) -> None:
    """Show what the release NEW declares that OLD does not, and the other way round."""
    changes = pipeline.diff(old, new)
    text = {"json": changes.to_json, "markdown": changes.to_markdown}.get(form, changes.to_text)
    click.echo(text(), nl=False)


@main.command()
@click.argument("header", type=_PATH)
@click.option(
    "--sdk", metavar="VERSION", help="By default the newest release that declares the header's number."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--abi", is_flag=True, help="Compile a program with either header, run both, and compare.")
def verify(header: Path, sdk: str | None, form: str, abi: bool) -> None:
    """Compare HEADER, an official one, with the view of its release; exit 1 where they differ."""
    result = pipeline.verify(header, sdk, abi)
    click.echo(result.to_json() if form == "json" else result.to_text(), nl=False)
    if not result.is_same:
        sys.exit(1)


@main.command()
@click.argument("header", type=_PATH)
def draft(header: Path) -> None:
    """Draft the declarations that the interface header lacks of HEADER, an official one."""
    click.echo(pipeline.draft_additions(header), nl=False)


@main.command()
@click.argument("stage", type=click.Choice(["ir", "plan"]))
@_source_options
def inspect(given: _Input, stage: str) -> None:
    """Print a stage between header and output as JSON: what C declares, or what Python sees."""
    header = given.header
    click.echo(to_json(header if stage == "ir" else pipeline.plan_for(header, given.annotations)), nl=False)


def _build_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a build."""
    kind = click.Choice(BUILD_TYPES, case_sensitive=False)
    for option in (
        click.option("--build-type", type=kind, default="Release", show_default=True),
        click.option("--output", type=_PATH, metavar="DIR", help="Default: build/VERSION, the header's own."),
        click.option(
            "--python",
            type=_PATH,
            metavar="PROGRAM",
            help="Python that the plugin uses unless configured otherwise. "
            f"Default: {pythons.SYSTEM_PYTHON}, or else the base of this command's environment.",
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
@click.option("--verbose", is_flag=True, help="Let Orthanc log what it does.")
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
    """Build where needed, then start an Orthanc with SCRIPT and a temporary storage; Ctrl-C stops it."""
    if not script.is_file():
        raise CodegenError.of("there is no such script", str(script))
    plugin = _build(given, output, build_type, python)
    environment = pythons.own_environment() if python is None else None
    if environment is not None:
        click.echo(f"The script uses the packages of this command's environment: {environment}", err=True)
    click.echo(f"Orthanc with {script}: http://localhost:{http_port} (Ctrl-C stops it)", err=True)
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
    """Say in one line what happened, or would happen, to the output."""
    if not changes:
        return f"{changes.root} is up to date"
    counts = ((changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed"))
    figures = ", ".join(f"{len(paths)} {what}" for paths, what in counts if paths)
    return f"{changes.root} is out of date: {figures}" if check else f"{changes.root}: {figures}"


def _print_diagnostic(diagnostic: Diagnostic) -> None:
    # No wrapping and no markup: paths and compiler output stay as they are.
    Console(stderr=True).print(str(diagnostic), style="red", markup=False, highlight=False, soft_wrap=True)
