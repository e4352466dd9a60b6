"""Cases written by hand from the text: a situation, its verdict, the clauses that decide, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from measures_py.authoring.read import PROJECT
from measures_py.authoring.source import read
from measures_py.facts import Answer, Answers, Fact
from measures_py.limbs import Leaf, Limb
from measures_py.reasons import deciding
from measures_py.rulebook import Rulebook
from measures_py.verdict import NEGATIVE, Verdict, decide, relevant

CASES = PROJECT / "tests" / "cases" / "eligibility"
AS_OF = date(2026, 11, 23)
KEYS = {"say", "with", "without", "verdict", "because", "open", "left_open", "background", "as_of"}


@dataclass(frozen=True)
class Example:
    """One case; clauses are sets of ids, and None where the case does not speak of them."""

    name: str
    limb: str
    answers: Answers
    as_of: date
    verdict: Verdict
    because: frozenset[str] | None
    background: frozenset[str] | None
    open: frozenset[str]
    left_open: frozenset[str] | None


def read_cases(folder: Path, facts: dict[str, Fact]) -> list[Example]:
    """The cases in every file of a folder; ValueError on one that is not well formed."""
    found: list[Example] = []
    for path in sorted(folder.glob("*.yml")):
        document, problems = read(path, folder)
        if problems:
            raise ValueError(problems[0].message("en"))
        for group in document.data:
            found += [_example(path.stem, group, item, facts) for item in group["cases"]]
    return found


def _example(file: str, group: dict[str, Any], item: dict[str, Any], facts: dict[str, Fact]) -> Example:
    name = f"{group['limb']}: {item['say']}"
    if set(item) - KEYS or not group["limb"].startswith(file):
        raise ValueError(f"{file}: {name}: {sorted(set(item) - KEYS)}")
    given = {**group["base"], **item.get("with", {})}
    for fact in item.get("without", ()):
        del given[fact]
    return Example(
        name,
        group["limb"],
        {fact: answer(facts[fact], value) for fact, value in given.items()},
        date.fromisoformat(item.get("as_of", AS_OF.isoformat())),
        Verdict(item["verdict"]),
        _ids(item, "because"),
        _ids(item, "background"),
        _ids(item, "open") or frozenset(),
        _ids(item, "left_open"),
    )


def _ids(item: dict[str, Any], key: str) -> frozenset[str] | None:
    return frozenset(item[key]) if key in item else None


def answer(fact: Fact, value: Any) -> Answer:
    """An answer written in YAML, where everything is text."""
    match fact.type:
        case "yes_no":
            return {"yes": True, "no": False}[value]
        case "many_of":
            return frozenset(_choice(fact, item) for item in value)
        case "date":
            return date.fromisoformat(value)
        case "money":
            return Decimal(value)
        case "integer":
            return int(value)
    return _choice(fact, value)


def _choice(fact: Fact, value: str) -> str:
    if value not in fact.choices:
        raise ValueError(f"{fact.id}: {value}")
    return value


def failure(book: Rulebook, limb: Limb, example: Example) -> str:
    """How a limb departs from a case written for it; empty when it does not."""
    possible = limb.possible(example.answers, example.as_of, book.calendar)
    verdict = decide(limb, possible)
    if verdict is not example.verdict:
        return f"verdict {verdict}, expected {example.verdict}"
    found = deciding(limb, possible, verdict)
    by_nature = [] if verdict in NEGATIVE else relevant(limb, possible, never_asked=True)
    open = relevant(limb, possible) if verdict is Verdict.NEED_ANSWERS else []
    compared = (
        ("because", _clauses(found), example.because),
        ("background", frozenset(id for leaf in found for id, _ in leaf.background), example.background),
        ("open", frozenset(leaf.fact for leaf in open), example.open),
        ("left_open", _clauses(by_nature), example.left_open),
    )
    for what, actual, expected in compared:
        if expected is not None and actual != expected:
            return f"{what} {sorted(actual)}, expected {sorted(expected)}"
    return ""


def _clauses(leaves: list[Leaf]) -> frozenset[str]:
    return frozenset(id for leaf in leaves for id, _ in leaf.quotes)
