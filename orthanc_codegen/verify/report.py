"""The result of comparing an official header with our view of its release."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

from orthanc_codegen import ir
from orthanc_codegen.verify.compare import Difference, compare
from orthanc_codegen.verify.drift import is_known


@dataclass(frozen=True, slots=True)
class Verification:
    """The result for one header."""

    header: str  # the file
    declares: ir.Version  # the version in its macros, ex) 1.9.0
    release: ir.Version  # compared with this release, ex) 1.9.1
    functions: int  # number of functions
    differences: tuple[Difference, ...]  # without known drift
    drift: tuple[Difference, ...]  # known, and without effect on the ABI
    abi: tuple[Difference, ...] | None  # None if the compiled code was not compared

    @classmethod
    def of(
        cls,
        view: ir.Header,
        official: ir.Header,
        signatures: tuple[Difference, ...],
        abi: tuple[Difference, ...] | None = None,
    ) -> Verification:
        """Compare the declarations, and add the differences in Python signatures and compiled code."""
        found = (*compare(view, official), *signatures)
        known = tuple(difference for difference in found if is_known(difference, view.version))
        unknown = tuple(difference for difference in found if difference not in known)
        count = len(official.functions)
        return cls(official.path, official.version, view.version, count, unknown, known, abi)

    @property
    def is_same(self) -> bool:
        """Whether the header has no unknown differences."""
        return not self.differences and not self.abi

    def to_text(self) -> str:
        """Return the result as text, with one line per difference."""
        abi = "" if self.abi is None else ", compiled code compared"
        summary = (
            f"{self.header}: declares {self.declares}, compared with {self.release}{abi}: "
            f"{self.functions} functions, {len(self.drift)} known differences, "
            f"{len(self.differences) + len(self.abi or ())} others\n"
        )
        return summary + "".join(f"  {difference}\n" for difference in (*self.differences, *(self.abi or ())))

    def to_json(self) -> str:
        """Return the result as JSON."""

        def rows(differences: tuple[Difference, ...]) -> list[dict[str, str]]:
            return [dataclasses.asdict(difference) for difference in differences]

        result = {
            "header": self.header,
            "declares": str(self.declares),
            "release": str(self.release),
            "functions": self.functions,
            "same": self.is_same,
            "differences": rows(self.differences),
            "known_drift": rows(self.drift),
            "abi_differences": None if self.abi is None else rows(self.abi),
        }
        return json.dumps(result, indent=2) + "\n"
