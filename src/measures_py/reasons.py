"""The deciding answers: a smallest set of them that forces the verdict, whatever the others are."""

from __future__ import annotations

from itertools import chain

from measures_py.limbs import OPEN, Leaf, Limb, Node, Not
from measures_py.verdict import GREATEST, LEAST, Verdict

type Places = frozenset[int]

NOTHING: Places = frozenset()


def deciding(limb: Limb, possible: list[int], verdict: Verdict) -> list[Leaf]:
    """The leaves whose answers force the verdict, fewest first among all such sets, in the order of the rule."""
    places = _places(limb, possible, verdict) or NOTHING
    return [limb.leaves[place] for place in sorted(places)]


def _places(limb: Limb, possible: list[int], verdict: Verdict) -> Places | None:
    match verdict:
        case Verdict.NOT_APPLICABLE:
            return at_most(limb.scope, 0, possible)
        case Verdict.BLOCKED:
            return at_most(limb.conditions, 0, possible)
        case Verdict.SERVICE:
            return at_least(limb.scope, 1, possible) if limb.kind == "automatic" else NOTHING
        case Verdict.MET:
            return at_least(limb.root, 2, possible)
        case Verdict.MAY_APPLY:
            return _smallest(_both(limb.root, possible))
    return NOTHING


def _both(root: Node, possible: list[int]) -> list[Places | None]:
    """Sets that keep the root from false and from true; each bound found first, then the other on top of it."""
    found: list[Places | None] = []
    for first, second in ((at_least, at_most), (at_most, at_least)):
        base = first(root, 1, possible)
        more = None if base is None else second(root, 1, possible, base)
        found.append(None if base is None or more is None else base | more)
    return found


def at_least(node: Node, rank: int, possible: list[int], free: Places = NOTHING) -> Places | None:
    """A smallest set of answers that keeps a node at `rank` or above; None when none does.

    Answers in `free` are had anyway and cost nothing.
    """
    if isinstance(node, Leaf):
        return _own(node, possible) if LEAST[possible[node.place]] >= rank else None
    if isinstance(node, Not):
        return at_most(node.child, 2 - rank, possible, free)
    return _cheapest([at_least(child, rank, possible, free) for child in node.children], node.least, free)


def at_most(node: Node, rank: int, possible: list[int], free: Places = NOTHING) -> Places | None:
    """A smallest set of answers that keeps a node at `rank` or below; None when none does."""
    if isinstance(node, Leaf):
        return _own(node, possible) if GREATEST[possible[node.place]] <= rank else None
    if isinstance(node, Not):
        return at_least(node.child, 2 - rank, possible, free)
    needed = len(node.children) - node.least + 1
    return _cheapest([at_most(child, rank, possible, free) for child in node.children], needed, free)


def _own(leaf: Leaf, possible: list[int]) -> Places:
    """What it takes to know a leaf: its answer, or nothing where it is open by nature."""
    return NOTHING if not leaf.fact and possible[leaf.place] == OPEN else frozenset({leaf.place})


def _cheapest(sets: list[Places | None], needed: int, free: Places) -> Places | None:
    usable = sorted((s for s in sets if s is not None), key=lambda s: len(s - free))
    return frozenset(chain.from_iterable(usable[:needed])) if len(usable) >= needed else None


def _smallest(sets: list[Places | None]) -> Places | None:
    return min((s for s in sets if s is not None), key=len, default=None)
