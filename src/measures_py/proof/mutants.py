"""Small breakages of a rule; a case written by hand or a property must notice each.

A rule is broken in its compiled form, one place at a time: a comparison turned round, a leaf left
out, a threshold moved by one unit, a clause swapped for another of the measure, all and any exchanged.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from measures_py.limbs import Limb, from_json

type Node = dict[str, Any]
type Changes = Iterator[tuple[str, str, Node | None]]

KINDS = ("left_out", "turned_round", "exchanged", "boundary", "threshold", "period", "clause")


@dataclass(frozen=True)
class Mutant:
    """One broken limb, how it was broken (a key of `KINDS`), and where."""

    limb: Limb
    kind: str
    what: str


def mutants(item: Node, clauses: list[str], units: dict[str, str]) -> Iterator[Mutant]:
    """Every breakage of a compiled limb; `clauses` are those of its measure, `units` the unit of each fact."""
    for part in ("scope", "conditions"):
        for path in _paths(item[part], ()):
            node = _at(item[part], path)
            changes = _inner(node) if "among" in node else _leaf(node, clauses, units)
            for kind, what, changed in changes:
                yield Mutant(_made(item, part, path, changed), kind, f"{part}{_shown(path)}: {what}")


def _paths(node: Node | None, path: tuple[int | str, ...]) -> Iterator[tuple[int | str, ...]]:
    if node is None:
        return
    if "not" in node:
        yield from _paths(node["not"], (*path, "not"))
        return
    yield path
    for index, child in enumerate(node.get("among", ())):
        yield from _paths(child, (*path, "among", index))


def _at(node: Any, path: tuple[int | str, ...]) -> Any:
    for part in path:
        node = node[part]
    return node


def _shown(path: tuple[int | str, ...]) -> str:
    return "".join(f"[{part + 1}]" for part in path if isinstance(part, int))


def _made(item: Node, part: str, path: tuple[int | str, ...], changed: Node | None) -> Limb:
    broken = copy.deepcopy(item)
    if not path:
        broken[part] = changed
    elif changed is None:
        parent = _at(broken[part], path[:-2]) if path[-1] != "not" else None
        if parent is None:  # a negated leaf left out takes its `not` along
            broken[part] = None
        else:
            # Whoever leaves out one of several keeps the meaning of all and any.
            parent["least"] -= parent["least"] == len(parent["among"])
            del parent["among"][path[-1]]
    else:
        _at(broken[part], path[:-1])[path[-1]] = changed
    return from_json([broken])[0]


def _inner(node: Node) -> Changes:
    number = len(node["among"])
    if number > 1:
        turned = 1 if node["least"] == number else number
        yield "exchanged", "all and any exchanged", {**node, "least": turned}


def _leaf(leaf: Node, clauses: list[str], units: dict[str, str]) -> Changes:
    yield "left_out", "leaf left out", None
    own = [id for id, _ in leaf["quotes"]]
    other = next((id for id in clauses if id not in own), None)
    if other:
        swapped = [[other, leaf["quotes"][0][1]], *leaf["quotes"][1:]]
        yield "clause", f"{own[0]} swapped for {other}", {**leaf, "quotes": swapped}
    if not leaf["fact"]:
        return
    yield "turned_round", "comparison turned round", {"not": leaf}
    if leaf["operator"] in ("below", "at_most"):
        turned = "at_most" if leaf["operator"] == "below" else "below"
        yield "boundary", f"{leaf['operator']} made {turned}", {**leaf, "operator": turned}
        unit = Decimal(units[leaf["fact"]])
        for step in (unit, -unit):
            moved = str(Decimal(leaf["limit"]) + step)
            yield "threshold", f"threshold moved by {step}", {**leaf, "limit": moved}
    if leaf["operator"] == "within":
        for months in (1, -1):
            yield "period", f"{months} month", {**leaf, "months": leaf["months"] + months}
        yield "period", "the period counted the other way", {**leaf, "months": -leaf["months"]}
