"""The answer to `eligibility`: a verdict for each limb, and what to ask next."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from measures_py import ask, changes, explain, reasons
from measures_py.ask import Given, State
from measures_py.facts import Answers
from measures_py.limbs import Limb
from measures_py.rulebook import Rulebook
from measures_py.verdict import NEGATIVE, Verdict, decide, relevant

# An answer changes a handful of limbs; the others are what they were a moment ago.
type Brief = tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]


class Case(NamedTuple):
    """The answers given so far, and the day they are judged on."""

    answers: Answers
    as_of: date


def state(book: Rulebook, limb: Limb, case: Case) -> State:
    """One limb as far as it is answered; worked out once for the same answers to its own questions."""
    return _state(book, limb.id, _given(limb, case.answers), case.as_of)


def states(book: Rulebook, case: Case, measures: set[str] | None = None) -> list[State]:
    """The limbs of `measures`, all of them by default, in the order of the notice."""
    return [state(book, limb, case) for limb in book.limbs if measures is None or limb.measure in measures]


def answer(book: Rulebook, case: Case, found: list[State], *, detail: str = "full") -> dict[str, Any]:
    """The verdicts on these limbs, none where only the board is wanted, and the next questions for them."""
    tell = {"full": told, "short": brief}.get(detail)
    verdicts = {"verdicts": [tell(book, item, case) for item in found]} if tell else {}
    return {
        "ok": True,
        **verdicts,
        "next": [
            {"fact": q.fact, "settles": q.settles, "expected": f"{q.expected:.2f}", "mentions": q.mentions}
            for q in ask.questions(found, book.facts)
        ],
    }


def brief(book: Rulebook, item: State, case: Case) -> dict[str, Any]:
    """One verdict in one sentence."""
    return grounds(book, item, case)[0]


def grounds(book: Rulebook, item: State, case: Case) -> Brief:
    """One verdict in one sentence, the deciding answers, and what stays open by nature."""
    return _brief(book, item.limb.id, item.given, case.as_of)


def told(book: Rulebook, item: State, case: Case) -> dict[str, Any]:
    """One verdict in words, with everything else that a reader is shown about it."""
    limb, possible = item.limb, item.possible
    said, because, rest = grounds(book, item, case)
    found = changes.alternatives(limb, possible, item.verdict, book.facts)
    return said | {
        "because": because,
        "tree": explain.tree(book, limb, possible),
        "changes": [[explain.change(book, c) for c in way] for way in found if changes.lawful(way)],
        "conditions": [[explain.change(book, c) for c in way] for way in found if not changes.lawful(way)],
        "left_open": rest,
        "next_step": limb.next,
    }


def _given(limb: Limb, answers: Answers) -> Given:
    return tuple((leaf.fact, answers[leaf.fact]) for leaf in limb.leaves if leaf.fact in answers)


@lru_cache(maxsize=1024)
def _state(book: Rulebook, id: str, given: Given, as_of: date) -> State:
    limb = book.by_id[id]
    possible = limb.possible(dict(given), as_of, book.calendar)
    verdict = decide(limb, possible)
    open = tuple(relevant(limb, possible)) if verdict is Verdict.NEED_ANSWERS else ()
    return ask.state(limb, given, possible, verdict, open)


@lru_cache(maxsize=1024)
def _brief(book: Rulebook, id: str, given: Given, as_of: date) -> Brief:
    item = _state(book, id, given, as_of)
    limb, possible, verdict = item.limb, item.possible, item.verdict
    because = [explain.because(book, leaf, dict(given)) for leaf in reasons.deciding(limb, possible, verdict)]
    by_nature = [] if verdict in NEGATIVE else relevant(limb, possible, never_asked=True)
    rest = [explain.left(book, leaf) for leaf in by_nature]
    open = [leaf.fact for leaf in item.open]
    said = {
        "measure": limb.measure,
        "limb": limb.id,
        "title": limb.title,
        "kind": limb.kind,
        "verdict": verdict.value,
        "headline": explain.headline(book, verdict, because, open, rest),
        "open": open,
    }
    return said, because, rest
