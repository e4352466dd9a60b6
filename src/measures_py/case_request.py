"""Reading an `eligibility` request: answers by fact, the day, and the measures asked about."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from measures_py import requests
from measures_py.eligibility import Case
from measures_py.facts import Answer, Answers, Fact
from measures_py.requests import TYPES, Errors
from measures_py.rulebook import Rulebook
from measures_py.store import Choice, Input

DETAIL = ("full", "short", "board")
FIELDS = ("answers", "as_of", "measures", "detail", "show")


class Question(NamedTuple):
    """A request that is well formed; `measures` is None for all of them, `detail` one of DETAIL."""

    case: Case
    measures: set[str] | None
    detail: str


def read(
    request: dict[str, Any], as_of: Input, book: Rulebook, errors: Errors, fields: tuple[str, ...] = FIELDS
) -> Question | None:
    """What is asked; None with every error of the request noted."""
    requests.known_fields(request, fields, errors)
    given = answers(request.get("answers"), book.facts, errors)
    today = requests.read(request.get("as_of"), as_of, "as_of", errors)
    measures = _measures(request.get("measures"), book, errors)
    detail = request.get("detail") or "full"
    _one_of(detail, DETAIL, "detail", errors)
    if errors.found or not isinstance(today, date):
        return None
    return Question(Case(given, today), measures, str(detail))


def answers(given: Any, facts: dict[str, Fact], errors: Errors) -> Answers:
    """The answers that can be read, by fact; every other is noted among the errors, null and absence are unknown."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        errors.add("answers", "wrong_type", given, *TYPES["object"])
        return {}
    requests.known_fields(given, facts, errors, "answers.")
    found = {id: _answer(given.get(id), fact, errors) for id, fact in facts.items() if id in given}
    return {id: value for id, value in found.items() if value is not None}


def _answer(value: Any, fact: Fact, errors: Errors) -> Answer | None:
    where = f"answers.{fact.id}"
    if fact.type != "many_of":
        return requests.read(value, _input(fact), where, errors)
    if value is None:
        return None
    if not isinstance(value, list):
        errors.add(where, "wrong_type", value, *TYPES["list"])
        return None
    for index, item in enumerate(value):
        _one_of(item, tuple(fact.choices), f"{where}[{index}]", errors)
    kept = frozenset(item for item in value if isinstance(item, str) and item in fact.choices)
    return kept if kept or not value else None  # an empty list says “none of these”, an unreadable one says nothing


def _measures(given: Any, book: Rulebook, errors: Errors) -> set[str] | None:
    if given is None:
        return None
    if not isinstance(given, list):
        errors.add("measures", "wrong_type", given, *TYPES["list"])
        return None
    known = tuple(dict.fromkeys(limb.measure for limb in book.limbs))
    for index, item in enumerate(given):
        _one_of(item, known, f"measures[{index}]", errors)
    return {item for item in given if isinstance(item, str)}


def _one_of(value: Any, known: tuple[str, ...], where: str, errors: Errors) -> None:
    if not isinstance(value, str):
        errors.add(where, "wrong_type", value, *TYPES["text"])
    elif value not in known:
        errors.add(where, "unknown_name", value, "、".join(known), ", ".join(known))


def written(answers: Answers, facts: dict[str, Fact]) -> dict[str, Any]:
    """Answers as a request has them, in the order of the questions."""
    return {id: _written(answers[id], fact) for id, fact in facts.items() if id in answers}


def _written(answer: Answer, fact: Fact) -> Any:
    if isinstance(answer, frozenset):
        return [id for id in fact.choices if id in answer]
    return answer if isinstance(answer, bool | int | str) else str(answer)


def _input(fact: Fact) -> Input:
    choices = tuple(Choice(id, label) for id, label in fact.choices.items())
    return Input(
        name=fact.id,
        type=fact.type,
        required=False,
        label=fact.label,
        help=fact.help,
        low=fact.low,
        high=fact.high,
        unit=fact.unit,
        choices=choices,
    )


def described(book: Rulebook) -> list[dict[str, Any]]:
    """The facts as `describe` lists them."""
    return [
        {
            "id": fact.id,
            "group": fact.group,
            "type": fact.type,
            "choices": [{"id": id, "label": label} for id, label in fact.choices.items()],
            "unit": fact.unit or None,
            "bounds": {"min": fact.low, "max": fact.high} if fact.low else None,
            "label": fact.label,
            "help": fact.help,
            "why": list(fact.why),
            "changeable": fact.changeable,
            "declare_as_is": fact.declare_as_is,
        }
        for fact in book.facts.values()
    ]
