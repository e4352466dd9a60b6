"""Paying duties and fines, and claiming back what was overpaid (measures 14, 35 and 39)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from measures_py.deadlines import forward
from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_days, add_months, next_month
from measures_py.deadlines.forward import Period
from measures_py.deadlines.result import Amount, Basis, Reading, Result, Status, standing
from measures_py.deadlines.wording import Value
from measures_py.money import fen
from measures_py.workdays import Day

LATE_CHARGE_A_DAY = Decimal("0.0005")
FINE_ADDED_A_DAY = Decimal("0.03")

# From this day overpaid tax may be reclaimed for three years; before, it was one.
TARIFF_LAW = date(2024, 12, 1)


def duty(case: Case) -> Result:
    """R12: within 15 days of completing the declaration; a late charge runs from the end of the period."""
    declared = case.day("declared")
    found = forward.period(case, declared, add_days(declared, 15), rolls=True)
    result = forward.outcome(case, "declared", "paid", found)
    return result._replace(amounts=_late_charges(case, _ends(found)))


def summary_duty(case: Case) -> Result:
    """R13: by the end of the fifth working day of the month after the declarations."""
    month = next_month(case.day("declared"))
    fifth = case.calendar.on_or_after(month, 5)
    judged, act = case.judged("paid"), case.say("act")
    status = standing(judged, fifth.earliest, Day.exact(fifth.earliest))
    if status is not Status.IN_TIME and judged <= fifth.latest:
        status = Status.CANNOT_TELL
    key = {Status.IN_TIME: "head_in_time", Status.CANNOT_TELL: "head_unknown"}.get(status, "head_late")
    if status is Status.IN_TIME and not fifth.known:
        key = "head_unknown"
    return Result(
        status=status,
        headline=case.head(key, safe=fifth, day=judged, act=act),
        dates={"safe": fifth, "last": fifth},
        readings=(Reading("fifth_working_day", fifth, case.say("reading"), Basis.LAW, status),),
        amounts=_late_charges(case, (("fifth_working_day", fifth),)),
        explanations=(case.say("counted_from", month=month), case.say("conditions")),
        still_possible=(case.say("still_possible"),) if status is not Status.IN_TIME else (),
        marks=(*case.mark("declared"), *case.mark("paid")),
        windows=((month, fifth.latest),),
        act=act,
    )


def fine(case: Case) -> Result:
    """R17: within 15 calendar days of receiving the decision; up to 3% of the fine a day may be added after it."""
    received = case.day("received")
    found = forward.period(case, received, add_days(received, 15), rolls=True)
    result = forward.outcome(case, "received", "paid", found)
    return result._replace(amounts=_added_fines(case, _ends(found)))


def refund(case: Case) -> Result:
    """R19: within three years of paying, if paid under the Tariff Law; earlier payments are not decided."""
    paid = case.day("paid")
    found = forward.period(case, paid, add_months(paid, 36), rolls=True)
    result = forward.outcome(case, "paid", "applied", found)
    if paid < TARIFF_LAW:
        result = _older_payment(case, paid, found, result)
    return _later_steps(case, result)


def _older_payment(case: Case, paid: date, found: Period, result: Result) -> Result:
    """Tax paid before the Tariff Law: in time under both laws, too late under both, or not to be told here."""
    judged, one_year = case.judged("applied"), add_months(paid, 12)
    older = forward.period(case, paid, one_year, rolls=True)
    status = standing(judged, one_year, older.last)
    if status is Status.PAST:
        status = Status.PAST if judged > found.last.latest else Status.CANNOT_TELL
    key = {Status.IN_TIME: "head_older_in_time", Status.PAST: "head_past"}.get(status, "head_older")
    reading = Reading(
        "one_year",
        older.last,
        case.say("reading_one_year", date=older.last),
        Basis.LAW,
        standing(judged, one_year, older.last),
    )
    values: dict[str, Value] = {"safe": older.safe, "last": found.last, "day": judged, "act": case.say("act")}
    return result._replace(
        status=status,
        headline=case.head(key, **values),
        dates={"safe": older.safe, "one_year": older.last, "last": found.last, "raw": Day.exact(found.raw)},
        readings=(reading, *result.readings),
        explanations=(*result.explanations, case.say("older_payment")),
        still_possible=() if status is Status.IN_TIME else (case.say("still_possible"),),
    )


def _later_steps(case: Case, result: Result) -> Result:
    """The day by which Customs gives notice, and the day by which the refund is to be completed, if asked for."""
    dates, marks = dict(result.dates), [*result.marks]
    if case.has("accepted"):
        dates["customs_answers"] = Day.exact(add_days(case.day("accepted"), 30))
        marks += case.mark("accepted")
    if case.has("notified"):
        finish = forward.period(case, case.day("notified"), add_months(case.day("notified"), 3), rolls=True)
        dates |= {"finish_safe": finish.safe, "finish_last": finish.last}
        marks += case.mark("notified")
    return result._replace(dates=dates, marks=tuple(marks))


def _ends(found: Period) -> tuple[tuple[str, Day], ...]:
    """The end of the period under each reading; the roll first, as it is the usual one."""
    raw = Day.exact(found.raw)
    return (("rolled", found.last),) if found.last == raw else (("rolled", found.last), ("plain", raw))


def _late(case: Case, last: Day) -> tuple[int, int]:
    """The fewest and the most days, both ends included, from the day after `last` to the day of payment."""
    judged = case.judged("paid")
    return max((judged - last.latest).days, 0), max((judged - last.earliest).days, 0)


def _late_charges(case: Case, ends: tuple[tuple[str, Day], ...]) -> tuple[Amount, ...]:
    """The late charge on the tax, under each reading of the last day; none in time or while the tax is unknown."""

    def charge(tax: Decimal, days: int) -> Decimal:
        return fen(tax * LATE_CHARGE_A_DAY * days)

    return _amounts(case, "late_charge", "tax", ends, charge)


def _added_fines(case: Case, ends: tuple[tuple[str, Day], ...]) -> tuple[Amount, ...]:
    """What may be added to the fine, at most the fine itself, under each reading of the last day."""

    def added(own: Decimal, days: int) -> Decimal:
        return min(fen(own), fen(own * FINE_ADDED_A_DAY * days))

    return _amounts(case, "added_fine", "fine", ends, added)


def _amounts(
    case: Case,
    id: str,
    base: str,
    ends: tuple[tuple[str, Day], ...],
    for_days: Callable[[Decimal, int], Decimal],
) -> tuple[Amount, ...]:
    if not case.has(base) or case.judged("paid") <= min(last.earliest for _, last in ends):
        return ()
    own, found = case.money(base), []
    for reading, last in ends:
        fewest, most = _late(case, last)
        span = (for_days(own, fewest), for_days(own, most))
        found.append(_amount(case, id, reading, last, own, span))
    return tuple(found)


def _amount(case: Case, id: str, reading: str, last: Day, base: Decimal, span: tuple[Decimal, Decimal]) -> Amount:
    low, high = span
    fewest, most = _late(case, last)
    days = str(fewest) if fewest == most else f"{fewest}–{most}"
    total = f"{low:f}" if low == high else f"{low:f}–{high:f}"
    lines = (
        case.say("work_days", last=last, paid=case.judged("paid"), days=days),
        case.say(f"work_{id}", base=f"{base:f}", days=days, total=total),
    )
    return Amount(id, reading, case.say(f"amount_{id}"), low, high, lines)
