"""Which days are working days, from the State Council's yearly calendars, and what is known beyond them.

Plain dates, Beijing time, no conversion. Inside the published years a question has one answer.
Outside them nothing is guessed from weekdays: `is_working_day` says None, and every other question
is answered by a `Day` with an earliest and a latest date. The earliest takes every unknown day for
a possible working day (weekends are worked, too, when holidays move them); the latest assumes that
no unpublished year keeps people away from work for longer than the published years ever did.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
SATURDAY = 5

# In 2006, 2007, 2011 and 2018 the calendar of the next year moved days from December 29 on.
UNSETTLED_FROM = (12, 29)


class Day(NamedTuple):
    """A day known only to lie between two dates, both possible; exact when they are equal."""

    earliest: date
    latest: date

    @classmethod
    def exact(cls, day: date) -> Day:
        """The day that is known."""
        return cls(day, day)

    @property
    def known(self) -> date | None:
        """The date itself, or None while it is only bounded."""
        return self.earliest if self.earliest == self.latest else None

    def shift(self, days: int) -> Day:
        """The same number of days later (or earlier) at both bounds."""
        return Day(self.earliest + timedelta(days=days), self.latest + timedelta(days=days))


class Calendar(NamedTuple):
    """The working days of the published years `first` to `last`.

    `off` are the Mondays to Fridays on which nobody works, `work` the Saturdays and Sundays on
    which everybody does; all other days follow the week.
    """

    first: int
    last: int
    off: frozenset[date]
    work: frozenset[date]

    @property
    def first_day(self) -> date:
        """The first day about which anything is known."""
        return date(self.first, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day about which anything is known."""
        return date(self.last, 12, 31)

    def knows(self, day: date) -> bool:
        """Whether the calendar of that day's year is published."""
        return self.first <= day.year <= self.last

    def settled(self, day: date) -> bool:
        """Whether no calendar still to come can change the day, judging by what they changed before."""
        return self.knows(day) and (day.year < self.last or (day.month, day.day) < UNSETTLED_FROM)

    def is_working_day(self, day: date) -> bool | None:
        """Whether people work on that day; None where no calendar is published."""
        if not self.knows(day):
            return None
        return day in self.work or (day.weekday() < SATURDAY and day not in self.off)

    def on_or_after(self, day: date, nth: int = 1) -> Day:
        """The nth working day, counting that day itself if it is one."""
        return self._count(day, nth, ONE_DAY)

    def on_or_before(self, day: date, nth: int = 1) -> Day:
        """The nth working day backwards, counting that day itself if it is one."""
        return self._count(day, nth, -ONE_DAY)

    def rests(self, start: date, end: date) -> Iterator[tuple[date, date]]:
        """Each run of known rest days between two dates, both included, cut at them."""
        run: date | None = None
        day = start
        while day <= end:
            if self.is_working_day(day) is False:
                run = run or day
            elif run:
                yield run, day - ONE_DAY
                run = None
            day += ONE_DAY
        if run:
            yield run, end

    def _count(self, day: date, nth: int, step: timedelta) -> Day:
        near, far = self._nth(day, nth, step, unknown=True), self._nth(day, nth, step, unknown=False)
        return Day(near, far) if near < far else Day(far, near)

    def _nth(self, day: date, nth: int, step: timedelta, *, unknown: bool) -> date:
        """The nth working day, taking unknown days for working days, or for rest days as long as there ever were."""
        guessed = False
        limit = day + step * (self._longest(nth) - 1)
        while True:
            works = self.is_working_day(day)
            guessed = guessed or works is None
            nth -= unknown if works is None else works
            if nth == 0 or (guessed and not unknown and day == limit):
                return day
            day += step

    def _longest(self, nth: int) -> int:
        """The most days, first and last included, that nth working days ever took in the published years."""
        return _longest(self, nth)

    @property
    def longest_rest(self) -> int:
        """The longest run of rest days in the published years."""
        return self._longest(1) - 1


@cache
def _longest(calendar: Calendar, nth: int) -> int:
    """The longest stretch of published days that holds nth working days and starts anywhere."""
    working: list[date] = []
    day = calendar.first_day
    while day <= calendar.last_day:
        if calendar.is_working_day(day):
            working.append(day)
        day += ONE_DAY
    # A stretch is longest when it starts the day after a working day and ends on the nth one after it.
    return max((later - earlier).days for earlier, later in zip(working, working[nth:], strict=False))
