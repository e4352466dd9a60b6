"""Facts and limbs together, as the engine reads them from the store."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from measures_py import facts, limbs
from measures_py.facts import Fact
from measures_py.limbs import Limb
from measures_py.store import Say, Store, store
from measures_py.workdays import Calendar


class Rulebook(NamedTuple):
    """Everything that eligibility needs; `quotes` are clauses and provisions by id, in both languages."""

    groups: tuple[dict[str, Any], ...]
    facts: dict[str, Fact]
    limbs: tuple[Limb, ...]
    words: dict[str, Say]
    quotes: dict[str, dict[str, str]]
    calendar: Calendar
    by_id: dict[str, Limb]

    # One rulebook is one key, for what is worked out from it once.
    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


@cache
def rulebook(known: Store | None = None) -> Rulebook:
    """The rulebook of a store, by default the project's own, read once."""
    if known is None:
        return rulebook(store())
    return from_json(known.eligibility, known.quotes, known.calendar)


def from_json(data: dict[str, Any], quotes: dict[str, dict[str, str]], calendar: Calendar) -> Rulebook:
    """The rulebook in what `compile_rules.rulebook` returned."""
    found = limbs.from_json(data["limbs"])
    return Rulebook(
        tuple(data["groups"]),
        facts.from_json(data["facts"]),
        found,
        data["words"],
        quotes,
        calendar,
        {limb.id: limb for limb in found},
    )
