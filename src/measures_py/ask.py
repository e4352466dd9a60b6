"""The next question: the one expected to settle the most measures.

Every answer to a question counts as equally likely. Ties go to the question that more open limbs
mention, then to the order in which the questions are written.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from measures_py.facts import Fact
from measures_py.limbs import FALSE, TRUE, Leaf, Limb
from measures_py.verdict import Verdict, decide


class State(NamedTuple):
    """One limb as far as it is answered: outcomes of its leaves, verdict, unanswered leaves that matter."""

    limb: Limb
    possible: list[int]
    verdict: Verdict
    open: tuple[Leaf, ...]


class Question(NamedTuple):
    """A fact to ask next: how many measures it can settle at most, and how many on average."""

    fact: str
    settles: int
    expected: float
    mentions: int


def questions(states: list[State], facts: dict[str, Fact]) -> list[Question]:
    """The questions that still matter, best first; empty when every verdict is settled."""
    unsettled: dict[str, int] = defaultdict(int)
    asked: dict[str, list[tuple[State, Leaf]]] = defaultdict(list)
    for state in states:
        unsettled[state.limb.measure] += state.verdict is Verdict.NEED_ANSWERS
        for leaf in state.open:
            asked[leaf.fact].append((state, leaf))
    order = {fact: place for place, fact in enumerate(facts)}
    found = [_question(facts[fact], mentions, unsettled) for fact, mentions in asked.items()]
    return sorted(found, key=lambda q: (-q.expected, -q.mentions, order[q.fact]))


def _question(fact: Fact, mentions: list[tuple[State, Leaf]], unsettled: dict[str, int]) -> Question:
    effects = [
        (state.limb.measure, leaf, _settled(state, leaf, TRUE), _settled(state, leaf, FALSE))
        for state, leaf in mentions
    ]
    counts = []
    for choice in fact.choices or ("yes", "no"):
        settled: dict[str, int] = defaultdict(int)
        for measure, leaf, when_true, when_false in effects:
            holds = choice in leaf.values if leaf.values else choice == "yes"
            settled[measure] += when_true if holds else when_false
        counts.append(sum(1 for measure, number in settled.items() if number == unsettled[measure]))
    return Question(fact.id, max(counts), sum(counts) / len(counts), len(mentions))


def _settled(state: State, leaf: Leaf, outcome: int) -> bool:
    possible = state.possible.copy()
    possible[leaf.place] = outcome
    return decide(state.limb, possible) is not Verdict.NEED_ANSWERS
