"""The date rules against the cases of `tests/cases/deadlines`, worked by hand, one file per rule."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measures_py.authoring.asked import as_request
from measures_py.authoring.read import PROJECT
from measures_py.authoring.source import read
from measures_py.call import call
from measures_py.store import Store, store

CASES = PROJECT / "tests" / "cases" / "deadlines"


@dataclass(frozen=True)
class Worked:
    """One case: what is asked, and what was worked out by hand (each date as ISO text or `earliest..latest`)."""

    rule: str
    name: str
    request: dict[str, Any]
    expect: dict[str, Any]

    @property
    def id(self) -> str:
        """How a report names it."""
        return f"{self.rule}: {self.name}"


def worked(folder: Path = CASES, known: Store | None = None) -> list[Worked]:
    """Every case of every rule; ValueError on a file that is not well formed."""
    found: list[Worked] = []
    for path in sorted(folder.glob("*.yml")):
        document, problems = read(path, folder)
        if problems:
            raise ValueError(problems[0].message("en"))
        kinds = {entry.name: entry.type for entry in (known or store()).rules[path.stem].inputs}
        for item in document.data:
            request = {"rule": path.stem, "inputs": as_request(item["inputs"], kinds), "as_of": item["as_of"]}
            found.append(Worked(path.stem, item["name"], request, item["expect"]))
    return found


def departure(case: Worked, known: Store | None = None) -> str:
    """How the engine departs from a case worked by hand; empty when it does not."""
    answer = json.loads(call("deadline", json.dumps(case.request), known))
    if not answer["ok"]:
        return f"refused: {answer['errors']}"
    found: dict[str, Any] = {name: _day(day) for name, day in answer["dates"].items()}
    found["status"] = answer["status"]
    found["readings"] = {entry["id"]: _day(entry) for entry in answer["readings"]}
    found["outcomes"] = {entry["id"]: entry["outcome"] for entry in answer["readings"]}
    found["amounts"] = {entry["reading"]: _amount(entry) for entry in answer.get("amounts", [])}
    found["note"] = "true" if "note" in answer["calendar"] else "false"
    expected = dict(case.expect)
    if "outcomes" in expected:  # a case may name some of the readings only
        expected["outcomes"] = found["outcomes"] | expected["outcomes"]
    actual = {key: found.get(key) for key in expected}
    return "" if actual == expected else f"{actual}, expected {expected}"


def _day(day: dict[str, Any]) -> str:
    """A day of an answer as the cases write it."""
    return str(day["date"] or f"{day['earliest']}..{day['latest']}")


def _amount(amount: dict[str, Any]) -> str:
    """An amount of an answer as the cases write it."""
    return str(amount["low"]) if amount["low"] == amount["high"] else f"{amount['low']}..{amount['high']}"
