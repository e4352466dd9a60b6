"""What may be asked of the rules: the verdicts on a case, a case to take away, and one opened again."""

from __future__ import annotations

from datetime import date
from typing import Any

from measures_py import case_request, eligibility, reopened, requests, saved, show_board, show_verdict
from measures_py.requests import AS_OF, Errors
from measures_py.rulebook import rulebook
from measures_py.standing import standings
from measures_py.store import Store


def verdicts(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """The verdicts on one case, as the module's docstring lists them."""
    book = rulebook(known)
    wanted = requests.view(request.get("show"), ("root",), errors)
    asked = case_request.read(request, AS_OF, book, errors)
    if asked is None:
        return {}
    found = eligibility.states(book, asked.case, asked.measures)
    answer = eligibility.answer(book, asked.case, found, detail=asked.detail)
    if wanted:
        where = standings(found)
        answer["shown"] = shown = show_board.board(book, where, asked.case, wanted["lang"])
        if asked.detail == "full":
            shown["html"] = {s.measure: show_verdict.measure(known, book, s, asked.case, **wanted) for s in where}
    return answer


def save(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """A case to take away as one file, as the module's docstring lists them."""
    book = rulebook(known)
    wanted = requests.view(request.get("show", {}), ("root",), errors)
    format = requests.name_among(request, "format", saved.FORMATS, errors)
    asked = case_request.read(request, AS_OF, book, errors, ("answers", "as_of", "format", "show"))
    return saved.file(known, book, asked.case, format, wanted) if asked and format else {}


def reopen(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """A saved case, and what changed since, as the module's docstring lists it."""
    requests.known_fields(request, ("text", "as_of", "show"), errors)
    wanted = requests.view(request.get("show"), ("root",), errors)
    today = requests.read(request.get("as_of"), AS_OF, "as_of", errors)
    text = request.get("text")
    if not isinstance(text, str):
        errors.add("text", "wrong_type" if text is not None else "missing", text, *requests.TYPES["text"])
    if errors.found or not isinstance(text, str) or not isinstance(today, date):
        return {}
    answer = reopened.reopened(known, rulebook(known), text, today, AS_OF, errors)
    if wanted and not errors.found:
        answer["html"] = reopened.html(answer, known, wanted["lang"], wanted["root"])
    return answer
