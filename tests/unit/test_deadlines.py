"""Every date rule against cases worked by hand, and what must hold for any case at all."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py import deadlines
from measures_py.call import call
from measures_py.deadlines.case import Case
from measures_py.deadlines.counting import add_months, last_before
from measures_py.deadlines.wording import written
from measures_py.proof.dates import Worked, departure, worked
from measures_py.store import Input, store
from measures_py.workdays import Day

CASES = worked()
DATES = st.dates(date(2020, 1, 1), date(2029, 12, 31))


def ask(rule: str, inputs: dict[str, Any], as_of: str) -> dict[str, Any]:
    """The answer to a deadline request; fails on errors."""
    answer: dict[str, Any] = json.loads(call("deadline", json.dumps({"rule": rule, "inputs": inputs, "as_of": as_of})))
    assert answer["ok"], answer
    return answer


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_worked_by_hand(case: Worked) -> None:
    """Status, dates, readings, outcomes and amounts are those worked out by hand."""
    assert departure(case) == ""


def test_there_are_enough_cases_and_every_rule_has_some() -> None:
    """At least 120 cases; no rule without one."""
    assert len(CASES) >= 120
    assert {case.rule for case in CASES} == set(store().rules) == set(deadlines.ALGORITHMS)


def test_every_sentence_of_the_data_is_said_in_some_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """No dead text: each text of each rule, and each shared one, is used by a worked case."""
    said: set[tuple[str, str]] = set()
    original = Case.say

    def recording(self: Case, key: str, **values: Any) -> dict[str, str]:
        said.add((self.rule.id if key in self.rule.texts else "", key))
        return original(self, key, **values)

    monkeypatch.setattr(Case, "say", recording)
    for case in CASES:
        ask(**case.request)
    known = {("", key) for key in store().words}
    known |= {(rule.id, key) for rule in store().rules.values() for key in rule.texts}

    assert known - said == set()


def inputs_of(entry: Input) -> st.SearchStrategy[Any]:
    """Valid answers to an input."""
    match entry.type:
        case "date":
            return DATES.map(str)
        case "money":
            return st.decimals(0, 10_000_000, places=2).map(str)
        case "integer":
            return st.integers(int(entry.low), int(entry.high))
        case "yes_no":
            return st.booleans()
    return st.sampled_from([choice.id for choice in entry.choices])


@st.composite
def requests(draw: st.DrawFn) -> dict[str, Any]:
    """Valid requests of any rule, optional inputs sometimes left out."""
    rule = draw(st.sampled_from(list(store().rules.values())))
    inputs: dict[str, Any] = {}
    for entry in rule.inputs:
        if not (entry.required or draw(st.booleans())):
            continue
        value = draw(inputs_of(entry))
        if entry.type == "date" and entry.not_before in inputs:
            value = max(value, inputs[entry.not_before])
        inputs[entry.name] = value
    return {"rule": rule.id, "inputs": inputs, "as_of": str(draw(DATES))}


def said(value: Any) -> list[dict[str, str]]:
    """Every bilingual sentence in an answer."""
    if isinstance(value, dict):
        own = [value] if set(value) >= {"zh", "en"} else []
        return own + [item for child in value.values() for item in said(child)]
    return [item for child in value for item in said(child)] if isinstance(value, list) else []


@given(requests())
def test_what_holds_for_any_case(request: dict[str, Any]) -> None:
    """Safe is not after last and a working day whenever known; windows and events are ordered; all is said twice."""
    answer = ask(**request)
    dates = answer["dates"]
    if "safe" in dates and "last" in dates:
        safe, last = (dates[name] for name in ("safe", "last"))
        assert (safe["date"] or safe["earliest"]) <= (last["date"] or last["earliest"])
        assert (safe["date"] or safe["latest"]) <= (last["date"] or last["latest"])
    if "safe" in dates and dates["safe"]["date"]:
        assert store().calendar.is_working_day(date.fromisoformat(dates["safe"]["date"])) is not False
    for day in [*dates.values(), *answer["readings"]]:
        assert day["date"] or day["earliest"] < day["latest"]
    line = answer["timeline"]
    assert all(first <= last for first, last in [*line["windows"], *line["rest"]])
    moments = [event["date"] for event in line["events"]]
    assert moments == sorted(moments)
    assert line["from"] < moments[0]
    assert all(event["alarm"] < event["date"] for event in answer["ics"]["events"])
    for text in said(answer):
        assert text["zh"]
        assert text["en"]
        assert "{" not in text["zh"] + text["en"]
    assert not re.search(r"eligib|qualif(y|ies) for", json.dumps(answer), re.IGNORECASE)


@given(requests())
def test_the_same_request_gives_the_same_bytes(request: dict[str, Any]) -> None:
    """Nothing depends on what was asked before, or on the clock."""
    text = json.dumps(request)

    assert call("deadline", text) == call("deadline", text)


ORDER = {"in_time": 0, "boundary": 1, "cannot_tell": 2, "past_ordinary_window": 3}

# Rules in which more time can only make things worse, with the input that names the event.
MONOTONE = {
    "advance-ruling-application": "planned",
    "advance-ruling-supplement": "told",
    "temporary-goods-return": "entered",
    "late-relief-application": "paid",
    "annual-relief-report": "year",
    "packaging-test-report": "issued",
    "duty-payment": "declared",
    "summary-duty-payment": "declared",
    "import-declaration": "entered",
    "late-declaration-fee": "entered",
    "fine-payment": "received",
    "self-inspection-extension": "limit",
}


@given(st.sampled_from(sorted(MONOTONE)), DATES, DATES, st.integers(0, 400))
def test_waiting_never_helps(rule: str, event: date, today: date, later: int) -> None:
    """A later day never stands better to the same period."""
    inputs: dict[str, Any] = {MONOTONE[rule]: event.year if MONOTONE[rule] == "year" else str(event)}
    before = ask(rule, inputs, str(today))["status"]
    after = ask(rule, inputs, str(today + timedelta(days=later)))["status"]

    assert ORDER[before] <= ORDER[after]


@given(
    st.sampled_from(["late-relief-application", "duty-payment", "temporary-goods-return"]), DATES, st.integers(1, 60)
)
def test_a_later_event_never_ends_sooner(rule: str, event: date, days: int) -> None:
    """Forward periods end later, or on the same day, when they begin later."""
    inputs = [{MONOTONE[rule]: str(day)} for day in (event, event + timedelta(days=days))]
    ends = [ask(rule, each, "2026-11-23")["dates"]["last"] for each in inputs]

    assert (ends[0]["date"] or ends[0]["latest"]) <= (ends[1]["date"] or ends[1]["latest"])


@given(DATES)
def test_a_period_counted_back_never_rolls_forward(planned: date) -> None:
    """An application on the last in-time day of either way of counting leaves three months by that way."""
    dates = ask("advance-ruling-application", {"planned": str(planned)}, "2026-11-23")["dates"]
    forward = last_before(planned, 3)

    assert add_months(forward, 3) < planned <= add_months(forward + timedelta(days=1), 3)
    assert dates["last"]["date"] <= str(max(forward, add_months(planned, -3) - timedelta(days=1)))


def test_months_clamp_and_do_not_add_up() -> None:
    """Twice six months after August 31 is not twelve months after it."""
    start = date(2026, 8, 31)

    assert add_months(start, 6) == date(2027, 2, 28)
    assert add_months(add_months(start, 6), 6) == date(2027, 8, 28)
    assert add_months(start, 12) == date(2027, 8, 31)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2024, 5, 31), -3) == date(2024, 2, 29)
    assert add_months(date(2026, 1, 15), -13) == date(2024, 12, 15)


def test_dates_are_written_as_each_language_writes_them() -> None:
    """2026年10月8日（周四） and Thu 8 Oct 2026; a bounded day as its two ends."""
    day = date(2026, 10, 8)

    assert written(day, "zh") == "2026年10月8日（周四）"
    assert written(day, "en") == "Thu 8 Oct 2026"
    assert written(Day(day, day + timedelta(days=1)), "en") == "a day between Thu 8 Oct 2026 and Fri 9 Oct 2026"
