"""A tariff by the day in tiers, as terminals and carriers print them: from which day on, how much a box and day."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from measures_py import requests
from measures_py.money import EXACT, plain
from measures_py.requests import Errors
from measures_py.store import Input

MOST_ROWS = 30
DAY = Input(name="day", type="integer", required=True, label={}, help={}, low="1", high="3650", unit="day", choices=())

# Why a row makes no tariff: Chinese, English.
REFUSED = {
    "twice": ("第{row}行：第{day}天已在上一行", "row {row}: day {day} already starts the row above"),
    "unordered": (
        "第{row}行：第{day}天早于上一行的第{other}天",
        "row {row}: day {day} comes before day {other} above it",
    ),
    "not_first": (
        "第{row}行应从第1天起（免费的天数单价填0），现为第{day}天",
        "row {row} should start at day 1 (rate 0 while it is free), not day {day}",
    ),
    "after_free": (
        "第{row}行从第{day}天起，与{other}天免费期之间有空档",
        "row {row} starts at day {day}, which leaves a gap after {other} free days",
    ),
    "within_free": (
        "第{row}行从第{day}天起，与{other}天免费期重叠",
        "row {row} starts at day {day}, within the {other} free days",
    ),
    "open_end": (
        "第{row}行是最后一行，第{day}天之后没有单价：请去掉截止日或者加一行",
        "row {row} is the last one, and after day {day} there is no rate: drop its last day or add a row",
    ),
    "gap": (
        "第{row}行到第{day}天为止，下一行从第{other}天起，中间有空档",
        "row {row} ends with day {day} and the next starts with day {other}: a gap",
    ),
    "overlap": (
        "第{row}行到第{day}天为止，与从第{other}天起的下一行重叠",
        "row {row} ends with day {day} and overlaps the next, which starts with day {other}",
    ),
}


class Tier(NamedTuple):
    """From that day on, the first day of the stay being 1, a box costs `rate` yuan a day."""

    from_day: int
    rate: Decimal


type Tiers = tuple[Tier, ...]


def read(value: Any, entry: Input, free: int | None, where: str, errors: Errors) -> Tiers | None:
    """The tiers of a request; None, with every impossible row noted, when they make no tariff.

    They start at day 1, or on the day after the `free` days where those are given apart.
    """
    if not isinstance(value, list) or not 0 < len(value) <= MOST_ROWS:
        errors.add(where, "wrong_type", None if isinstance(value, list) else value, *requests.TYPES["tiers"])
        return None
    before = len(errors.found)
    rows = [_row(item, entry, f"{where}[{index}]", errors) for index, item in enumerate(value)]
    if len(errors.found) > before:
        return None
    tiers = tuple(tier for tier, _ in rows if tier)
    _order(tiers, where, errors)
    if len(errors.found) == before:
        _start(tiers, free, where, errors)
        _ends(rows, where, errors)
    return tiers if len(errors.found) == before else None


def _row(item: Any, entry: Input, where: str, errors: Errors) -> tuple[Tier | None, int | None]:
    if not isinstance(item, dict):
        errors.add(where, "wrong_type", item, *requests.TYPES["object"])
        return None, None
    requests.known_fields(item, ("from_day", "to_day", "rate"), errors, f"{where}.")
    first = _day(item.get("from_day"), f"{where}.from_day", errors, required=True)
    last = _day(item.get("to_day"), f"{where}.to_day", errors, required=False)
    rate = requests.amount(item.get("rate"), "money", entry, f"{where}.rate", errors)
    return (Tier(first, rate) if first is not None and rate is not None else None), last


def _day(value: Any, where: str, errors: Errors, *, required: bool) -> int | None:
    if value is None and not required:
        return None
    found = requests.amount(value, "integer", DAY, where, errors)
    return None if found is None else int(found)


def _order(tiers: Tiers, where: str, errors: Errors) -> None:
    for index, (one, two) in enumerate(pairwise(tiers), start=1):
        if two.from_day <= one.from_day:
            why = "twice" if two.from_day == one.from_day else "unordered"
            _refuse(errors, why, f"{where}[{index}].from_day", index, two.from_day, one.from_day)


def _start(tiers: Tiers, free: int | None, where: str, errors: Errors) -> None:
    first, wanted = tiers[0].from_day, 1 if free is None else free + 1
    if first == wanted or (free is not None and first == 1 and _free_of_charge(tiers, free)):
        return
    why = "not_first" if free is None else "after_free" if first > wanted else "within_free"
    _refuse(errors, why, f"{where}[0].from_day", 0, first, free or 0)


def _free_of_charge(tiers: Tiers, free: int) -> bool:
    """Whether the tariff itself spells out the free days, as a first row at no charge."""
    return tiers[0].rate == 0 and (tiers[1].from_day == free + 1 if len(tiers) > 1 else True)


def _ends(rows: list[tuple[Tier | None, int | None]], where: str, errors: Errors) -> None:
    """A printed last day must meet the next row; after the last row there must be none."""
    for index, (_, last) in enumerate(rows):
        following = rows[index + 1][0] if index + 1 < len(rows) else None
        if last is None or (following and last + 1 == following.from_day):
            continue
        why = "open_end" if following is None else "gap" if last + 1 < following.from_day else "overlap"
        _refuse(errors, why, f"{where}[{index}].to_day", index, last, following.from_day if following else 0)


def _refuse(errors: Errors, why: str, where: str, index: int, day: int, other: int) -> None:
    zh, en = (text.format(row=index + 1, day=day, other=other) for text in REFUSED[why])
    errors.add(where, "tier", day, zh, en)


def cost(tiers: Tiers, days: Decimal) -> Decimal:
    """What one box costs that stays so many days; no less for a longer stay."""
    return sum((EXACT.multiply(rate, Decimal(count)) for count, rate in _steps(tiers, int(days))), Decimal(0))


def worked(tiers: Tiers, days: Decimal) -> str:
    """The same as it is written down: `5 × 80 + 2 × 160`."""
    steps = [f"{count} × {plain(rate)}" for count, rate in _steps(tiers, int(days)) if rate]
    return " + ".join(steps) or "0"


def _steps(tiers: Tiers, days: int) -> list[tuple[int, Decimal]]:
    """The days that fall into each tier, with its rate."""
    ends = [*(tier.from_day - 1 for tier in tiers[1:]), days]
    spans = ((min(end, days) - tier.from_day + 1, tier.rate) for tier, end in zip(tiers, ends, strict=True))
    return [(count, rate) for count, rate in spans if count > 0]
