"""Reading what a case of a lever gives: single figures, ranges, choices and tariffs."""

from __future__ import annotations

from typing import Any, NamedTuple

from measures_py import requests
from measures_py.money import Range
from measures_py.requests import TYPES, Errors
from measures_py.savings import tariff
from measures_py.savings.lever import Asked, Lever
from measures_py.savings.tariff import Tiers

NUMBERS = ("money", "rate", "integer", "number")
# Every range doubles the corners at which a formula is worked out: 256 are answered while one types.
MOST_RANGES = 8

type Answer = Range | str | bool | Tiers


class Given(NamedTuple):
    """The checked inputs of one case; what is absent is unknown, never no and never zero.

    Rates are in percent, as they were typed.
    """

    lever: Lever
    answers: dict[str, Answer]

    @property
    def ranges(self) -> tuple[str, ...]:
        """The inputs of which only a low and a high are given."""
        return tuple(name for name, value in self.answers.items() if isinstance(value, Range) and value.width)


def read(lever: Lever, given: Any, errors: Errors, prefix: str = "inputs.") -> Given:
    """The case in a request's `inputs`; every error is noted."""
    if given is None:
        given = {}
    if not isinstance(given, dict):
        errors.add(prefix.rstrip("."), "wrong_type", given, *TYPES["object"])
        return Given(lever, {})
    requests.known_fields(given, (entry.name for entry in lever.inputs), errors, prefix)
    found: dict[str, Answer] = {}
    for entry in lever.inputs:
        value = _answer(given.get(entry.name), entry, found, prefix + entry.name, errors)
        if value is not None:
            found[entry.name] = value
    case = Given(lever, found)
    _agreement(case, prefix, errors)
    return case


def _answer(value: Any, entry: Asked, found: dict[str, Answer], where: str, errors: Errors) -> Answer | None:
    kind = entry.input.type
    if value is None:
        if entry.input.required:
            errors.add(where, "missing", value)
        return None
    if kind == "tiers":
        return tariff.read(value, entry.input, _free_days(entry, found), where, errors)
    if kind not in NUMBERS:
        answer = requests.read(value, entry.input, where, errors)
        return answer if isinstance(answer, str | bool) else None
    if isinstance(value, dict) and entry.ranged:
        return _range(value, entry, where, errors)
    exact = requests.amount(value, kind, entry.input, where, errors)
    return None if exact is None else Range.exact(exact)


def _free_days(entry: Asked, found: dict[str, Answer]) -> int | None:
    """The free days that stand apart from a tariff, if they were given."""
    free = found.get(entry.free)
    return int(free.low) if isinstance(free, Range) else None


def _range(value: dict[str, Any], entry: Asked, where: str, errors: Errors) -> Range | None:
    requests.known_fields(value, ("low", "high"), errors, f"{where}.")
    ends = [
        requests.amount(value.get(end), entry.input.type, entry.input, f"{where}.{end}", errors)
        for end in ("low", "high")
    ]
    low, high = ends
    if low is None or high is None:
        return None
    if low > high:
        errors.add(where, "low_above_high", value)
        return None
    return Range(low, high)


def _agreement(case: Given, prefix: str, errors: Errors) -> None:
    """What the inputs must keep among themselves."""
    for entry in case.lever.inputs:
        own, other = case.answers.get(entry.name), case.answers.get(entry.at_most)
        if isinstance(own, Range) and isinstance(other, Range) and own.high > other.low:
            label = case.lever.asked(entry.at_most).input.label
            errors.add(prefix + entry.name, "above_other", str(own.high), label["zh"], label["en"])
        for name in entry.calls_for if own is not None else ():
            if name not in case.answers and not errors.found:
                errors.add(prefix + name, "missing")
    needs = case.lever.needs
    if needs and not any(name in case.answers for name in needs) and not errors.found:
        labels = [case.lever.asked(name).input.label for name in needs]
        zh, en = ("、".join(label["zh"] for label in labels), ", ".join(label["en"] for label in labels))
        errors.add(prefix + needs[0], "one_needed", None, zh, en)
    if len(case.ranges) > MOST_RANGES:
        errors.add(prefix.rstrip("."), "too_many_ranges", len(case.ranges), str(MOST_RANGES))
