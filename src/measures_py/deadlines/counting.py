"""Counting of periods: months with a missing corresponding day, quarters, and periods counted backwards."""

from __future__ import annotations

from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The corresponding day that many months later, or the last day of a month that has no such day.

    Civil Code art. 202. Not additive: twice six months after August 31 is not twelve months after it.
    A negative number counts backwards in the same way; no statute says how, so rules that do so say so.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def add_days(day: date, days: int) -> date:
    """The day that many calendar days later, the first day not counted (Civil Code art. 201)."""
    return day + timedelta(days=days)


def next_quarter(day: date) -> date:
    """The first day of the calendar quarter after the one the day lies in."""
    return add_months(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3)


def next_month(day: date) -> date:
    """The first day of the month after the one the day lies in."""
    return add_months(day.replace(day=1), 1)


def last_before(planned: date, months: int, *, exactly: bool = False) -> date:
    """The last day from which that many months, counted forward, end before `planned` (or on it if `exactly`)."""
    limit = planned if exactly else planned - timedelta(days=1)
    day = add_months(limit, -months)
    while add_months(day + timedelta(days=1), months) <= limit:
        day += timedelta(days=1)
    return day
