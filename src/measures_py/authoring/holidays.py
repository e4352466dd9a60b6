"""The working-day calendar: the library's years, and those a maintainer adds from the State Council's notice.

`notice/calendar.yml` lists, for a year, the days off and the working weekends as the notice states
them. A year that the library does not have yet is taken from there; where both have a day they must
agree, or `measures check` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import chinese_calendar

from measures_py.authoring.findings import Finding
from measures_py.authoring.source import Document
from measures_py.workdays import ONE_DAY, SATURDAY

LIBRARY = (min(chinese_calendar.holidays).year, max(chinese_calendar.holidays).year)


def calendar(data: dict[str, Any]) -> dict[str, Any]:
    """First and last year with every day that departs from the week, as ISO dates."""
    first, last = LIBRARY
    departing = {day: chinese_calendar.is_workday(day) for day in _departing()}
    for entry in data["years"]:
        last = max(last, int(entry["year"]))
        departing |= {day: works for day, works in _named(entry) if day.year > LIBRARY[1] or day not in departing}
    return {
        "first": first,
        "last": last,
        "off": [day.isoformat() for day in sorted(departing) if not departing[day] and day.weekday() < SATURDAY],
        "work": [day.isoformat() for day in sorted(departing) if departing[day] and day.weekday() >= SATURDAY],
    }


def findings(document: Document) -> Iterator[Finding]:
    """Where the file names days that do not exist, leaves a year out, or disagrees with the library."""
    expected = LIBRARY[1]
    for index, entry in enumerate(document.data["years"]):
        path = ("years", index)
        try:
            named = dict(_named(entry))
        except ValueError as error:
            yield document.finding(path, f"没有这样的日期：{error}", f"no such date: {error}")
            continue
        year = int(entry["year"])
        if year > expected + 1:
            yield document.finding(
                (*path, "year"), f"缺少 {expected + 1} 年", f"the year {expected + 1} is missing before it"
            )
        expected = max(expected, year)
        yield from _strange(document, index, year, named)
        if year <= LIBRARY[1]:
            yield from _disagreeing(document, index, year, named)


def _strange(document: Document, index: int, year: int, named: dict[date, bool]) -> Iterator[Finding]:
    for day, works in named.items():
        if day.year not in (year - 1, year) or (day.year < year and day.month < 12):
            yield document.finding(("years", index), f"{day} 不属于 {year} 年", f"{day} is not of {year}")
        if works and day.weekday() < SATURDAY:
            yield document.finding(("years", index, "work"), f"{day} 不是周末", f"{day} is not a weekend")


def _disagreeing(document: Document, index: int, year: int, named: dict[date, bool]) -> Iterator[Finding]:
    whole_year = (date(year, 1, 1) + timedelta(days=offset) for offset in range(366))
    for day in sorted({*named, *(day for day in whole_year if day.year == year)}):
        ours = named.get(day, day.weekday() < SATURDAY)
        if ours != chinese_calendar.is_workday(day):
            zh = f"{day}：这里是{'上班' if ours else '休息'}，chinesecalendar 相反"
            en = f"{day}: {'a working day' if ours else 'a rest day'} here, the opposite in chinesecalendar"
            yield document.finding(("years", index), zh, en)


def _departing() -> Iterable[date]:
    return {*chinese_calendar.holidays, *chinese_calendar.workdays}


def _named(entry: dict[str, Any]) -> Iterator[tuple[date, bool]]:
    for written in entry["off"]:
        first, _, last = written.partition("..")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            yield day, False
            day += ONE_DAY
    for written in entry["work"]:
        yield date.fromisoformat(written), True
