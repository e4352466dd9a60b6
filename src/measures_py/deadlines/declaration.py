"""Declaring imported goods in time, and the fee for declaring late (all imports)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_FLOOR, Decimal

from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_days, add_months
from measures_py.deadlines.result import Amount, Basis, Reading, Result, Status, standing
from measures_py.deadlines.wording import Value
from measures_py.workdays import ONE_DAY, Day

FEE_A_DAY = Decimal("0.0005")
THRESHOLD = Decimal(50)


def declare(case: Case) -> Result:
    """R14: within 14 days of the conveyance's declared entry; the 14th day does not move.

    Past three months the goods may be sold.
    """
    entered, judged = case.day("entered"), case.judged("declared")
    raw, sale = add_days(entered, 14), add_months(entered, 3)
    safe, start = case.calendar.on_or_before(raw), fee_start(case, entered)
    status = standing(judged, raw, Day.exact(raw))
    key = {Status.IN_TIME: "head_in_time"}.get(status, "head_late" if judged <= sale else "head_sale")
    if status is Status.IN_TIME and judged > safe.latest:
        key = "head_after_safe"
    values: dict[str, Value] = {"safe": safe, "raw": raw, "last": raw, "start": start, "sale": sale, "day": judged}
    return Result(
        status=status,
        headline=case.head(key, **values),
        dates={"safe": safe, "last": Day.exact(raw), "fee_start": start, "sale_after": Day.exact(sale)},
        readings=(Reading("fourteenth_day", Day.exact(raw), case.say("reading"), Basis.LAW, status),),
        explanations=(case.say("start_excluded", date=entered), case.say("fee_moves"), case.say("sale")),
        still_possible=_after(case, judged, raw, sale),
        marks=(*case.mark("entered"), *case.mark("declared")),
        windows=((add_days(entered, 1), raw),),
        act=case.say("act"),
    )


def _after(case: Case, judged: date, raw: date, sale: date) -> tuple[dict[str, str], ...]:
    if judged <= raw:
        return ()
    return (case.say("still_possible"),) if judged <= sale else (case.say("still_claim"),)


def fee_start(case: Case, entered: date) -> Day:
    """The day the fee starts: the 15th, or the next working day if that is a rest day."""
    return case.calendar.on_or_after(add_days(entered, 15))


def fee(case: Case) -> Result:
    """R15: 0.5 per mille a day, from the start to the declaration, both counted; yuan, small sums waived."""
    entered, judged = case.day("entered"), case.judged("declared")
    raw, start = add_days(entered, 14), fee_start(case, entered)
    # That the start moves off a rest day was seen in secondary material only.
    basis = Basis.LAW if start == Day.exact(add_days(entered, 15)) else Basis.OURS
    safe, free = case.calendar.on_or_before(raw), start.shift(-1)
    status = standing(judged, raw, free)
    keys = {Status.IN_TIME: "head_in_time", Status.BOUNDARY: "head_free", Status.CANNOT_TELL: "head_unknown"}
    values: dict[str, Value] = {"safe": safe, "free": free, "start": start, "day": judged}
    return Result(
        status=status,
        headline=case.head(keys.get(status, "head_fee"), **values, days=_span(_days(judged, start))),
        dates={"safe": safe, "last": free, "fee_start": start},
        readings=(Reading("start_moves", start, case.say("reading", start=start), basis, status),),
        amounts=_amounts(case, judged, start),
        explanations=(case.say("counting"), case.say("source")),
        still_possible=() if status is Status.IN_TIME else (case.say("still_possible"),),
        marks=(*case.mark("entered"), *case.mark("declared")),
        windows=((add_days(entered, 1), raw),),
        act=case.say("act"),
    )


def _days(judged: date, start: Day) -> tuple[int, int]:
    """The fewest and the most days of the fee, first and last included."""
    return max((judged - start.latest + ONE_DAY).days, 0), max((judged - start.earliest + ONE_DAY).days, 0)


def _span(pair: tuple[int, int]) -> str:
    low, high = pair
    return str(low) if low == high else f"{low}–{high}"


def charged(value: Decimal, days: int) -> Decimal:
    """The fee in whole yuan for that many days: fractions dropped, less than 50 waived."""
    amount = (value * FEE_A_DAY * days).to_integral_value(ROUND_FLOOR)
    return amount if amount >= THRESHOLD else Decimal(0)


def _amounts(case: Case, judged: date, start: Day) -> tuple[Amount, ...]:
    days = _days(judged, start)
    if not case.has("value") or days[1] == 0:
        return ()
    value = case.money("value")
    low, high = charged(value, days[0]), charged(value, days[1])
    total = f"{low}" if low == high else f"{low}–{high}"
    lines = (
        case.say("work_days", start=start, day=judged, days=_span(days)),
        case.say("work_fee", value=f"{value:f}", days=_span(days), total=total),
    )
    return (Amount("late_declaration_fee", "start_moves", case.say("amount"), low, high, lines),)
