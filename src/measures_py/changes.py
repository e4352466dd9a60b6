"""What would have to be different: every smallest set of answers whose change lifts a no.

A change that one may make is advice; a fact that must be declared as it is, or that an authority
decides, is only ever told as a condition.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product
from typing import NamedTuple

from measures_py.facts import Fact
from measures_py.limbs import Leaf, Limb, Node, Not
from measures_py.verdict import GREATEST, LEAST, NEGATIVE, Verdict

EFFORT = {"choice": 1, "undertake": 2, "document": 3}

type Flips = tuple[tuple[int, bool], ...]


class Change(NamedTuple):
    """One answer that would differ: the leaf, whether it would have to hold, and how that can come about.

    `how` is choice, undertake or document; or condition, authority or fixed, which are no advice.
    """

    leaf: Leaf
    holds: bool
    how: str


def alternatives(limb: Limb, possible: list[int], verdict: Verdict, facts: dict[str, Fact]) -> list[list[Change]]:
    """The smallest sets of changes that lift a no, lawful ones first, then by size, then by effort."""
    if verdict not in NEGATIVE:
        return []
    found = [
        [Change(limb.leaves[place], holds, facts[limb.leaves[place].fact].how) for place, holds in flips]
        for flips in raised(limb.root, possible)
    ]
    return sorted(found, key=lambda changes: (not lawful(changes), len(changes), _effort(changes), _order(changes)))


def lawful(changes: Iterable[Change]) -> bool:
    """Whether each of these is the reader's own to make."""
    return all(change.how in EFFORT for change in changes)


def _effort(changes: list[Change]) -> int:
    return sum(EFFORT.get(change.how, 9) for change in changes)


def _order(changes: list[Change]) -> list[int]:
    return [change.leaf.place for change in changes]


def raised(node: Node, possible: list[int]) -> list[Flips]:
    """The smallest sets of answers to change so that a node need not be false."""
    if isinstance(node, Leaf):
        return [()] if GREATEST[possible[node.place]] >= 1 else [((node.place, True),)]
    if isinstance(node, Not):
        return lowered(node.child, possible)
    return _enough([raised(child, possible) for child in node.children], node.least)


def lowered(node: Node, possible: list[int]) -> list[Flips]:
    """The smallest sets of answers to change so that a node need not be true."""
    if isinstance(node, Leaf):
        return [()] if LEAST[possible[node.place]] <= 1 else [((node.place, False),)]
    if isinstance(node, Not):
        return raised(node.child, possible)
    return _enough([lowered(child, possible) for child in node.children], len(node.children) - node.least + 1)


def _enough(children: list[list[Flips]], needed: int) -> list[Flips]:
    """Ways to have `needed` children done: those that need nothing first, then choices among the others."""
    costly = [ways for ways in children if ways != [()]]
    missing = needed - (len(children) - len(costly))
    if missing <= 0:
        return [()]
    return [
        tuple(flip for part in parts for flip in part)
        for chosen in combinations(costly, missing)
        for parts in product(*chosen)
    ]
