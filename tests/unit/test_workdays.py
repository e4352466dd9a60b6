"""The working-day calendar against two other judges, and its bounds where nothing is published."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py.authoring import read
from measures_py.authoring.check import check
from measures_py.authoring.compile import compile_store
from measures_py.store import from_json, store
from measures_py.workdays import Calendar, Day

CALENDAR = store().calendar
FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)

# Days off and working weekends of the State Council's notices, written down apart from the library (month/day).
NOTICES = {
    2020: ("1/1 1/24-2/2 4/4-4/6 5/1-5/5 6/25-6/27 10/1-10/8", "1/19 4/26 5/9 6/28 9/27 10/10"),
    2021: ("1/1-1/3 2/11-2/17 4/3-4/5 5/1-5/5 6/12-6/14 9/19-9/21 10/1-10/7", "2/7 2/20 4/25 5/8 9/18 9/26 10/9"),
    2022: ("1/1-1/3 1/31-2/6 4/3-4/5 4/30-5/4 6/3-6/5 9/10-9/12 10/1-10/7", "1/29 1/30 4/2 4/24 5/7 10/8 10/9"),
    2023: ("1/1-1/2 1/21-1/27 4/5 4/29-5/3 6/22-6/24 9/29-10/6", "1/28 1/29 4/23 5/6 6/25 10/7 10/8"),
    2024: ("1/1 2/10-2/17 4/4-4/6 5/1-5/5 6/10 9/15-9/17 10/1-10/7", "2/4 2/18 4/7 4/28 5/11 9/14 9/29 10/12"),
    2025: ("1/1 1/28-2/4 4/4-4/6 5/1-5/5 5/31-6/2 10/1-10/8", "1/26 2/8 4/27 9/28 10/11"),
    2026: ("1/1-1/3 2/15-2/23 4/4-4/6 5/1-5/5 6/19-6/21 9/25-9/27 10/1-10/7", "1/4 2/14 2/28 5/9 9/20 10/10"),
}


def every(first: date, last: date) -> list[date]:
    """Every day between two dates, both included."""
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]


def by_notice() -> dict[date, bool]:
    """Whether each day of 2020 to 2026 is a working day, from the notices alone."""
    works = {day: day.isoweekday() <= 5 for day in every(FIRST, LAST)}
    for year, (off, work) in NOTICES.items():
        for span in off.split():
            ends = [date(year, *map(int, end.split("/"))) for end in span.split("-")]
            works |= dict.fromkeys(every(ends[0], ends[-1]), False)
        works |= {date(year, *map(int, day.split("/"))): True for day in work.split()}
    return works


def test_the_notices_agree_on_every_day() -> None:
    """Each of the 2,557 days of 2020 to 2026 is what the State Council's notices say."""
    works = by_notice()

    assert len(works) == 2557
    assert [day for day in works if CALENDAR.is_working_day(day) is not works[day]] == []


def test_a_second_library_agrees_on_every_day() -> None:
    """`holidays` was written by other people from the same notices."""
    judge = holidays.country_holidays("CN", years=range(2020, 2027))

    assert [day for day in every(FIRST, LAST) if CALENDAR.is_working_day(day) is not judge.is_working_day(day)] == []


def test_a_day_by_day_counter_finds_the_same_neighbors() -> None:
    """The nearest and the fifth working day either way, from every day whose answer lies within the years."""
    works = by_notice()
    for day in every(FIRST + timedelta(days=30), LAST - timedelta(days=30)):
        for nth in (1, 5):
            for step, found in ((1, CALENDAR.on_or_after(day, nth)), (-1, CALENDAR.on_or_before(day, nth))):
                walked, left = day, nth - works[day]
                while left:
                    walked += timedelta(days=step)
                    left -= works[walked]
                assert found == Day.exact(walked), (day, nth, step)


def test_nothing_is_known_beyond_the_published_years() -> None:
    """Neither a weekday nor a weekend of an unpublished year is called anything."""
    assert (CALENDAR.first, CALENDAR.last) == (2004, 2026)
    assert CALENDAR.is_working_day(date(2027, 1, 4)) is None
    assert CALENDAR.is_working_day(date(2027, 1, 9)) is None
    assert CALENDAR.is_working_day(date(2003, 12, 31)) is None
    assert CALENDAR.is_working_day(date(2026, 12, 31)) is True


def test_bounds_rest_on_the_longest_rest_ever() -> None:
    """Ten days, from January 24 to February 2, 2020; stretches of five working days took up to fifteen."""
    assert CALENDAR.longest_rest == 10
    assert CALENDAR.on_or_after(date(2027, 2, 6)) == Day(date(2027, 2, 6), date(2027, 2, 16))
    assert CALENDAR.on_or_before(date(2027, 2, 28)) == Day(date(2027, 2, 18), date(2027, 2, 28))
    assert CALENDAR.on_or_after(date(2027, 2, 1), 5) == Day(date(2027, 2, 5), date(2027, 2, 15))


