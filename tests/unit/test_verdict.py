"""The logic of verdicts, against plain evaluation of every completion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py.changes import raised
from measures_py.limbs import FALSE, OPEN, TRUE, UNKNOWN, Count, Leaf, Limb, Node, Not, nodes
from measures_py.reasons import deciding
from measures_py.verdict import NEGATIVE, Verdict, at_least, decide, outcomes, relevant

RANK = {FALSE: 0, OPEN: 1, TRUE: 2}
BITS = (FALSE, OPEN, TRUE)


def members(outcome: int) -> list[int]:
    """The single outcomes in a set of them."""
    return [bit for bit in BITS if outcome & bit]


def plain(node: Node, chosen: tuple[int, ...]) -> int:
    """One completion evaluated by sorting: 0 false, 1 open, 2 true."""
    if isinstance(node, Leaf):
        return RANK[chosen[node.place]]
    if isinstance(node, Not):
        return 2 - plain(node.child, chosen)
    ranks = sorted((plain(child, chosen) for child in node.children), reverse=True)
    return ranks[node.least - 1] if node.least else 2


def leaf(index: int, *, asks: bool = True) -> Leaf:
    """A leaf with a fact of its own, or one open by nature."""
    fact = f"f{index}" if asks else ""
    return Leaf(index, fact, "is", frozenset({"yes"}), None, 0, "factual", (), ())  # type: ignore[arg-type]


def limb(scope: Node, conditions: Node, kind: str = "apply") -> Limb:
    """A limb of these two trees."""
    leaves = tuple(node for tree in (scope, conditions) for node in nodes(tree) if isinstance(node, Leaf))
    return Limb("m00", "m00", kind, None, {"zh": "", "en": ""}, scope, conditions, leaves)


def all_of(*children: Node) -> Count:
    """Every child."""
    return Count(len(children), children)


def any_of(*children: Node) -> Count:
    """At least one child."""
    return Count(1, children)


@st.composite
def limbs_and_states(draw: st.DrawFn) -> tuple[Limb, list[int]]:
    """A random limb in which each fact stands once, and what its leaves may turn out to be."""
    count = 0

    def tree(depth: int) -> Node:
        nonlocal count
        shape = draw(st.sampled_from(("leaf", "leaf", "count", "not"))) if depth else "leaf"
        if shape == "not":
            return Not(tree(depth - 1))
        if shape == "count":
            children = tuple(tree(depth - 1) for _ in range(draw(st.integers(1, 3))))
            return Count(draw(st.integers(1, len(children))), children)
        count += 1
        return leaf(count - 1, asks=draw(st.booleans()) or draw(st.booleans()))

    drawn = limb(tree(2), tree(2))
    possible = [draw(st.sampled_from((FALSE, TRUE, UNKNOWN))) if one.fact else OPEN for one in drawn.leaves]
    return drawn, possible


def completions(possible: list[int]) -> Iterator[tuple[int, ...]]:
    """Every way to settle what is unknown."""
    return product(*map(members, possible))


def named(subject: Limb, chosen: tuple[int, ...]) -> Verdict:
    """The verdict on a complete state, read off the definition."""
    scope, conditions = plain(subject.scope, chosen), plain(subject.conditions, chosen)
    if scope == 0:
        return Verdict.NOT_APPLICABLE
    if conditions == 0:
        return Verdict.BLOCKED
    return Verdict.MET if scope == conditions == 2 else Verdict.MAY_APPLY


@pytest.mark.parametrize(
    ("values", "all_", "any_"),
    [
        ((TRUE, TRUE), TRUE, TRUE),
        ((TRUE, FALSE), FALSE, TRUE),
        ((FALSE, FALSE), FALSE, FALSE),
        ((TRUE, UNKNOWN), UNKNOWN, TRUE),
        ((FALSE, UNKNOWN), FALSE, UNKNOWN),
        ((UNKNOWN, UNKNOWN), UNKNOWN, UNKNOWN),
        ((TRUE, OPEN), OPEN, TRUE),
        ((FALSE, OPEN), FALSE, OPEN),
        ((UNKNOWN, OPEN), FALSE | OPEN, OPEN | TRUE),
    ],
)
def test_strong_kleene_tables(values: tuple[int, int], all_: int, any_: int) -> None:
    """All and any follow strong Kleene logic, and open by nature is its own value between false and true."""
    assert at_least(2, list(values)) == all_
    assert at_least(1, list(values)) == any_


def test_not_of_an_unknown_is_unknown() -> None:
    """The pitfall of an anchor: a negated unknown counts neither as true nor as false."""
    assert outcomes(Not(leaf(0)), [UNKNOWN]) == UNKNOWN
    assert outcomes(Not(leaf(0)), [FALSE]) == TRUE
    assert outcomes(Not(leaf(0)), [OPEN]) == OPEN


@given(st.lists(st.integers(1, 7), min_size=1, max_size=4), st.data())
def test_outcomes_of_a_count_are_exactly_those_of_its_completions(sets: list[int], data: st.DataObject) -> None:
    """`at_least` gives each outcome that some completion gives, and no other."""
    least = data.draw(st.integers(1, len(sets)))
    node = Count(least, tuple(leaf(i) for i in range(len(sets))))
    expected = {plain(node, chosen) for chosen in completions(sets)}
    assert {RANK[bit] for bit in members(at_least(least, sets))} == expected


@given(limbs_and_states())
def test_a_verdict_is_settled_exactly_when_every_completion_agrees(drawn: tuple[Limb, list[int]]) -> None:
    """The engine's verdict is that of all completions, a failed condition counting whatever is open."""
    subject, possible = drawn
    ways = list(completions(possible))
    found = {named(subject, way) for way in ways}
    expected = found.pop() if len(found) == 1 else Verdict.NEED_ANSWERS
    if expected is not Verdict.NOT_APPLICABLE and all(plain(subject.conditions, way) == 0 for way in ways):
        expected = Verdict.BLOCKED
    assert decide(subject, possible) is expected


