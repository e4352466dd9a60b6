"""Advance rulings (measure 33): when to apply, to supplement, to extend; when Customs answers."""

from __future__ import annotations

from datetime import date, timedelta

from measures_py.deadlines import forward
from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_days, add_months, last_before
from measures_py.deadlines.result import Basis, Reading, Result, Status, standing
from measures_py.deadlines.wording import Value
from measures_py.workdays import ONE_DAY, Day

MONTHS_AHEAD = 3


def application(case: Case) -> Result:
    """R1: before the three months that precede the planned import or export.

    Counted forward, an application is in time if three months from it end before the planned day;
    counted backwards, if it is before the corresponding day three months earlier. No statute says
    which, nor whether exactly three months are enough. Nothing ever rolls forward.
    """
    planned, judged = case.day("planned"), case.judged("applied")
    forwards, backwards = last_before(planned, MONTHS_AHEAD), add_months(planned, -MONTHS_AHEAD) - ONE_DAY
    exact = max(last_before(planned, MONTHS_AHEAD, exactly=True), backwards + ONE_DAY)
    sure, last = min(forwards, backwards), max(forwards, backwards)
    status = _before(judged, sure, exact)
    safe = case.calendar.on_or_before(sure)
    return Result(
        status=status,
        headline=_application_headline(case, status, safe, sure, exact, judged),
        dates={"safe": safe, "last": Day.exact(last), "boundary": Day.exact(exact)},
        readings=(
            *_strict_readings(case, forwards, backwards, exact, judged),
            Reading(
                "exactly_three_months",
                Day.exact(exact),
                case.say("reading_exact", date=exact),
                Basis.OURS,
                standing(judged, exact, Day.exact(exact)),
            ),
        ),
        explanations=(case.say("no_roll"), case.say("actual_date")),
        still_possible=(case.say("good_reason"),) if status is not Status.IN_TIME else (),
        marks=(*case.mark("planned"), *case.mark("applied")),
        act=case.say("act"),
    )


def _strict_readings(case: Case, forwards: date, backwards: date, exact: date, judged: date) -> tuple[Reading, ...]:
    if forwards == backwards:
        why = case.say("reading_both", date=forwards)
        return (Reading("both_ways", Day.exact(forwards), why, Basis.OURS, _before(judged, forwards, exact)),)
    found = []
    for id, last, edge in (("forward", forwards, forwards), ("backward", backwards, backwards + ONE_DAY)):
        why = case.say(f"reading_{id}", date=last)
        found.append(Reading(id, Day.exact(last), why, Basis.OURS, _before(judged, last, edge)))
    return tuple(sorted(found, key=lambda reading: reading.date))


def _before(day: date, sure: date, edge: date) -> Status:
    if day <= sure:
        return Status.IN_TIME
    return Status.BOUNDARY if day <= edge else Status.PAST


def _application_headline(
    case: Case, status: Status, safe: Day, sure: date, exact: date, judged: date
) -> dict[str, str]:
    act = case.say("act")
    if status is Status.IN_TIME and judged > safe.latest:
        return case.head("head_sure_passed", safe=safe, sure=sure, day=judged)
    if status is Status.IN_TIME and not safe.known:
        return case.head("head_bounded", safe=safe, act=act)
    key = {Status.IN_TIME: "head_in_time", Status.BOUNDARY: "head_edge"}.get(status, "head_late")
    return case.head(key, safe=safe, exact=exact, day=judged, act=act)


def supplement(case: Case) -> Result:
    """R2: within five calendar days of the notice to supplement, rolled by analogy."""
    told = case.day("told")
    found = forward.period(case, told, add_days(told, 5), rolls=True)
    return forward.outcome(case, "told", "supplemented", found)


def acceptance(case: Case) -> Result:
    """R3: Customs decides within ten days of receiving the application; nothing for the applicant to keep."""
    received = case.day("received")
    decides = add_days(received, 10)
    return Result(
        status=Status.INFORMATION,
        headline=case.head("headline", decides=decides),
        dates={"decides": Day.exact(decides)},
        readings=(
            Reading("calendar_days", Day.exact(decides), case.say("reading_days"), Basis.OURS, Status.INFORMATION),
        ),
        explanations=(case.say("start_excluded", date=received), case.say("unit_not_stated")),
        marks=case.mark("received"),
        windows=((received + ONE_DAY, decides),),
    )


def extension(case: Case) -> Result:
    """R4: from 90 to 30 days before the ruling expires, both ends included; neither end moves."""
    expires, judged = case.day("expires"), case.judged("applied")
    opens, closes = expires - timedelta(days=90), expires - timedelta(days=30)
    first, safe = case.calendar.on_or_after(opens), case.calendar.on_or_before(closes)
    status = Status.TOO_EARLY if judged < opens else Status.OPEN if judged <= closes else Status.PAST
    key = {Status.TOO_EARLY: "head_early", Status.OPEN: "head_window"}.get(status, "head_closed")
    values: dict[str, Value] = {"opens": opens, "closes": closes, "safe": safe, "day": judged}
    if status is Status.OPEN and judged > safe.latest:
        key = "head_last_days"
    return Result(
        status=status,
        headline=case.head(key, **values),
        dates={
            "window_start": Day.exact(opens),
            "first_working": first,
            "safe": safe,
            "last": Day.exact(closes),
        },
        readings=(Reading("both_ends", Day.exact(closes), case.say("reading_ends"), Basis.ANALOGY, status),),
        explanations=(case.say("no_roll"), case.say("nothing_changed")),
        still_possible=(case.say("apply_anew"),) if status is Status.PAST else (),
        marks=(*case.mark("expires"), *case.mark("applied"), *forward.window_marks(case, opens, closes)),
        windows=((opens, closes),),
        act=case.say("act"),
    )
