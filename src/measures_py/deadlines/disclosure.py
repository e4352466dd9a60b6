"""Voluntary disclosure of a violation (measure 39): which rules the day of disclosure falls under, and their limit."""

from __future__ import annotations

from datetime import date

from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_months
from measures_py.deadlines.result import Basis, Reading, Result, Status, standing
from measures_py.store import Say
from measures_py.workdays import Day

# Announcement 194 of 2025 and, before it, 127 of 2023; nothing else was verified.
CURRENT = (date(2025, 10, 11), date(2027, 6, 30))
EARLIER = (date(2023, 10, 11), date(2025, 10, 10))

# The announcement that gave AEO businesses a year is of July 2024; its day was not seen, so July is not decided.
AEO_YEAR_CERTAIN = date(2024, 8, 1)


def disclose(case: Case) -> Result:
    """R16: no penalty if disclosed within the limit of the rules in force on the day of disclosure.

    Conservative: nothing rolls, and nothing is decided that was not verified.
    """
    judged = max(case.judged("disclosed"), case.day("violation"))
    if CURRENT[0] <= judged <= CURRENT[1]:
        return _current(case, judged)
    if EARLIER[0] <= judged <= EARLIER[1]:
        return _earlier(case, judged)
    return Result(
        status=Status.CANNOT_TELL,
        headline=case.head("head_later" if judged > CURRENT[1] else "head_before", day=judged),
        explanations=(case.say("by_disclosure_date"),),
        still_possible=(case.say("still_possible"),),
        marks=(*case.mark("violation"), *case.mark("disclosed")),
    )


def _current(case: Case, judged: date) -> Result:
    limit = add_months(case.day("violation"), 12)
    last = min(limit, CURRENT[1])
    safe = case.calendar.on_or_before(last)
    status, key = Status.IN_TIME, "head_within"
    if judged > limit:
        status, key = Status.CANNOT_TELL, "head_beyond"
    reading = Reading("one_year", Day.exact(limit), case.say("reading_one_year", date=limit), Basis.LAW, status)
    explanations = [case.say("by_disclosure_date"), case.say("not_automatic")]
    if limit > CURRENT[1]:
        explanations.append(case.say("regime_ends"))
    dates = {"safe": safe, "last": Day.exact(last), "raw": Day.exact(limit)}
    headline = case.head(key, safe=safe, limit=limit, day=judged)
    return _found(case, status, headline, dates, (reading,), tuple(explanations))


def _earlier(case: Case, judged: date) -> Result:
    violation = case.day("violation")
    six, year, two = (add_months(violation, months) for months in (6, 12, 24))
    safe = case.calendar.on_or_before(six)
    status = _earlier_status(case, judged, six, year, two)
    key = {Status.IN_TIME: "head_earlier_within", Status.PAST: "head_earlier_past"}.get(status, "head_earlier_open")
    readings = [
        Reading("six_months", Day.exact(six), case.say("reading_six_months", date=six), Basis.LAW, _at(judged, six))
    ]
    if not case.says("aeo", answer=False):
        why = case.say("reading_aeo", date=year)
        readings.append(Reading("aeo_one_year", Day.exact(year), why, Basis.LAW, _at(judged, year)))
    why = case.say("reading_two_years", date=two)
    outcome = Status.PAST if judged > two else Status.CANNOT_TELL if judged > six else Status.IN_TIME
    readings.append(Reading("two_years_small", Day.exact(two), why, Basis.LAW, outcome))
    last = year if _certain_aeo(case, judged) else six
    dates = {"safe": safe, "last": Day.exact(last), "conditional": Day.exact(two)}
    headline = case.head(key, safe=safe, six=six, two=two, day=judged)
    explanations = (case.say("by_disclosure_date"), case.say("expired"), case.say("not_automatic"))
    return _found(case, status, headline, dates, tuple(readings), explanations)


def _at(judged: date, limit: date) -> Status:
    return standing(judged, limit, Day.exact(limit))


def _earlier_status(case: Case, judged: date, six: date, year: date, two: date) -> Status:
    if judged <= six or (_certain_aeo(case, judged) and judged <= year):
        return Status.IN_TIME
    return Status.CANNOT_TELL if judged <= two else Status.PAST


def _certain_aeo(case: Case, judged: date) -> bool:
    return case.says("aeo", answer=True) and judged >= AEO_YEAR_CERTAIN


def _found(
    case: Case,
    status: Status,
    headline: Say,
    dates: dict[str, Day],
    readings: tuple[Reading, ...],
    explanations: tuple[Say, ...],
) -> Result:
    """The result, unless Customs already knows: then nothing is disclosed of one's own accord any more."""
    if case.says("known", answer=True):
        status, headline = Status.PAST, case.head("head_known", safe=dates["safe"])
    elif not case.has("known"):
        explanations = (*explanations, case.say("if_known"))
    return Result(
        status=status,
        headline=headline,
        dates=dates,
        readings=readings,
        explanations=explanations,
        still_possible=() if status is Status.IN_TIME else (case.say("still_possible"),),
        marks=(*case.mark("violation"), *case.mark("disclosed")),
        windows=((case.day("violation"), dates["last"].latest),),
        act=case.say("act"),
    )
