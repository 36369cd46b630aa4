"""Parses a header that anybody may have written in a process of its own, which may be lost."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import resource
import signal
import traceback
from multiprocessing.connection import Connection
from typing import Final

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Header
from orthanc_codegen.parse.cindex import Index
from orthanc_codegen.parse.header import parse_header

# What a header may cost: a hundred times as much as the largest of the SDK.
SECONDS: Final = 20  # of processor time
MEMORY: Final = 2 << 30  # bytes

Answer = Header | Exception


def parse_isolated(text: bytes, path: str) -> Header:
    """Do what ``parse_header`` does; what would end or occupy the process is a CodegenError too.

    libclang recurses and allocates as the header asks it to. The kernel holds it to its share, and to the
    text that it was given: in that process, no file can be opened.
    """
    context = multiprocessing.get_context("fork")  # no start of a Python, and no import of __main__
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
    """Answer with the header, or the exception that it was."""
    Index.create()  # loads libclang
    _confine()
    answer: Answer
    try:
        answer = parse_header(text, path)
    except MemoryError:
        answer = CodegenError.of(_reason(signal.SIGABRT), path)
    except CodegenError as error:
        answer = error
    except Exception as error:  # a mistake of ours: shown where it is caught, as if it had happened there
        error.add_note(traceback.format_exc())
        answer = error
    sender.send(answer)


def _confine() -> None:
    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libclang says there that it crashed
    for kind, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 0),  # what is open stays so
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _reason(number: int) -> str:
    if number == signal.SIGXCPU:
        return f"the header is not read within {SECONDS} seconds: something in it multiplies, a macro say"
    return (
        "libclang gave up: the header is nested too deeply, or multiplies to more than "
        f"{MEMORY >> 30} GiB of memory"
    )
