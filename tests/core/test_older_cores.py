"""In a core older than the build, fields that its structs lack are never read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.ir import Header
from orthanc_codegen.plan import ModulePlan

from .harness.bench import Bench, import_copy
from .harness.firing import CoreThreads

PAYLOAD = b"who is it"


@pytest.mark.parametrize(("release", "has_payload"), [("1.10.1", False), ("1.12.8", False), ("1.12.9", True)])
def test_a_field_that_the_core_may_lack(
    release: str,
    has_payload: bool,
    module_file: Path,
    header: Header,
    plan: ModulePlan,
    call_thread: Path,
    tmp_path: Path,
) -> None:
    seen: list[dict[str, Any]] = []

    def callback(output: Any, _uri: str, **request: Any) -> None:
        seen.append(request)
        output.AnswerBuffer(b"ok", "text/plain")

    module = import_copy(module_file, tmp_path)
    with Bench.set_up(module, header, plan, CoreThreads(call_thread), version=release) as bench:
        address = bench.register_rest(callback)
        output, uri, request = bench.rest_arguments()
        fields = bench.core.layouts.struct("OrthancPluginHttpRequest").from_address(request)
        # Memory after the struct of an older core may hold anything. Reading at address 1 would crash.
        fields.authenticationPayload = bench.core.memory.lend(PAYLOAD) if has_payload else 1
        fields.authenticationPayloadSize = len(PAYLOAD)
        assert bench.fire("RestCallback", address, output, uri, request) == 0
    assert seen[0].get("authentication_payload") == (PAYLOAD if has_payload else None)
