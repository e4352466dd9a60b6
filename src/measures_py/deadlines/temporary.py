"""Goods temporarily imported or exported (measure 29): the base period, its extensions, and beyond."""

from __future__ import annotations

from datetime import date

from measures_py.deadlines import forward
from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_months
from measures_py.deadlines.forward import Period
from measures_py.deadlines.result import Basis, Mark, Reading, Result, Status, standing
from measures_py.workdays import ONE_DAY, Day

BASE = 6
EXTENSIONS = 3


def base(case: Case) -> Result:
    """R5: back across the border within six months of entry or exit, rolled by analogy."""
    entered = case.day("entered")
    found = forward.period(case, entered, add_months(entered, BASE), rolls=True)
    return forward.outcome(case, "entered", "returned", found)


def extensions(case: Case) -> Result:
    """R6: at most three extensions of at most six months; the date printed on the approval wins.

    Counted from entry in one go or from each expiry to the next, the ends can differ; the earlier is safe.
    """
    entered, granted = case.day("entered"), case.number("extensions")
    judged = case.judged("returned")
    if case.has("printed"):
        printed = case.day("printed")
        found = forward.period(case, entered, printed, rolls=True)
        readings: tuple[Reading, ...] = (_reading(case, "printed", printed, judged, Basis.OURS),)
    else:
        found, readings = _counted(case, entered, granted, judged)
    cap = add_months(entered, BASE * (1 + EXTENSIONS))
    status = standing(judged, found.raw, found.last)
    return Result(
        status=status,
        headline=forward.headline(case, found, judged, case.say("act")),
        dates={"safe": found.safe, "last": found.last, "raw": Day.exact(found.raw), "cap": Day.exact(cap)},
        readings=readings,
        explanations=(case.say("start_excluded", date=entered), case.say("each_at_most"), case.say("cap", cap=cap)),
        still_possible=(case.say("still_possible"),) if status is not Status.IN_TIME else (),
        marks=(*case.mark("entered"), *case.mark("returned"), *_stages(case, entered, granted)),
        windows=((entered, found.last.latest),),
        act=case.say("act"),
    )


def chained(entered: date, granted: int) -> date:
    """The end after that many full extensions, each counted from the end before it."""
    day = entered
    for _ in range(1 + granted):
        day = add_months(day, BASE)
    return day


def from_entry(entered: date, granted: int) -> date:
    """The end after that many full extensions, counted from entry in one go."""
    return add_months(entered, BASE * (1 + granted))


def _counted(case: Case, entered: date, granted: int, judged: date) -> tuple[Period, tuple[Reading, ...]]:
    step, whole = chained(entered, granted), from_entry(entered, granted)
    rolled = case.calendar.on_or_after(whole)
    found = Period(entered, step, case.calendar.on_or_before(step), rolled)
    readings = [_reading(case, "chained", step, judged, Basis.ANALOGY)] if step != whole else []
    readings.append(_reading(case, "from_entry", whole, judged, Basis.ANALOGY))
    if rolled != Day.exact(whole):
        key = "reading_rolled" if rolled.known else "reading_rolled_unknown"
        outcome = standing(judged, rolled.earliest, rolled)
        readings.append(Reading("rolled", rolled, case.say(key, date=rolled), Basis.ANALOGY, outcome))
    return found, tuple(readings)


def _reading(case: Case, id: str, day: date, judged: date, basis: Basis) -> Reading:
    why = case.say(f"reading_{id}", date=day)
    return Reading(id, Day.exact(day), why, basis, standing(judged, day, Day.exact(day)))


def _stages(case: Case, entered: date, granted: int) -> tuple[Mark, ...]:
    """The end of the base period and of each extension but the last, counted from entry."""
    return tuple(
        Mark(Day.exact(from_entry(entered, number)), "event", case.say("stage", number=number))
        for number in range(granted)
    )


def beyond(case: Case) -> Result:
    """R7: past 24 months only for the projects named; the text gives no length and no lead time."""
    entered = case.day("entered")
    step, cap = chained(entered, EXTENSIONS), from_entry(entered, EXTENSIONS)
    safe = case.calendar.on_or_before(step)
    return Result(
        status=Status.INFORMATION,
        headline=case.head("headline", safe=safe, cap=cap),
        dates={"safe": safe, "cap": Day.exact(cap)},
        readings=(
            Reading("total_stay", Day.exact(cap), case.say("reading_total", date=cap), Basis.OURS, Status.INFORMATION),
        ),
        explanations=(case.say("who"), case.say("no_length"), case.say("other_reading")),
        marks=case.mark("entered"),
        windows=((entered + ONE_DAY, cap),),
        act=case.say("act"),
    )
