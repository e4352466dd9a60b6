"""The JSON form of a result: dates with bounds, readings, timeline, citations and calendar entries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NotRequired, TypedDict

from measures_py.deadlines.case import Case
from measures_py.deadlines.result import Amount, Mark, Reading, Result
from measures_py.store import Say
from measures_py.workdays import ONE_DAY, Day

MARGIN = timedelta(days=14)
NOTICE_AHEAD = timedelta(days=7)

# The dates that bind; rest days are drawn around these.
BINDING = ("safe", "last", "raw", "window_start", "window_end", "earliest", "first_working")


class JsonDay(TypedDict):
    """A day: `date` is null while only `earliest` and `latest` are known."""

    date: str | None
    earliest: NotRequired[str]
    latest: NotRequired[str]


def to_json(case: Case, result: Result) -> dict[str, Any]:
    """The answer to a deadline request, in the fixed order of its keys."""
    answer: dict[str, Any] = {
        "ok": True,
        "rule": case.rule.id,
        "ref": case.rule.ref,
        "status": result.status,
        "headline": _capital(result.headline),
        "dates": {
            name: {**_day(day), "label": result.labels.get(name) or case.say(f"date_{name}")}
            for name, day in result.dates.items()
        },
        "readings": [_reading(entry) for entry in result.readings],
    }
    if result.amounts:
        answer["amounts"] = [_amount(entry) for entry in result.amounts]
    return answer | {
        "explanations": [*result.explanations, *_bounded(case, result)],
        "still_possible": list(result.still_possible),
        "calendar": _calendar(case, result),
        "timeline": _timeline(case, result),
        "cites": [
            {"id": c.id, **c.quote, "source": c.source, "basis": c.basis, "href": c.href or None}
            for c in case.rule.cites
        ],
        "ics": _ics(case, result),
    }


def _day(day: Day) -> JsonDay:
    if day.known:
        return {"date": day.known.isoformat()}
    return {"date": None, "earliest": day.earliest.isoformat(), "latest": day.latest.isoformat()}


def _reading(entry: Reading) -> dict[str, Any]:
    return {"id": entry.id, **_day(entry.date), "why": entry.why, "status": entry.basis, "outcome": entry.outcome}


def _amount(entry: Amount) -> dict[str, Any]:
    return {
        "id": entry.id,
        "reading": entry.reading,
        "label": entry.label,
        "low": str(entry.low),
        "high": str(entry.high),
        "unit": "CNY",
        "working": list(entry.working),
    }


def _bounded(case: Case, result: Result) -> tuple[Say, ...]:
    """What the safe date in the headline is while the true one is only bounded."""
    safe = result.dates.get("safe")
    return (case.say("safe_bounded", between=safe),) if safe and not safe.known else ()


def _calendar(case: Case, result: Result) -> dict[str, Any]:
    calendar = case.calendar
    days = [bound for day in result.dates.values() for bound in (day.earliest, day.latest)]
    known: dict[str, Any] = {"known_to": calendar.last_day.isoformat()}
    if any(not day.known for day in result.dates.values()):
        known["note"] = case.say("beyond_calendar", last=str(calendar.last), rest=calendar.longest_rest)
    elif any(calendar.knows(day) and not calendar.settled(day) for day in days):
        known["note"] = case.say("unsettled_december", last=str(calendar.last), next=str(calendar.last + 1))
    return known


def _timeline(case: Case, result: Result) -> dict[str, Any]:
    marks = (*result.marks, *_own_marks(case, result), Mark(Day.exact(case.today), "today", case.say("today")))
    ordered = sorted(marks, key=lambda mark: (mark.date.earliest, mark.date.latest))
    start, end = ordered[0].date.earliest - MARGIN, max(mark.date.latest for mark in ordered) + MARGIN
    return {
        "from": start.isoformat(),
        "to": end.isoformat(),
        "events": [_mark(mark) for mark in ordered],
        "rest": [[a.isoformat(), b.isoformat()] for a, b in _rests(case, result)],
        "windows": [[a.isoformat(), b.isoformat()] for a, b in result.windows],
    }


def _own_marks(case: Case, result: Result) -> tuple[Mark, ...]:
    kinds = ("safe", "last", "raw")
    marked = {mark.date for mark in result.marks if mark.kind in ("window_start", "window_end")}
    return tuple(
        Mark(day, name if name in kinds else "event", result.labels.get(name) or case.say(f"date_{name}"))
        for name, day in result.dates.items()
        if day not in marked or name in ("safe", "last")
    )


def _mark(mark: Mark) -> dict[str, Any]:
    shown = {"date": mark.date.earliest.isoformat(), "kind": mark.kind, "label": mark.label}
    return shown if mark.date.known else {**shown, "until": mark.date.latest.isoformat()}


def _rests(case: Case, result: Result) -> list[tuple[date, date]]:
    """The known rest days around the dates that bind, not those of the years in between."""
    days = [bound for name in BINDING if name in result.dates for bound in _bounds(result.dates[name])]
    return list(case.calendar.rests(min(days) - MARGIN, max(days) + MARGIN)) if days else []


def _bounds(day: Day) -> tuple[date, date]:
    return day.earliest, day.latest


def _ics(case: Case, result: Result) -> dict[str, Any]:
    """Calendar entries under an id that stays the same for the same case, whenever it is asked."""
    answers = "".join(f".{name}-{value}" for name, value in sorted(case.answers.items()))
    return {"uid": f"{case.rule.id}{answers}@measures-py", "events": _entries(case, result)}


def _entries(case: Case, result: Result) -> list[dict[str, Any]]:
    """The calendar entry of the day to act on: the safe day, or the last one once the safe day is over."""
    if result.act is None:
        return []
    names = [name for name in ("safe", "last", "earliest") if name in result.dates]
    ahead = [name for name in names if result.dates[name].earliest >= case.today]
    if not ahead:
        return []
    day = result.dates[ahead[0]].earliest
    # A week ahead, but never before today or the event that starts the period.
    starts = [mark.date.earliest for mark in result.marks if mark.kind == "event" and mark.date.earliest < day]
    alarm = max([day - NOTICE_AHEAD, min(case.today, day - ONE_DAY), *starts])
    title = case.say("ics_title", act=result.act, kind=case.say(f"date_{ahead[0]}"))
    return [{"date": day.isoformat(), "alarm": alarm.isoformat(), "title": title, "description": result.headline}]


def _capital(text: Say) -> Say:
    return {"zh": text["zh"], "en": text["en"][:1].upper() + text["en"][1:]}
