"""Parse an untrusted header in a separate process, which may crash."""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
import traceback
from typing import TYPE_CHECKING, Final

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Header
from orthanc_codegen.parse.header import parse_header

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# Limits for a header: a hundred times the cost of the largest SDK header.
SECONDS: Final = 20  # of processor time
MEMORY: Final = 2 << 30  # bytes

Answer = Header | Exception


def parse_isolated(text: bytes, path: str) -> Header:
    """Parse a header like ``parse_header``; raise CodegenError also if the parser crashes or exceeds a limit.

    Input determines how deeply libclang recurses and how much it allocates. Resource limits restrict the
    process; it can't open files either.
    """
    import multiprocessing  # not imported for the interface header, which needs no process of its own

    context = multiprocessing.get_context("fork")  # does not start a Python or import __main__
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_parse, args=(sender, text, path), daemon=True)
    process.start()
    sender.close()
    answer: Answer | None
    try:
        answer = receiver.recv()
    except EOFError:
        answer = None
    finally:
        receiver.close()
        process.join()
    if answer is None:
        raise CodegenError.of(_reason(-(process.exitcode or 0)), path)
    if isinstance(answer, Exception):
        raise answer
    return answer


def _parse(sender: Connection, text: bytes, path: str) -> None:
    """Send the header or the exception."""
    _confine()
    answer: Answer
    try:
        answer = parse_header(text, path)
    except MemoryError:
        answer = CodegenError.of(_reason(signal.SIGABRT), path)
    except CodegenError as error:
        answer = error
    except Exception as error:  # a bug: re-raised by the parent process
        error.add_note(traceback.format_exc())
        answer = error
    sender.send(answer)


def _confine() -> None:
    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libclang prints crash reports there
    for kind, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 0),  # open files remain usable
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _reason(number: int) -> str:
    if number == signal.SIGXCPU:
        return f"parsing takes more than {SECONDS} seconds: the header expands excessively, ex) in a macro"
    return (
        "libclang crashed: the header is nested too deeply, or needs more than "
        f"{MEMORY >> 30} GiB of memory"
    )
