"""The hand-worked cases of `tests/cases/deadlines`, one file per rule, as requests and expectations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measures_py.authoring.source import read
from measures_py.store import store

FOLDER = Path(__file__).parent / "cases" / "deadlines"


@dataclass(frozen=True)
class Worked:
    """One case: what is asked, and what was worked out by hand (each date as ISO text or `earliest..latest`)."""

    rule: str
    name: str
    request: dict[str, Any]
    expect: dict[str, Any]

    @property
    def id(self) -> str:
        """How the test report names it."""
        return f"{self.rule}: {self.name}"


def worked() -> list[Worked]:
    """Every case of every rule."""
    found: list[Worked] = []
    for path in sorted(FOLDER.glob("*.yml")):
        document, problems = read(path, FOLDER)
        assert not problems, problems
        types = {entry.name: entry.type for entry in store().rules[path.stem].inputs}
        for item in document.data:
            inputs = {name: _typed(value, types[name]) for name, value in item["inputs"].items()}
            request = {"rule": path.stem, "inputs": inputs, "as_of": item["as_of"]}
            found.append(Worked(path.stem, item["name"], request, item["expect"]))
    return found


def _typed(value: str, type: str) -> Any:
    """The YAML reader leaves every scalar as text; a request wants JSON's own types."""
    match type:
        case "integer":
            return int(value)
        case "yes_no":
            return value == "yes"
    return value
