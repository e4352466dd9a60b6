"""What a date rule finds: a standing, its dates under every reading, amounts, and what remains possible."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from measures_py.store import Say
from measures_py.workdays import Day

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Status(StrEnum):
    """Where the day that is judged stands. Names are public: add, never rename."""

    IN_TIME = "in_time"
    BOUNDARY = "boundary"
    PAST = "past_ordinary_window"
    OPEN = "open"
    TOO_EARLY = "too_early"
    INFORMATION = "information"
    CANNOT_TELL = "cannot_tell"


class Basis(StrEnum):
    """How firmly a reading stands."""

    IN_NOTICE = "in_notice"
    LAW = "verified_law"
    ANALOGY = "by_analogy"
    OURS = "our_assumption"


class Reading(NamedTuple):
    """One way to read the rule: the day it leads to, why, how firmly, and how the judged day stands."""

    id: str
    date: Day
    why: Say
    basis: Basis
    outcome: Status


class Amount(NamedTuple):
    """Money that follows from days, as a range in yuan, under one reading, with its working."""

    id: str
    reading: str
    label: Say
    low: Decimal
    high: Decimal
    working: tuple[Say, ...]


class Mark(NamedTuple):
    """A labelled day on the timeline; `kind` is event, today, safe, last, raw, window_start or window_end."""

    date: Day
    kind: str
    label: Say


class Result(NamedTuple):
    """The outcome of one rule for one case.

    `dates` maps the names safe, last, raw and others to days, in the order in which they are shown;
    `labels` says what each is. `act` is what is to be done, for the calendar entry; without it there
    is none.
    """

    status: Status
    headline: Say
    dates: Mapping[str, Day] = NOTHING
    labels: Mapping[str, Say] = NOTHING
    readings: tuple[Reading, ...] = ()
    amounts: tuple[Amount, ...] = ()
    explanations: tuple[Say, ...] = ()
    still_possible: tuple[Say, ...] = ()
    marks: tuple[Mark, ...] = ()
    windows: tuple[tuple[date, date], ...] = ()
    act: Say | None = None


def standing(day: date, sure: date, last: Day) -> Status:
    """How a day stands to a period that surely covers `sure` and, on the widest reading, runs to `last`."""
    if day <= sure:
        return Status.IN_TIME
    if day <= last.earliest:
        return Status.BOUNDARY
    return Status.CANNOT_TELL if day <= last.latest else Status.PAST
