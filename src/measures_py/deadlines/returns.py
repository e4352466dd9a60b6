"""Returned cross-border e-commerce exports (measure 9): free of tax within six months, accepted within a year."""

from __future__ import annotations

from datetime import date

from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_months
from measures_py.deadlines.result import Basis, Mark, Reading, Result, Status, standing
from measures_py.deadlines.wording import Value
from measures_py.workdays import Day

# Exports of these days fall under the verified announcement; those before and after it are not decided.
COVERED = (date(2026, 1, 1), date(2027, 12, 31))


def come_back(case: Case) -> Result:
    """R18: back within six months of export for freedom from tax, within a year of release at all; nothing rolls."""
    exported, judged = case.day("exported"), case.judged("returned")
    released = case.day("released") if case.has("released") else exported
    free, procedure = add_months(exported, 6), add_months(released, 12)
    if not COVERED[0] <= exported <= COVERED[1]:
        key = "before" if exported < COVERED[0] else "after"
        return _procedure_only(case, judged, procedure, f"head_{key}", Status.CANNOT_TELL)
    if case.says("food", answer=True):
        return _procedure_only(case, judged, procedure, "head_food", Status.IN_TIME)
    last = min(free, procedure)
    safe = case.calendar.on_or_before(last)
    status = standing(judged, last, Day.exact(last))
    key = {Status.IN_TIME: "head_in_time"}.get(status, "head_taxed" if judged <= procedure else "head_over")
    values: dict[str, Value] = {"safe": safe, "free": free, "procedure": procedure, "day": judged}
    still = ("still_taxed",) if judged <= procedure else ("still_ask",)
    return Result(
        status=status,
        headline=case.head(key, **values),
        dates={"safe": safe, "last": Day.exact(last), "procedure": Day.exact(procedure)},
        readings=(
            Reading("tax_free", Day.exact(free), case.say("reading_free", date=free), Basis.LAW, _at(judged, free)),
            _procedure(case, judged, procedure),
        ),
        explanations=(*_conditions(case), case.say("no_roll")),
        still_possible=() if status is Status.IN_TIME else tuple(case.say(key) for key in still),
        marks=_marks(case),
        windows=((min(exported, last), last),),
        act=case.say("act"),
    )


def _procedure_only(case: Case, judged: date, procedure: date, key: str, within: Status) -> Result:
    """Where freedom from tax does not apply or cannot be told, the time in which the goods may come back."""
    safe = case.calendar.on_or_before(procedure)
    status = within if judged <= procedure else Status.PAST
    return Result(
        status=status,
        headline=case.head(key, safe=safe, procedure=procedure),
        dates={"safe": safe, "last": Day.exact(procedure)},
        readings=(_procedure(case, judged, procedure),),
        explanations=(*_conditions(case), case.say("no_roll")),
        still_possible=(case.say("still_ask"),) if status is not Status.IN_TIME else (),
        marks=_marks(case),
        windows=((min(case.day("exported"), procedure), procedure),),
        act=case.say("act"),
    )


def _at(judged: date, limit: date) -> Status:
    return standing(judged, limit, Day.exact(limit))


def _procedure(case: Case, judged: date, procedure: date) -> Reading:
    why = case.say("reading_procedure", date=procedure)
    return Reading("procedure", Day.exact(procedure), why, Basis.LAW, _at(judged, procedure))


def _conditions(case: Case) -> tuple[dict[str, str], ...]:
    said = [case.say("original_state")]
    if not case.has("food"):
        said.append(case.say("no_food"))
    if not case.has("released"):
        said.append(case.say("release_assumed"))
    if case.says("mode", "1210") or not case.has("mode"):
        said.append(case.say("from_the_zone"))
    return tuple(said)


def _marks(case: Case) -> tuple[Mark, ...]:
    return (*case.mark("exported"), *case.mark("released"), *case.mark("returned"))
