"""The answer to `eligibility`: a verdict for each limb, and what to ask next."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from measures_py import ask, changes, explain, reasons
from measures_py.ask import State
from measures_py.facts import Answers
from measures_py.limbs import Limb
from measures_py.rulebook import Rulebook
from measures_py.verdict import NEGATIVE, Verdict, decide, relevant


class Case(NamedTuple):
    """The answers given so far, and the day they are judged on."""

    answers: Answers
    as_of: date


def state(book: Rulebook, limb: Limb, case: Case) -> State:
    """One limb as far as it is answered."""
    possible = limb.possible(case.answers, case.as_of, book.calendar)
    verdict = decide(limb, possible)
    open = tuple(relevant(limb, possible)) if verdict is Verdict.NEED_ANSWERS else ()
    return State(limb, possible, verdict, open)


def answer(book: Rulebook, case: Case, measures: set[str] | None = None, *, full: bool = True) -> dict[str, Any]:
    """The verdicts on the limbs of `measures` (all of them by default), and the next questions for these."""
    states = [state(book, limb, case) for limb in book.limbs if measures is None or limb.measure in measures]
    return {
        "ok": True,
        "verdicts": [told(book, item, case, full=full) for item in states],
        "next": [
            {"fact": q.fact, "settles": q.settles, "expected": f"{q.expected:.2f}", "mentions": q.mentions}
            for q in ask.questions(states, book.facts)
        ],
    }


def told(book: Rulebook, item: State, case: Case, *, full: bool = True) -> dict[str, Any]:
    """One verdict in words; when `full`, with everything else that a reader is shown about it."""
    limb, possible, verdict = item.limb, item.possible, item.verdict
    because = [explain.because(book, leaf, case.answers) for leaf in reasons.deciding(limb, possible, verdict)]
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
    if not full:
        return said
    found = changes.alternatives(limb, possible, verdict, book.facts)
    return said | {
        "because": because,
        "tree": explain.tree(book, limb, possible),
        "changes": [[explain.change(book, c) for c in way] for way in found if changes.lawful(way)],
        "conditions": [[explain.change(book, c) for c in way] for way in found if not changes.lawful(way)],
        "left_open": rest,
        "next_step": limb.next,
    }
