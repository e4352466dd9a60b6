"""The date rules of the notice and the law around it: one function per rule, each with its own counting.

Every rule states its own convention, its own roll over rest days and how firmly each reading
stands; there is no global switch. Words are data (`notice/deadlines/`); here are only dates.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from measures_py.deadlines import payments, relief, rulings
from measures_py.deadlines.case import Answer, Case
from measures_py.deadlines.render import to_json
from measures_py.deadlines.result import Result
from measures_py.store import Rule, Store

ALGORITHMS: dict[str, Callable[[Case], Result]] = {
    "advance-ruling-application": rulings.application,
    "late-relief-application": relief.late_application,
    "duty-payment": payments.duty,
}


def answer(known: Store, rule: Rule, answers: dict[str, Answer], today: Any) -> dict[str, Any]:
    """The JSON answer of a rule to checked answers; `today` is the day that is judged unless one is given."""
    if not isinstance(today, date):
        raise TypeError("today is not a date")
    case = Case(rule, known, answers, today)
    return to_json(case, ALGORITHMS[rule.id](case))
