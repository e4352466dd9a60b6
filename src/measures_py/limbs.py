"""Eligibility rules as typed values: a limb's scope and conditions are trees of counted nodes and leaves.

`all` is at least every child, `any` at least one, so there are two inner nodes only: `Count` and
`Not`. In each limb a fact is asked at most once, which makes every reasoning over the tree exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from measures_py.deadlines.counting import add_months
from measures_py.facts import Answer, Answers
from measures_py.workdays import Calendar

# What a node may turn out to be, as bits, so that a set of them is a number.
FALSE, OPEN, TRUE = 1, 2, 4
UNKNOWN = FALSE | TRUE
RANK = {FALSE: 0, OPEN: 1, TRUE: 2}


class Leaf(NamedTuple):
    """One thing that the text asks, or, without a fact, leaves to Customs or to a list it does not give.

    `quotes` are pairs of a clause's id and the words of it that are meant. `background` are pairs of
    a provision's id and the page that shows it. `place` is where it stands among the limb's leaves.
    """

    place: int
    fact: str
    operator: str
    values: frozenset[str]
    limit: Decimal
    months: int
    kind: str
    quotes: tuple[tuple[str, str], ...]
    background: tuple[tuple[str, str], ...]

    def possible(self, answers: Answers, as_of: date, calendar: Calendar) -> int:
        """The outcomes that the answers leave possible, as bits."""
        if not self.fact:
            return OPEN
        answer = answers.get(self.fact)
        if answer is None:
            return UNKNOWN | OPEN if self.months else UNKNOWN
        if isinstance(answer, date):
            return self._within(answer, as_of, calendar)
        return TRUE if self._holds(answer) else FALSE

    def _holds(self, answer: Answer) -> bool:
        if isinstance(answer, bool):
            return ("yes" if answer else "no") in self.values
        if isinstance(answer, frozenset):
            return not self.values.isdisjoint(answer)
        if isinstance(answer, str):
            return answer in self.values
        assert not isinstance(answer, date)
        return answer < self.limit if self.operator == "below" else answer <= self.limit

    def _within(self, day: date, as_of: date, calendar: Calendar) -> int:
        if self.months > 0:  # a period that began on the day: its last day moves off a rest day by analogy only
            raw = add_months(day, self.months)
            if as_of <= raw:
                return TRUE
            return FALSE if as_of > calendar.on_or_after(raw).latest else OPEN
        # Counted backwards: forward from today and back from the day can differ, and equality is a boundary.
        forward, backward = add_months(as_of, -self.months), add_months(day, self.months)
        if forward < day and as_of < backward:
            return FALSE
        return TRUE if forward > day and as_of > backward else OPEN


class Count(NamedTuple):
    """True when at least `least` of the children are."""

    least: int
    children: tuple[Node, ...]

    @property
    def word(self) -> str:
        """The word of the rule files: all, any or at_least."""
        if self.least == len(self.children):
            return "all"
        return "any" if self.least == 1 else "at_least"


class Not(NamedTuple):
    """True when the child is false; an open child stays open."""

    child: Node


type Node = Leaf | Count | Not


class Limb(NamedTuple):
    """One alternative of a measure; `scope` and `conditions` are `Count(0, ())` where there are none."""

    id: str
    measure: str
    kind: str
    title: dict[str, str] | None
    next: dict[str, str]
    scope: Node
    conditions: Node
    leaves: tuple[Leaf, ...]

    @property
    def root(self) -> Count:
        """Scope and conditions together."""
        return Count(2, (self.scope, self.conditions))

    def possible(self, answers: Answers, as_of: date, calendar: Calendar) -> list[int]:
        """What each leaf may turn out to be."""
        return [leaf.possible(answers, as_of, calendar) for leaf in self.leaves]


def from_json(items: list[dict[str, Any]]) -> tuple[Limb, ...]:
    """The limbs as `compile_rules` wrote them, in the order of the notice."""
    return tuple(_limb(item) for item in items)


def _limb(item: dict[str, Any]) -> Limb:
    leaves: list[Leaf] = []
    scope, conditions = (_node(item[key], leaves) for key in ("scope", "conditions"))
    return Limb(
        item["id"], item["measure"], item["kind"], item["title"], item["next"], scope, conditions, tuple(leaves)
    )


def _node(item: dict[str, Any] | None, leaves: list[Leaf]) -> Node:
    if item is None:
        return Count(0, ())
    if "not" in item:
        return Not(_node(item["not"], leaves))
    if "among" in item:
        return Count(item["least"], tuple(_node(child, leaves) for child in item["among"]))
    leaf = Leaf(
        place=len(leaves),
        fact=item["fact"],
        operator=item["operator"],
        values=frozenset(item["values"]),
        limit=Decimal(item["limit"]),
        months=item["months"],
        kind=item["kind"],
        quotes=tuple((id, words) for id, words in item["quotes"]),
        background=tuple((id, href) for id, href in item["background"]),
    )
    leaves.append(leaf)
    return leaf


def nodes(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    if isinstance(node, Count):
        for child in node.children:
            yield from nodes(child)
    elif isinstance(node, Not):
        yield from nodes(node.child)
