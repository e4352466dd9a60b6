"""The verdicts that a rule must be able to give, read off its form alone."""

from __future__ import annotations

from measures_py.limbs import Leaf, Limb, Node, Not
from measures_py.verdict import Verdict


def expected_verdicts(limb: Limb) -> list[Verdict]:
    """The verdicts that a rule of this form must be able to give."""
    if limb.kind == "service":
        return [Verdict.SERVICE]
    found = []
    if _asks_in(limb.scope):
        found.append(Verdict.NOT_APPLICABLE)
    if _asks_in(limb.conditions) and not _open_way(limb.conditions):
        found.append(Verdict.BLOCKED)
    if found:
        found.append(Verdict.NEED_ANSWERS)
    if limb.kind == "automatic":
        return [*found, Verdict.SERVICE]
    return [*found, Verdict.MAY_APPLY if _must_stay_open(limb.root) else Verdict.MET]


def _asks_in(node: Node) -> bool:
    if isinstance(node, Leaf):
        return bool(node.fact)
    return _asks_in(node.child) if isinstance(node, Not) else any(map(_asks_in, node.children))


def _open_way(node: Node) -> bool:
    """Whether a node can never be false, since something open by nature keeps it up."""
    if isinstance(node, Leaf):
        return not node.fact
    if isinstance(node, Not):
        return not _asks_in(node.child)
    return sum(map(_open_way, node.children)) >= node.least


def _must_stay_open(node: Node) -> bool:
    """Whether a node can never be true, since something open by nature keeps it down."""
    if isinstance(node, Leaf):
        return not node.fact
    if isinstance(node, Not):
        return not _asks_in(node.child)
    return sum(map(_must_stay_open, node.children)) > len(node.children) - node.least
