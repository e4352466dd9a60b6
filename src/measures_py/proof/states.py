"""Every combination of answers that a limb can tell apart, and what must hold in each.

A fact is given one answer for each outcome it can lead to: amounts are cut at their threshold, days
at theirs, choices into those that are asked for and those that are not. The engine is compared with
plain evaluation of every completion, which shares no code with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from itertools import combinations, product

from measures_py.changes import raised
from measures_py.facts import Answer, Answers, Fact
from measures_py.limbs import FALSE, OPEN, TRUE, Leaf, Limb, Node, Not
from measures_py.proof.cases import AS_OF
from measures_py.proof.reach import expected_verdicts
from measures_py.reasons import deciding
from measures_py.rulebook import Rulebook
from measures_py.verdict import NEGATIVE, Verdict, decide, relevant

type State = tuple[int, ...]

_RANK = {FALSE: 0, OPEN: 1, TRUE: 2}


@dataclass(frozen=True)
class Breach:
    """One thing that does not hold, and the answers that show it."""

    limb: str
    what: str
    answers: Answers

    @property
    def fragment(self) -> str:
        """The fragment that opens the finder with these answers."""
        return "&".join(["v=1", *(f"{fact}={_written(answer)}" for fact, answer in self.answers.items())])


@dataclass
class Enumeration:
    """What was found over all states of one limb."""

    limb: str
    facts: int
    states: int
    reached: dict[Verdict, int] = field(default_factory=dict)
    breaches: list[Breach] = field(default_factory=list)


def _written(answer: Answer) -> str:
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return ",".join(sorted(answer)) if isinstance(answer, frozenset) else str(answer)


def representatives(leaf: Leaf, fact: Fact, book: Rulebook) -> dict[int, list[Answer]]:
    """Answers to a leaf's fact, by the outcome they lead to; at an amount's threshold one on each side of it."""
    found: dict[int, list[Answer]] = {}
    for answer in _candidates(leaf, fact):
        outcome = leaf.possible({fact.id: answer}, AS_OF, book.calendar)
        found.setdefault(outcome, []).append(answer)
    return found


def _candidates(leaf: Leaf, fact: Fact) -> list[Answer]:
    if fact.type == "yes_no":
        return [True, False]
    if fact.type == "one_of":
        return list(fact.choices)
    if fact.type == "many_of":
        return [frozenset(), *(frozenset({choice}) for choice in fact.choices), frozenset(fact.choices)]
    if fact.type == "date":
        around = AS_OF - timedelta(days=round(leaf.months * 30.4375))
        return [around + timedelta(days=days) for days in range(-40, 41)]
    unit = Decimal("0.01") if fact.type == "money" else Decimal(1)
    return [leaf.limit - unit, leaf.limit, leaf.limit + unit]


def enumerate_limb(limb: Limb, book: Rulebook) -> Enumeration:
    """Every state of a limb, and every breach of what must hold."""
    asked = [leaf for leaf in limb.leaves if leaf.fact]
    answers = [representatives(leaf, book.facts[leaf.fact], book) for leaf in asked]
    found = Enumeration(limb.id, len(asked), 0)
    unknown = [leaf.possible({}, AS_OF, book.calendar) for leaf in asked]
    complete = {state: _plain(limb, _placed(limb, asked, state)) for state in product(*answers)}
    verdicts: dict[State, Verdict] = {}
    for state in product(*([*known, not_known] for known, not_known in zip(answers, unknown, strict=True))):
        possible = _placed(limb, asked, state)
        verdict = verdicts[state] = decide(limb, possible)
        found.states += 1
        found.reached[verdict] = found.reached.get(verdict, 0) + 1
        told = {
            leaf.fact: known[outcome][0]
            for leaf, outcome, known in zip(asked, state, answers, strict=True)
            if outcome in known
        }
        problems = _problems(limb, asked, state, possible, verdict, unknown, answers, complete)
        found.breaches += [Breach(limb.id, what, told) for what in problems]
    found.breaches += [Breach(limb.id, what, {}) for what in _whole(limb, asked, found, complete, verdicts, unknown)]
    return found


def _placed(limb: Limb, asked: list[Leaf], state: State) -> list[int]:
    possible = [OPEN] * len(limb.leaves)
    for leaf, outcome in zip(asked, state, strict=True):
        possible[leaf.place] = outcome
    return possible


def _rank(node: Node, outcome: list[int]) -> int:
    """Plain evaluation of a complete state: false 0, open 1, true 2."""
    if isinstance(node, Leaf):
        return _RANK[outcome[node.place]]
    if isinstance(node, Not):
        return 2 - _rank(node.child, outcome)
    ranks = sorted((_rank(child, outcome) for child in node.children), reverse=True)
    return ranks[node.least - 1] if node.least else 2


def _plain(limb: Limb, outcome: list[int]) -> tuple[int, int]:
    return _rank(limb.scope, outcome), _rank(limb.conditions, outcome)


def _named(limb: Limb, scope: int, conditions: int) -> Verdict:
    if limb.kind == "service":
        return Verdict.SERVICE
    if scope == 0:
        return Verdict.NOT_APPLICABLE
    if limb.kind == "automatic":
        return Verdict.SERVICE
    if conditions == 0:
        return Verdict.BLOCKED
    return Verdict.MET if scope == conditions == 2 else Verdict.MAY_APPLY


def _completions(
    state: State, unknown: list[int], answers: list[dict[int, list[Answer]]], complete: dict[State, tuple[int, int]]
) -> Iterator[tuple[State, tuple[int, int]]]:
    ways = [
        list(known) if o == u and o not in known else [o] for o, u, known in zip(state, unknown, answers, strict=True)
    ]
    return ((way, complete[way]) for way in product(*ways))


def _expected(limb: Limb, ranks: list[tuple[int, int]]) -> Verdict:
    """The verdict that every completion leads to, a failed condition counting whatever is open."""
    if limb.kind not in ("service", "automatic"):
        if all(scope == 0 for scope, _ in ranks):
            return Verdict.NOT_APPLICABLE
        if all(conditions == 0 for _, conditions in ranks):
            return Verdict.BLOCKED
    named = {_named(limb, *rank) for rank in ranks}
    return named.pop() if len(named) == 1 else Verdict.NEED_ANSWERS


def _problems(
    limb: Limb,
    asked: list[Leaf],
    state: State,
    possible: list[int],
    verdict: Verdict,
    unknown: list[int],
    answers: list[dict[int, list[Answer]]],
    complete: dict[State, tuple[int, int]],
) -> Iterator[str]:
    ranks = dict(_completions(state, unknown, answers, complete))
    expected = _expected(limb, list(ranks.values()))
    if verdict is not expected:
        yield f"the engine says {verdict}, plain evaluation {expected}"
    if verdict is Verdict.NEED_ANSWERS:
        yield from _asks(limb, asked, possible, ranks)
    else:
        yield from _reasons(limb, asked, state, verdict, unknown)
    if verdict in NEGATIVE:
        yield from _changes(limb, asked, state, possible, unknown)


def _asks(limb: Limb, asked: list[Leaf], possible: list[int], ranks: dict[State, tuple[int, int]]) -> Iterator[str]:
    """What is asked is what can still make a difference, no more and no less."""
    mattering = set()
    for place, leaf in enumerate(asked):
        grouped: dict[State, set[Verdict]] = {}
        for way, rank in ranks.items():
            grouped.setdefault(way[:place] + way[place + 1 :], set()).add(_named(limb, *rank))
        if any(len(named) > 1 for named in grouped.values()):
            mattering.add(leaf.place)
    told = {leaf.place for leaf in relevant(limb, possible)}
    if told != mattering:
        yield f"asks {sorted(told)}, but {sorted(mattering)} matter"


def _reasons(limb: Limb, asked: list[Leaf], state: State, verdict: Verdict, unknown: list[int]) -> Iterator[str]:
    """The deciding answers alone force the verdict, and no smaller set does."""

    def forces(kept: tuple[int, ...]) -> bool:
        only = tuple(o if i in kept else u for i, (o, u) in enumerate(zip(state, unknown, strict=True)))
        return decide(limb, _placed(limb, asked, only)) is verdict

    told = {leaf.place for leaf in deciding(limb, _placed(limb, asked, state), verdict)}
    places = tuple(i for i, leaf in enumerate(asked) if leaf.place in told)
    if not forces(places):
        yield f"the deciding answers {sorted(told)} do not force {verdict}"
    known = [i for i, (o, u) in enumerate(zip(state, unknown, strict=True)) if o != u]
    if places and any(forces(smaller) for smaller in combinations(known, len(places) - 1)):
        yield f"fewer answers than {sorted(told)} force {verdict}"


def _changes(limb: Limb, asked: list[Leaf], state: State, possible: list[int], unknown: list[int]) -> Iterator[str]:
    """The suggested changes are exactly the smallest sets of answers whose change lifts the no."""
    known = [i for i, (o, u) in enumerate(zip(state, unknown, strict=True)) if o != u]

    def lifted(places: tuple[int, ...]) -> bool:
        for values in product((FALSE, TRUE), repeat=len(places)):
            changed = list(possible)
            for place, value in zip(places, values, strict=True):
                changed[asked[place].place] = value
            if decide(limb, changed) not in NEGATIVE:
                return True
        return False

    smallest: list[frozenset[int]] = []
    for size in range(1, len(known) + 1):
        for places in combinations(known, size):
            chosen = frozenset(asked[place].place for place in places)
            if not any(less <= chosen for less in smallest) and lifted(places):
                smallest.append(chosen)
    told = {frozenset(place for place, _ in flips) for flips in raised(limb.root, possible)}
    if told != set(smallest):
        yield f"suggests {sorted(map(sorted, told))}, the smallest are {sorted(map(sorted, smallest))}"


def _whole(
    limb: Limb,
    asked: list[Leaf],
    found: Enumeration,
    complete: dict[State, tuple[int, int]],
    verdicts: dict[State, Verdict],
    unknown: list[int],
) -> Iterator[str]:
    """No contradiction, no dead leaf, every verdict the rule can give, and no reversal by answering more."""
    for verdict in expected_verdicts(limb):
        if verdict not in found.reached:
            yield f"{verdict} is never reached"
    for leaf in limb.leaves:
        if not _alive(limb, leaf, asked, complete):
            yield f"leaf {leaf.place} makes no difference"
    for state, verdict in verdicts.items():
        for place, outcome in enumerate(state):
            if outcome == unknown[place]:
                continue
            before = verdicts[(*state[:place], unknown[place], *state[place + 1 :])]
            outside_after_all = before is Verdict.BLOCKED and verdict is Verdict.NOT_APPLICABLE
            if before not in (verdict, Verdict.NEED_ANSWERS) and not outside_after_all:
                yield f"{before} turned into {verdict} by one more answer"


def _alive(limb: Limb, leaf: Leaf, asked: list[Leaf], complete: dict[State, tuple[int, int]]) -> bool:
    """Whether in some complete state another outcome of the leaf gives another standing or leaves other things open."""
    for state in complete:
        outcome = _placed(limb, asked, state)
        seen = set()
        for value in (FALSE, TRUE):
            outcome[leaf.place] = value
            by_nature = {other.place for other in relevant(limb, outcome, never_asked=True)} - {leaf.place}
            seen.add((_plain(limb, outcome), frozenset(by_nature)))
        if len(seen) > 1:
            return True
    return False
