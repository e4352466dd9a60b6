"""The working-day calendar against the State Council's notices, written down by hand and counted day by day.

Nothing here uses the calendar's own source or its way of counting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from measures_py.workdays import Calendar, Day

# Days off and working weekends of each year's notice (month/day).
NOTICES = {
    2020: ("1/1 1/24-2/2 4/4-4/6 5/1-5/5 6/25-6/27 10/1-10/8", "1/19 4/26 5/9 6/28 9/27 10/10"),
    2021: ("1/1-1/3 2/11-2/17 4/3-4/5 5/1-5/5 6/12-6/14 9/19-9/21 10/1-10/7", "2/7 2/20 4/25 5/8 9/18 9/26 10/9"),
    2022: ("1/1-1/3 1/31-2/6 4/3-4/5 4/30-5/4 6/3-6/5 9/10-9/12 10/1-10/7", "1/29 1/30 4/2 4/24 5/7 10/8 10/9"),
    2023: ("1/1-1/2 1/21-1/27 4/5 4/29-5/3 6/22-6/24 9/29-10/6", "1/28 1/29 4/23 5/6 6/25 10/7 10/8"),
    2024: ("1/1 2/10-2/17 4/4-4/6 5/1-5/5 6/10 9/15-9/17 10/1-10/7", "2/4 2/18 4/7 4/28 5/11 9/14 9/29 10/12"),
    2025: ("1/1 1/28-2/4 4/4-4/6 5/1-5/5 5/31-6/2 10/1-10/8", "1/26 2/8 4/27 9/28 10/11"),
    2026: ("1/1-1/3 2/15-2/23 4/4-4/6 5/1-5/5 6/19-6/21 9/25-9/27 10/1-10/7", "1/4 2/14 2/28 5/9 9/20 10/10"),
}
FIRST, LAST = date(min(NOTICES), 1, 1), date(max(NOTICES), 12, 31)
# From so near an end of the years the fifth working day may lie beyond it.
MARGIN = timedelta(days=30)
COUNTED = (1, 5)


@dataclass(frozen=True)
class Comparison:
    """The days compared, from the first to the last (ISO), how many counts over them, and each that differs."""

    first: str
    last: str
    days: int
    counts: int
    differ: tuple[str, ...]


def every(first: date, last: date) -> list[date]:
    """Every day between two dates, both included."""
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]


def by_notice() -> dict[date, bool]:
    """Whether each day of these years is a working day, from the notices alone."""
    works = {day: day.isoweekday() <= 5 for day in every(FIRST, LAST)}
    for year, (off, work) in NOTICES.items():
        for span in off.split():
            ends = [date(year, *map(int, end.split("/"))) for end in span.split("-")]
            works |= dict.fromkeys(every(ends[0], ends[-1]), False)
        works |= {date(year, *map(int, day.split("/"))): True for day in work.split()}
    return works


def compared(calendar: Calendar) -> Comparison:
    """Every day of these years, and from each the nearest and the fifth working day either way."""
    works = by_notice()
    differ = [day.isoformat() for day in works if calendar.is_working_day(day) is not works[day]]
    counts = 0
    for day in every(FIRST + MARGIN, LAST - MARGIN):
        for nth in COUNTED:
            for step, found in ((1, calendar.on_or_after(day, nth)), (-1, calendar.on_or_before(day, nth))):
                counts += 1
                if found != Day.exact(_walked(works, day, nth, step)):
                    differ.append(f"{day} {step * nth:+d}")
    return Comparison(FIRST.isoformat(), LAST.isoformat(), len(works), counts, tuple(differ))


def _walked(works: dict[date, bool], day: date, nth: int, step: int) -> date:
    """The nth working day from a day on, the day itself included, one day at a time."""
    left = nth - works[day]
    while left:
        day += timedelta(days=step)
        left -= works[day]
    return day
