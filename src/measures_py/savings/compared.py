"""Two cases of one lever side by side: each result of the second less that of the first."""

from __future__ import annotations

from typing import Any

from measures_py import savings
from measures_py.money import Range
from measures_py.requests import TYPES, Errors, known_fields
from measures_py.savings.corners import Worked
from measures_py.savings.lever import Lever
from measures_py.savings.render import ends, money, say, to_json
from measures_py.store import Say

CASES = 2


def answer(lever: Lever, cases: list[Any], words: dict[str, Say], errors: Errors) -> dict[str, Any]:
    """The answer to a `compare` request; empty, with every error of both cases noted, when one does not stand.

    The ranges of the two cases are taken as independent of each other, so a difference holds every
    possible one; an input that is the same in both may make the true spread narrower.
    """
    found = [_worked(lever, case, f"cases[{index}].", errors) for index, case in enumerate(cases)]
    both = [case for case in found if case]
    if errors.found or len(both) != CASES:
        return {}
    first, second = both
    differences = {
        name: {**ends(value.minus(first.results[name]), "CNY"), "label": lever.lines[name].label}
        for name, value in second.results.items()
        if name in first.results
    }
    return {
        "ok": True,
        "lever": lever.id,
        "title": lever.title,
        "headline": _headline(lever, first, second, words),
        "cases": [to_json(case, words) for case in both],
        "differences": differences,
        "changed": _changed(lever, first, second),
        "caveats": [words["compare_independent"]] if _ranged(first) or _ranged(second) else [],
    }


def _worked(lever: Lever, case: Any, prefix: str, errors: Errors) -> Worked | None:
    if not isinstance(case, dict):
        errors.add(prefix.rstrip("."), "wrong_type", case, *TYPES["object"])
        return None
    known_fields(case, ("inputs",), errors, prefix)
    return savings.worked(lever, case.get("inputs"), errors, f"{prefix}inputs.")


def _ranged(case: Worked) -> bool:
    return any(isinstance(value, Range) and value.width for value in case.answers.values())


def _changed(lever: Lever, first: Worked, second: Worked) -> list[str]:
    """The inputs in which the two differ."""
    names = [entry.name for entry in lever.inputs]
    return [name for name in names if first.answers.get(name) != second.answers.get(name)]


def _headline(lever: Lever, first: Worked, second: Worked, words: dict[str, Say]) -> Say:
    """Which case saves more by the main result, as far as their ranges tell."""
    change = second.results[lever.main].minus(first.results[lever.main])
    if change.low == change.high == 0:
        return words["compare_same"]
    if change.low >= 0:
        return say(words, "compare_second", amount=money(change))
    if change.high <= 0:
        return say(words, "compare_first", amount=money(Range(-change.high, -change.low)))
    return words["compare_either"]
