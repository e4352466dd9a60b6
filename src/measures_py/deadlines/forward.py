"""Periods counted forward from an event to a last day, with and without the roll over rest days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from measures_py.deadlines.case import Case
from measures_py.deadlines.result import Basis, Mark, Reading, Result, Status, standing
from measures_py.deadlines.wording import Value
from measures_py.store import Say
from measures_py.workdays import Day


class Period(NamedTuple):
    """A forward period: the day plain counting ends on, the safe day, and the last day of the widest reading."""

    start: date
    raw: date
    safe: Day
    last: Day


def period(case: Case, start: date, raw: date, *, rolls: bool) -> Period:
    """The period from `start` to `raw`; where it `rolls`, a last day of rest moves to the next working day.

    Civil Code art. 203, for customs periods by analogy. The safe day is the last working day not after
    `raw`; where none lies in the period, the first one after it.
    """
    safe = case.calendar.on_or_before(raw)
    last = case.calendar.on_or_after(raw) if rolls else Day.exact(raw)
    if safe.earliest < start:
        safe = Day(max(safe.earliest, start), safe.latest) if safe.latest >= start else last
    return Period(start, raw, safe, last)


def readings(case: Case, found: Period, judged: date, *, basis: Basis = Basis.LAW) -> tuple[Reading, ...]:
    """The period's end as plain counting has it and as the roll has it; one where they agree."""
    raw = Day.exact(found.raw)
    if found.last == raw:
        why = case.say("reading_agreed" if case.calendar.is_working_day(found.raw) else "reading_no_roll")
        return (Reading("plain", raw, why, basis, standing(judged, found.raw, raw)),)
    plain = case.say("reading_plain", date=raw)
    rolled = case.say("reading_rolled" if found.last.known else "reading_rolled_unknown", date=found.last)
    return (
        Reading("plain", raw, plain, basis, standing(judged, found.raw, raw)),
        Reading("rolled", found.last, rolled, Basis.ANALOGY, standing(judged, found.last.earliest, found.last)),
    )


def headline(case: Case, found: Period, judged: date, act: Say) -> Say:
    """One sentence that leads with the safe day and says what the judged day has left."""
    status = standing(judged, found.raw, found.last)
    values: dict[str, Value] = {"safe": found.safe, "raw": found.raw, "last": found.last, "day": judged, "act": act}
    if status is Status.IN_TIME and judged > found.safe.latest:
        return case.head("head_after_safe", **values)
    if status is Status.IN_TIME and not found.safe.known:
        return case.head("head_bounded", **values)
    if status is Status.IN_TIME:
        return case.head("head_agreed" if found.safe == found.last else "head_differ", **values)
    keys = {Status.BOUNDARY: "head_boundary", Status.PAST: "head_past", Status.CANNOT_TELL: "head_horizon"}
    return case.head(keys[status], **values)


def outcome(case: Case, event: str, act_input: str, found: Period, basis: Basis = Basis.LAW) -> Result:
    """The result of a plain forward rule: its act is the rule's text `act`, done on `act_input` or today."""
    judged = case.judged(act_input)
    status = standing(judged, found.raw, found.last)
    act = case.say("act")
    past = (case.say("still_possible"),) if status is not Status.IN_TIME else ()
    return Result(
        status=status,
        headline=headline(case, found, judged, act),
        dates={"safe": found.safe, "last": found.last, "raw": Day.exact(found.raw)},
        readings=readings(case, found, judged, basis=basis),
        explanations=(case.say("start_excluded", date=found.start),),
        still_possible=past,
        marks=(*case.mark(event), *case.mark(act_input)),
        windows=((found.start + timedelta(days=1), max(found.last.latest, found.raw)),),
        act=act,
    )


def window_marks(case: Case, start: date, end: date) -> tuple[Mark, ...]:
    """The two ends of a window on the timeline."""
    return (
        Mark(Day.exact(start), "window_start", case.say("window_start")),
        Mark(Day.exact(end), "window_end", case.say("window_end")),
    )
