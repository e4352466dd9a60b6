"""The next question: the one expected to settle the most.

Every answer to a question counts as equally likely. A measure with several open limbs counts by the
share of them that the answer settles, so that a question is not passed over because another is
needed too. Ties go to the question that more open limbs mention, then to the order in which the
questions are written.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from measures_py.facts import Answer, Fact
from measures_py.limbs import FALSE, TRUE, Leaf, Limb
from measures_py.verdict import Verdict, decide

type Given = tuple[tuple[str, Answer], ...]


class State(NamedTuple):
    """One limb as far as it is answered: outcomes of its leaves, verdict, unanswered leaves that matter.

    `given` are the answers to its own questions; `settling` tells for each leaf in `open` whether its
    holding, and its not holding, settles the verdict.
    """

    limb: Limb
    given: Given
    possible: list[int]
    verdict: Verdict
    open: tuple[Leaf, ...]
    settling: tuple[tuple[bool, bool], ...]


class Question(NamedTuple):
    """A fact to ask next: how many measures it can settle at most, and how many on average, in shares of them."""

    fact: str
    settles: int
    expected: float
    mentions: int


type Mention = tuple[str, Leaf, tuple[bool, bool]]


def state(limb: Limb, given: Given, possible: list[int], verdict: Verdict, open: tuple[Leaf, ...]) -> State:
    """A limb with what each answer to its open leaves would settle."""
    settling = tuple((_settled(limb, possible, leaf, TRUE), _settled(limb, possible, leaf, FALSE)) for leaf in open)
    return State(limb, given, possible, verdict, open, settling)


def questions(states: list[State], facts: dict[str, Fact]) -> list[Question]:
    """The questions that still matter, best first; empty when every verdict is settled."""
    unsettled: dict[str, int] = defaultdict(int)
    asked: dict[str, list[Mention]] = defaultdict(list)
    for item in states:
        unsettled[item.limb.measure] += item.verdict is Verdict.NEED_ANSWERS
        for leaf, settling in zip(item.open, item.settling, strict=True):
            asked[leaf.fact].append((item.limb.measure, leaf, settling))
    order = {fact: place for place, fact in enumerate(facts)}
    found = [_question(facts[fact], mentions, unsettled) for fact, mentions in asked.items()]
    return sorted(found, key=lambda q: (-q.expected, -q.mentions, order[q.fact]))


def _question(fact: Fact, mentions: list[Mention], unsettled: dict[str, int]) -> Question:
    counts, shares = [], 0.0
    for choice in fact.choices or ("yes", "no"):
        settled: dict[str, int] = defaultdict(int)
        for measure, leaf, (when_true, when_false) in mentions:
            holds = choice in leaf.values if leaf.values else choice == "yes"
            settled[measure] += when_true if holds else when_false
        counts.append(sum(1 for measure, number in settled.items() if number == unsettled[measure]))
        shares += sum(number / unsettled[measure] for measure, number in settled.items())
    return Question(fact.id, max(counts), shares / len(counts), len(mentions))


def _settled(limb: Limb, possible: list[int], leaf: Leaf, outcome: int) -> bool:
    changed = possible.copy()
    changed[leaf.place] = outcome
    return decide(limb, changed) is not Verdict.NEED_ANSWERS