@given(limbs_and_states())
def test_what_is_asked_is_what_can_still_matter(drawn: tuple[Limb, list[int]]) -> None:
    """A question is asked exactly when two completions that differ in it alone have different verdicts."""
    subject, possible = drawn
    if decide(subject, possible) is not Verdict.NEED_ANSWERS:
        return
    mattering = set()
    for index, outcome in enumerate(possible):
        for way in completions(possible):
            flipped = [(*way[:index], bit, *way[index + 1 :]) for bit in members(outcome)]
            if len({named(subject, one) for one in flipped}) > 1:
                mattering.add(index)
    assert {one.place for one in relevant(subject, possible)} == mattering


def test_a_question_shows_through_an_open_sibling_or_an_unanswered_one() -> None:
    """At least two of (open and a), b, open: with b false, a decides between open and false, so both are asked."""
    subject = limb(all_of(), Count(2, (all_of(leaf(0, asks=False), leaf(1)), leaf(2), leaf(3, asks=False))))

    assert [one.place for one in relevant(subject, [OPEN, UNKNOWN, UNKNOWN, OPEN])] == [1, 2]


@given(limbs_and_states())
def test_deciding_answers_force_the_verdict(drawn: tuple[Limb, list[int]]) -> None:
    """With every other answer taken back, the deciding ones lead to the same verdict."""
    subject, possible = drawn
    verdict = decide(subject, possible)
    if verdict is Verdict.NEED_ANSWERS:
        return
    kept = {one.place for one in deciding(subject, possible, verdict)}
    alone = [o if i in kept or not subject.leaves[i].fact else UNKNOWN for i, o in enumerate(possible)]
    assert decide(subject, alone) is verdict


@given(limbs_and_states())
def test_changes_are_exactly_the_smallest_sets_that_lift_a_no(drawn: tuple[Limb, list[int]]) -> None:
    """Brute force over all sets of answers finds the same smallest ones."""
    subject, possible = drawn
    if decide(subject, possible) not in NEGATIVE:
        return
    known = [i for i, o in enumerate(possible) if o in (FALSE, TRUE)]
    smallest: list[frozenset[int]] = []
    for size in range(1, len(known) + 1):
        for places in combinations(known, size):
            if any(less <= frozenset(places) for less in smallest):
                continue
            for values in product((FALSE, TRUE), repeat=size):
                changed = list(possible)
                for place, value in zip(places, values, strict=True):
                    changed[place] = value
                if decide(subject, changed) not in NEGATIVE:
                    smallest.append(frozenset(places))
                    break
    assert {frozenset(place for place, _ in flips) for flips in raised(subject.root, possible)} == set(smallest)


def test_a_named_example_never_blocks() -> None:
    """With 等, a no to the example leaves the condition open; it does not fail."""
    subject = limb(Count(0, ()), any_of(leaf(0), leaf(1, asks=False)))
    assert decide(subject, [FALSE, OPEN]) is Verdict.MAY_APPLY
    assert decide(subject, [TRUE, OPEN]) is Verdict.MET
    assert decide(subject, [UNKNOWN, OPEN]) is Verdict.NEED_ANSWERS


def test_service_comes_first_and_a_failed_condition_before_an_unknown_scope() -> None:
    """The order of verdicts: service, outside, blocked, open, left to Customs, met."""
    asked = limb(all_of(leaf(0)), all_of(leaf(1)))
    assert decide(limb(all_of(leaf(0)), all_of(leaf(1)), "service"), [FALSE, FALSE]) is Verdict.SERVICE
    assert decide(asked, [FALSE, FALSE]) is Verdict.NOT_APPLICABLE
    assert decide(asked, [UNKNOWN, FALSE]) is Verdict.BLOCKED
    assert decide(asked, [UNKNOWN, TRUE]) is Verdict.NEED_ANSWERS
    assert decide(asked, [TRUE, TRUE]) is Verdict.MET
