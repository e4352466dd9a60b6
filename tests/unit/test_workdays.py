"""The working-day calendar against two other judges, and its bounds where nothing is published."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py.authoring import read
from measures_py.authoring.check import check
from measures_py.authoring.compile import compile_store
from measures_py.proof.days import FIRST, LAST, compared, every
from measures_py.store import from_json, store
from measures_py.workdays import Calendar, Day

CALENDAR = store().calendar


def test_the_notices_agree_on_every_day() -> None:
    """Each of the 2,557 days of 2020 to 2026, and each count from 2,497 of them, is what the State Council's notices say."""
    found = compared(CALENDAR)

    assert (found.days, found.counts) == (2557, 4 * (2557 - 60))
    assert found.differ == ()


def test_a_second_library_agrees_on_every_day() -> None:
    """`holidays` was written by other people from the same notices."""
    judge = holidays.country_holidays("CN", years=range(2020, 2027))

    assert [day for day in every(FIRST, LAST) if CALENDAR.is_working_day(day) is not judge.is_working_day(day)] == []


def test_a_wrong_day_is_noticed() -> None:
    """A calendar with one make-up Saturday too few differs on that day and in the counts over it."""
    wrong = Calendar(CALENDAR.first, CALENDAR.last, CALENDAR.off, CALENDAR.work - {date(2026, 2, 14)})

    differ = compared(wrong).differ
    assert differ[0] == "2026-02-14"
    assert "2026-02-14 +1" in differ


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
