"""The verdict on one limb: three-valued logic over what its answers leave possible.

Each leaf may turn out false, open or true. Open is by nature: Customs decides, or the text refers to
something it does not list. Unknown is a set of outcomes, never one of them. Since a fact stands once
in a limb, the outcomes of a tree are exactly those that its children's outcomes can give, and a
verdict is settled when every way to complete the answers leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations

from measures_py.limbs import FALSE, OPEN, TRUE, UNKNOWN, Count, Leaf, Limb, Node, Not


class Verdict(StrEnum):
    """What is said of a limb. Names are public: add, never rename."""

    NOT_APPLICABLE = "not_applicable"
    BLOCKED = "blocked"
    NEED_ANSWERS = "need_answers"
    MAY_APPLY = "may_apply_customs_decides"
    MET = "text_conditions_met"
    SERVICE = "service_nothing_to_apply"


NEGATIVE = (Verdict.NOT_APPLICABLE, Verdict.BLOCKED)

_OPPOSITE = [(FALSE if v & TRUE else 0) | (v & OPEN) | (TRUE if v & FALSE else 0) for v in range(8)]
# The least and the greatest outcome in a set, as ranks: false 0, open 1, true 2.
LEAST = [0, 0, 1, 0, 2, 0, 1, 0]
GREATEST = [0, 0, 1, 1, 2, 2, 2, 2]


def outcomes(node: Node, possible: list[int]) -> int:
    """The outcomes a node can have, as bits, when its leaves can have those in `possible`."""
    if isinstance(node, Leaf):
        return possible[node.place]
    if isinstance(node, Not):
        return _OPPOSITE[outcomes(node.child, possible)]
    return at_least(node.least, [outcomes(child, possible) for child in node.children])


def at_least(least: int, sets: list[int]) -> int:
    """The outcomes of `at least so many` over independent children: the least-th greatest of them."""
    if least == 0:
        return TRUE
    sure = sum(1 for s in sets if not s & FALSE)
    surely_true = sum(1 for s in sets if s == TRUE)
    perhaps_true = sum(1 for s in sets if s & TRUE)
    found = (FALSE if sure < least else 0) | (TRUE if perhaps_true >= least else 0)
    # Open: as many true as there may be without reaching `least`, and the rest made up by open ones.
    perhaps_open = sum(1 for s in sets if s & OPEN)
    either = sum(1 for s in sets if s & TRUE and not s & OPEN and s != TRUE)
    true = min(least - 1, surely_true + either)
    if surely_true <= true and true + perhaps_open >= least:
        found |= OPEN
    return found


def decide(limb: Limb, possible: list[int]) -> Verdict:
    """The verdict on a limb: service first, then outside, then a failed condition, then what is open."""
    if limb.kind == "service":
        return Verdict.SERVICE
    scope = outcomes(limb.scope, possible)
    if scope == FALSE:
        return Verdict.NOT_APPLICABLE
    if limb.kind == "automatic":
        return Verdict.NEED_ANSWERS if scope & FALSE else Verdict.SERVICE
    conditions = outcomes(limb.conditions, possible)
    if conditions == FALSE:
        return Verdict.BLOCKED
    if (scope | conditions) & FALSE:
        return Verdict.NEED_ANSWERS
    if scope == conditions == TRUE:
        return Verdict.MET
    if scope & conditions & TRUE:
        return Verdict.NEED_ANSWERS
    return Verdict.MAY_APPLY


def relevant(limb: Limb, possible: list[int], *, never_asked: bool = False) -> list[Leaf]:
    """The leaves whose outcome still makes a difference under some completion of the others.

    Those are the unanswered ones; with `never_asked`, the ones left open by nature instead. Down the
    tree goes the window of outcomes that still shows at the root; a leaf shows when the window is
    wider than one outcome and the leaf can fall on both ends of it.
    """
    found: list[Leaf] = []
    # Inside its scope an automatic limb is settled, whether or not something is left open.
    _descend(limb.root, possible, (0, 1 if limb.kind == "automatic" and not never_asked else 2), found, never_asked)
    return list(dict.fromkeys(found))


def _descend(node: Node, possible: list[int], window: tuple[int, int], found: list[Leaf], never_asked: bool) -> None:
    low, high = window
    if low >= high:
        return
    if isinstance(node, Leaf):
        own = possible[node.place]
        if never_asked:
            if own == OPEN:
                found.append(node)
        elif _clamp(LEAST[own], window) < _clamp(GREATEST[own], window):
            found.append(node)
    elif isinstance(node, Not):
        _descend(node.child, possible, (2 - high, 2 - low), found, never_asked)
    else:
        sets = [outcomes(child, possible) for child in node.children]
        for place, child in enumerate(node.children):
            others = sets[:place] + sets[place + 1 :]
            for least, greatest in _windows(node.least, others):
                _descend(child, possible, (_clamp(least, window), _clamp(greatest, window)), found, never_asked)


def _windows(least: int, others: list[int]) -> Iterator[tuple[int, int]]:
    """The outcomes between which a child can move its parent, for each choice of the others that hold beside it."""
    for chosen in combinations(range(len(others)), least - 1):
        low = max((LEAST[s] for i, s in enumerate(others) if i not in chosen), default=0)
        high = min((GREATEST[others[i]] for i in chosen), default=2)
        yield low, high


def _clamp(value: int, window: tuple[int, int]) -> int:
    return max(window[0], min(value, window[1]))


__all__ = ["NEGATIVE", "UNKNOWN", "Count", "Verdict", "at_least", "decide", "outcomes", "relevant"]
