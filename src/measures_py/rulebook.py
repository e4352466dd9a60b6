"""Facts and limbs together, as the engine reads them from the store."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from measures_py import facts, limbs
from measures_py.facts import Fact, Say
from measures_py.limbs import Limb
from measures_py.store import Store, store
from measures_py.workdays import Calendar


class Rulebook(NamedTuple):
    """Everything that eligibility needs; `quotes` are clauses and provisions by id, in both languages."""

    groups: tuple[dict[str, Any], ...]
    facts: dict[str, Fact]
    limbs: tuple[Limb, ...]
    words: dict[str, Say]
    quotes: dict[str, dict[str, str]]
    calendar: Calendar


@cache
def rulebook(known: Store | None = None) -> Rulebook:
    """The rulebook of a store, by default the project's own, read once."""
    if known is None:
        return rulebook(store())
    return from_json(known.eligibility, known.quotes, known.calendar)


def from_json(data: dict[str, Any], quotes: dict[str, dict[str, str]], calendar: Calendar) -> Rulebook:
    """The rulebook in what `compile_rules.rulebook` returned."""
    return Rulebook(
        tuple(data["groups"]),
        facts.from_json(data["facts"]),
        limbs.from_json(data["limbs"]),
        data["words"],
        quotes,
        calendar,
    )
