"""Reduction or exemption of duties: applying late (measure 30), the quarterly and the yearly report."""

from __future__ import annotations

from datetime import date, timedelta

from measures_py.deadlines import forward
from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_months, next_quarter
from measures_py.deadlines.result import Basis, Result, Status
from measures_py.workdays import Day


def late_application(case: Case) -> Result:
    """R8: within one year of the day the tax was paid (the notice), rolled by analogy."""
    paid = case.day("paid")
    found = forward.period(case, paid, add_months(paid, 12), rolls=True)
    return forward.outcome(case, "paid", "applied", found, Basis.IN_NOTICE)


def quarterly_report(case: Case) -> Result:
    """R9: at the start of the quarter after the move; the notice names no last day, and none is computed."""
    opens = next_quarter(case.day("moved"))
    judged = case.judged("reported")
    first = case.calendar.on_or_after(opens)
    early = judged < opens
    return Result(
        status=Status.TOO_EARLY if early else Status.OPEN,
        headline=case.head("head_early" if early else "head_open", opens=opens, first=first),
        dates={"earliest": Day.exact(opens), "first_working": first},
        explanations=(case.say("no_last_day"), case.say("each_quarter")),
        still_possible=(case.say("ask_office"),),
        marks=(*case.mark("moved"), *case.mark("reported")),
        act=case.say("act"),
    )


def annual_report(case: Case) -> Result:
    """R10: by June 30, that day included; a fixed date that moves for nothing."""
    year = case.number("year") if case.has("year") else _year_of_report(case.judged("reported"))
    raw = date(year, 6, 30)
    found = forward.period(case, date(year, 1, 1), raw, rolls=False)
    result = forward.outcome(case, "reported", "reported", found)
    return result._replace(
        explanations=(case.say("fixed_day"), case.say("supervision_years")),
        marks=case.mark("reported"),
        windows=((date(year, 1, 1), raw),),
    )


def _year_of_report(day: date) -> int:
    """The year of the next June 30, that day included."""
    return (day + timedelta(days=184)).year