def test_bounds_stop_where_the_calendar_is_known() -> None:
    """Backwards from January 2027 the last working day of 2026 settles the matter."""
    assert CALENDAR.on_or_before(date(2027, 1, 2)) == Day(date(2026, 12, 31), date(2027, 1, 2))
    assert CALENDAR.on_or_before(date(2027, 1, 4), 5) == Day(date(2026, 12, 25), date(2026, 12, 31))
    assert CALENDAR.on_or_after(date(2026, 12, 31)) == Day.exact(date(2026, 12, 31))
    assert CALENDAR.on_or_after(date(2026, 12, 31), 2) == Day(date(2027, 1, 1), date(2027, 1, 11))


@given(st.integers(2005, 2026), st.dates(date(2005, 1, 1), date(2026, 12, 31)), st.integers(1, 8), st.booleans())
def test_a_calendar_cut_short_bounds_what_the_whole_one_knows(last: int, day: date, nth: int, back: bool) -> None:
    """Had publication stopped in any year, the bounds given then would have held the true day."""
    short = Calendar(CALENDAR.first, last, CALENDAR.off, CALENDAR.work)
    count = Calendar.on_or_before if back else Calendar.on_or_after
    truth, bounds = count(CALENDAR, day, nth), count(short, day, nth)

    # What a later year turned out to hold may exceed what the years before it had seen.
    if CALENDAR.knows(truth.earliest) and truth.known and _longest_known(short, nth) >= _longest_known(CALENDAR, nth):
        assert bounds.earliest <= truth.known <= bounds.latest


def _longest_known(calendar: Calendar, nth: int) -> int:
    return (calendar.on_or_after(date(2090, 1, 1), nth).latest - date(2090, 1, 1)).days


def test_the_end_of_the_last_year_may_still_move() -> None:
    """From December 29 on a later calendar has changed days before; such days are marked."""
    assert CALENDAR.settled(date(2026, 12, 28))
    assert not CALENDAR.settled(date(2026, 12, 29))
    assert CALENDAR.settled(date(2025, 12, 31))


def test_runs_of_rest_days_are_found_whole() -> None:
    """Spring Festival 2026 is one run of nine days between two working Saturdays."""
    found = list(CALENDAR.rests(date(2026, 2, 14), date(2026, 2, 28)))

    assert found == [(date(2026, 2, 15), date(2026, 2, 23))]
    assert list(CALENDAR.rests(date(2026, 12, 30), date(2027, 1, 5))) == []


@pytest.fixture
def add(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of the data whose calendar file has one more text at its end."""

    def write(text: str) -> Path:
        shutil.copytree(read.DATA.parent / "rules", tmp_path / "rules")
        folder = Path(shutil.copytree(read.DATA, tmp_path / "notice"))
        with (folder / "calendar.yml").open("a", encoding="utf-8") as file:
            file.write(text)
        return folder

    return write


YEAR_2027 = "  - {year: 2027, cites: calendar-2026.all, off: [2027-01-01..2027-01-03, 2027-02-05..2027-02-11], work: [2027-01-30]}\n"


def test_a_year_can_be_added_by_hand(add: Callable[[str], Path]) -> None:
    """A year that the library lacks is taken from the file, and the horizon moves."""
    folder = add(YEAR_2027)
    calendar = from_json(compile_store(read.read_files(folder)[0])).calendar

    assert [finding.en for finding in check(folder)] == []
    assert calendar.last == 2027
    assert calendar.is_working_day(date(2027, 2, 8)) is False
    assert calendar.is_working_day(date(2027, 1, 30)) is True
    assert calendar.is_working_day(date(2027, 1, 4)) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (YEAR_2027.replace("2027", "2028"), "the year 2027 is missing"),
        (YEAR_2027.replace("calendar-2026.all", "calendar-2027.all"), "there is no calendar-2027.all"),
        (YEAR_2027.replace("2027-01-30", "2027-02-30"), "no such date"),
        (YEAR_2027.replace("2027-01-30", "2027-01-29"), "not a weekend"),
        (YEAR_2027.replace("work: [2027-01-30]", "work: [2025-01-25]"), "is not of 2027"),
        ("  - {year: 2025, cites: calendar-2026.all, off: [2025-01-01], work: []}\n", "2025-01-26: a rest day here"),
    ],
)
def test_a_wrong_year_is_found(add: Callable[[str], Path], text: str, expected: str) -> None:
    """Gaps, missing citations, impossible days and disagreement with the library are findings."""
    assert any(expected in finding.en for finding in check(add(text)))
