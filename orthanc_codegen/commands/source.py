"""The options that select the header and the annotations."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # a command that finds its output up to date needs no stage
    from orthanc_codegen import pipeline
    from orthanc_codegen.ir import Header

PATH = click.Path(path_type=Path)


@dataclass(frozen=True)
class SourceOptions:
    """The header and annotations that the options select."""

    sdk: str | None
    file: Path | None
    annotations: Path | None

    @functools.cached_property
    def source(self) -> pipeline.Source:
        """The header and its text, loaded on first use."""
        from orthanc_codegen import pipeline

        return pipeline.load(self.sdk, self.file)

    @functools.cached_property
    def release(self) -> str:
        """The release of the header. Loads only a header that the user named."""
        if self.file is not None:
            return str(self.header.version)
        from orthanc_codegen import sdk

        return str(sdk.find_header(self.sdk or sdk.default_release()).release)

    @property
    def header(self) -> Header:
        """The parsed header."""
        return self.source.header


def source_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that select the header; the command receives them as the argument `given`."""

    @click.option("--sdk", metavar="VERSION", help="SDK release, such as 1.5.7. Default: the newest one.")
    @click.option("--header", type=PATH, metavar="FILE", help="Header file to use instead of an SDK release.")
    @click.option(
        "--annotations", type=PATH, metavar="FILE", help="Annotations file. Default: the built-in one."
    )
    @functools.wraps(command)
    def with_source(sdk: str | None, header: Path | None, annotations: Path | None, **options: Any) -> None:
        if sdk is not None and header is not None:
            raise click.UsageError("--sdk and --header are mutually exclusive: give only one of them.")
        command(given=SourceOptions(sdk, header, annotations), **options)

    return with_source
