"""How long a packaging test report lasts (measure 32), and when to ask for more time to self-inspect (37)."""

from __future__ import annotations

from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_months
from measures_py.deadlines.result import Basis, Reading, Result, Status, standing
from measures_py.deadlines.wording import Value
from measures_py.workdays import ONE_DAY, Day

WORKING_DAYS_AHEAD = 5


def packaging_report(case: Case) -> Result:
    """R11: six months from issue, or twelve in advanced manufacturing; a printed expiry goes first.

    Nothing rolls. Where it is not known whether the business counts as advanced manufacturing, the
    shorter life is the safe one and the time between the two cannot be told.
    """
    issued, judged = case.day("issued"), case.judged("used")
    half, year = add_months(issued, 6), add_months(issued, 12)
    ends = {"half_year": (half, Basis.OURS), "one_year": (year, Basis.IN_NOTICE)}
    if case.has("printed"):
        ends = {"printed": (case.day("printed"), Basis.OURS)}
    elif case.has("advanced"):
        chosen = "one_year" if case.says("advanced", answer=True) else "half_year"
        ends = {chosen: ends[chosen]}
    sure, last = min(day for day, _ in ends.values()), max(day for day, _ in ends.values())
    safe = case.calendar.on_or_before(sure)
    status = standing(judged, sure, Day.exact(sure))
    if status is Status.PAST and judged <= last:
        status = Status.CANNOT_TELL
    key = {Status.IN_TIME: "head_valid", Status.CANNOT_TELL: "head_depends"}.get(status, "head_over")
    values: dict[str, Value] = {"safe": safe, "sure": sure, "last": last, "day": judged}
    return Result(
        status=status,
        headline=case.head(key, **values),
        dates={"safe": safe, "last": Day.exact(last), "raw": Day.exact(sure)},
        readings=tuple(
            Reading(
                id,
                Day.exact(day),
                case.say(f"reading_{id}", date=day),
                basis,
                standing(judged, day, Day.exact(day)),
            )
            for id, (day, basis) in ends.items()
        ),
        explanations=(case.say("printed_first"), case.say("only_the_report"), case.say("no_roll")),
        still_possible=(case.say("still_possible"),) if status is not Status.IN_TIME else (),
        marks=(*case.mark("issued"), *case.mark("used")),
        windows=((issued, last),),
        act=case.say("act"),
    )


def more_time(case: Case) -> Result:
    """R21: five working days before the limit, counted back from it; never moved later."""
    limit, judged = case.day("limit"), case.judged("asked")
    asked_by = case.calendar.on_or_before(limit - ONE_DAY, WORKING_DAYS_AHEAD)
    status = standing(judged, asked_by.earliest, asked_by)
    if status is Status.CANNOT_TELL or (status is Status.IN_TIME and not asked_by.known):
        key = "head_bounded"
    else:
        key = {Status.IN_TIME: "head_in_time"}.get(status, "head_late")
    explanations = [case.say("counted_back", limit=limit), case.say("working_days")]
    if case.calendar.is_working_day(limit) is False:
        explanations.append(case.say("limit_on_rest_day", limit=limit))
    values: dict[str, Value] = {"safe": asked_by, "limit": limit, "day": judged}
    return Result(
        status=status,
        headline=case.head(key, **values),
        dates={"safe": asked_by, "last": asked_by},
        readings=(Reading("counted_back", asked_by, case.say("reading"), Basis.OURS, status),),
        explanations=tuple(explanations),
        still_possible=(case.say("still_possible"),) if status is not Status.IN_TIME else (),
        marks=(*case.mark("limit"), *case.mark("asked")),
        act=case.say("act"),
    )
