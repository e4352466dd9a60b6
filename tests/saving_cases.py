"""The hand-worked cases of `tests/cases/savings`, one file per lever, as requests and expectations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measures_py.authoring.asked import as_request
from measures_py.authoring.source import read
from measures_py.savings.lever import Lever, levers
from measures_py.store import store

FOLDER = Path(__file__).parent / "cases" / "savings"
LEVERS: dict[str, Lever] = levers(store()).levers


@dataclass(frozen=True)
class Worked:
    """One case: what is asked, and the amounts worked out by hand (each as text, or `low..high`)."""

    lever: str
    name: str
    inputs: dict[str, Any]
    expect: dict[str, str]

    @property
    def id(self) -> str:
        """How the test report names it."""
        return f"{self.lever}: {self.name}"

    @property
    def request(self) -> dict[str, Any]:
        """What is asked."""
        return {"lever": self.lever, "inputs": self.inputs}


def worked() -> list[Worked]:
    """Every case of every lever."""
    found: list[Worked] = []
    for path in sorted(FOLDER.glob("*.yml")):
        document, problems = read(path, FOLDER)
        assert not problems, problems
        # A figure stays as people type it.
        asked = {entry.name: "yes_no" for entry in LEVERS[path.stem].inputs if entry.input.type == "yes_no"}
        found += [
            Worked(path.stem, item["name"], as_request(item["inputs"], asked), item["expect"]) for item in document.data
        ]
    return found
