"""The date rules of the notice and the law around it: one function per rule, each with its own counting.

Every rule states its own convention, its own roll over rest days and how firmly each reading
stands; there is no global switch. Words are data (`notice/deadlines/`); here are only dates.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from measures_py.deadlines import (
    declaration,
    disclosure,
    explained,
    payments,
    relief,
    reports,
    returns,
    rulings,
    temporary,
)
from measures_py.deadlines.case import Answer, Case
from measures_py.deadlines.render import to_json
from measures_py.deadlines.result import Result
from measures_py.store import Rule, Store

ALGORITHMS: dict[str, Callable[[Case], Result]] = {
    "advance-ruling-application": rulings.application,
    "advance-ruling-supplement": rulings.supplement,
    "advance-ruling-acceptance": rulings.acceptance,
    "advance-ruling-extension": rulings.extension,
    "temporary-goods-return": temporary.base,
    "temporary-goods-extensions": temporary.extensions,
    "temporary-goods-beyond-24-months": temporary.beyond,
    "late-relief-application": relief.late_application,
    "quarterly-relocation-report": relief.quarterly_report,
    "annual-relief-report": relief.annual_report,
    "packaging-test-report": reports.packaging_report,
    "duty-payment": payments.duty,
    "summary-duty-payment": payments.summary_duty,
    "import-declaration": declaration.declare,
    "late-declaration-fee": declaration.fee,
    "voluntary-disclosure": disclosure.disclose,
    "fine-payment": payments.fine,
    "returned-exports": returns.come_back,
    "overpaid-tax-refund": payments.refund,
    "laboratory-wait": explained.event_only,
    "self-inspection-extension": reports.more_time,
    "request-before-result": explained.event_only,
}


def answer(known: Store, rule: Rule, answers: dict[str, Answer], today: Any) -> dict[str, Any]:
    """The JSON answer of a rule to checked answers; `today` is the day that is judged unless one is given."""
    if not isinstance(today, date):
        raise TypeError("today is not a date")
    case = Case(rule, known, answers, today)
    return to_json(case, ALGORITHMS[rule.id](case))
