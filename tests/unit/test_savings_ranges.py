"""What must hold for any case of any lever: ranges enclose, results move one way, taxes are whole differences."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import second_savings
from tests.saving_cases import LEVERS
from tests.saving_requests import ask, holds

NUMBERS = {
    "money": st.decimals(0, 3_000_000, places=2).map(str),
    "rate": st.decimals(0, 90, places=2).map(str),
    "number": st.decimals(0, 500, places=2).map(str),
}


def number_of(kind: str, low: str, high: str) -> st.SearchStrategy[str]:
    """A figure that an input takes."""
    if kind == "integer":
        return st.integers(int(low), min(int(high), 400)).map(str)
    return NUMBERS[kind]


TIERS = st.lists(st.tuples(st.integers(1, 9), st.decimals(0, 500, places=2)), min_size=1, max_size=4)


def tariff(rows: list[tuple[int, Decimal]]) -> list[dict[str, Any]]:
    """A tariff from day 1 on, in steps."""
    day, found = 1, []
    for step, rate in rows:
        found.append({"from_day": day, "rate": str(rate)})
        day += step
    return found


@st.composite
def cases(draw: st.DrawFn, ranges: int = 4) -> tuple[str, dict[str, Any]]:
    """A lever with inputs that stand, optional ones sometimes left out, some as ranges."""
    lever = draw(st.sampled_from(list(LEVERS.values())))
    inputs: dict[str, Any] = {}
    for entry in lever.inputs:
        kind, asked = entry.input.type, entry.input
        if entry.free or (kind == "integer" and not entry.ranged):
            continue
        if not (asked.required or draw(st.booleans())):
            continue
        if kind in ("yes_no", "one_of"):
            choices = [choice.id for choice in asked.choices]
            inputs[entry.name] = draw(st.booleans() if kind == "yes_no" else st.sampled_from(choices))
            continue
        low, high = sorted((draw(number_of(kind, asked.low, asked.high)) for _ in range(2)), key=Decimal)
        inputs[entry.name] = {"low": low, "high": high} if low != high and ranges else low
        ranges -= low != high and ranges > 0
    if lever.id == "port-storage":
        inputs["storage_tiers"] = tariff(draw(TIERS))
        inputs |= {name: inputs.get(name, "5") for name in ("storage_before", "storage_after")}
        for name in ("own_store_rate", "own_store_days"):
            inputs.setdefault(name, "3")
    if lever.id == "tests-and-visits":
        inputs.setdefault("test_cost", "100")
        inputs["still"] = "0"
    return lever.id, inputs


@given(cases(), st.data())
def test_a_range_holds_every_point_in_it(case: tuple[str, dict[str, Any]], data: st.DataObject) -> None:
    """Whatever point of the ranges is the true one, every result and every line lies within what was told."""
    lever, inputs = case
    whole = ask(lever, inputs)
    point: dict[str, Any] = {}
    for name, value in inputs.items():
        point[name] = value
        if isinstance(value, dict):
            whole_numbers = LEVERS[lever].asked(name).input.type == "integer"
            low, high = Decimal(value["low"]), Decimal(value["high"])
            inside = st.integers(int(low), int(high)) if whole_numbers else st.decimals(low, high, places=2)
            point[name] = str(data.draw(inside))
    if "vat_rate" in inputs and "vat_credited" not in inputs:
        point["vat_credited"] = str(data.draw(st.decimals(0, 100, places=4)))
    exact = ask(lever, point)

    for name, figure in exact["results"].items():
        assert holds(whole["results"][name], figure), (name, point)
    lines = {line["id"]: line["result"] for line in whole["working"]}
    assert all(holds(lines[line["id"]], line["result"]) for line in exact["working"])
    bars = {bar["id"]: bar for bar in whole["bars"]}
    for bar in exact["bars"]:
        if bar["id"] in bars:
            assert holds(bars[bar["id"]]["without"], bar["without"])
            assert holds(bars[bar["id"]]["with"], bar["with"])


@given(cases(ranges=0))
def test_any_point_comes_out_as_by_the_second_method(case: tuple[str, dict[str, Any]]) -> None:
    """The same to the fen for any figures, not only for those of the worked cases."""
    lever, inputs = case
    if "vat_rate" in inputs:
        inputs = {**inputs, "vat_credited": inputs.get("vat_credited", "100")}
    found = {name: Fraction(figure["low"]) for name, figure in ask(lever, inputs)["results"].items()}

    assert found == second_savings.found(lever, inputs)


RATES = st.decimals(0, 60, places=4)


@given(st.decimals("0.01", 9_999_999, places=2), st.decimals(0, 9_999_999, places=2), RATES, RATES, RATES)
def test_freight_saves_the_difference_of_two_whole_declarations(
    freight: Decimal, rest: Decimal, duty: Decimal, consumption: Decimal, vat: Decimal
) -> None:
    """For any rates and any rest of the consignment each tax saved is that difference, exactly."""
    inputs = {"freight": freight, "duty_rate": duty, "consumption_rate": consumption, "vat_rate": vat}
    lines = {
        line["id"]: line["result"]["low"]
        for line in ask("domestic-freight", {n: str(v) for n, v in inputs.items()})["working"]
    }
    rates = [Fraction(rate) / 100 for rate in (duty, consumption, vat)]
    with_, without = (second_savings.declaration(Fraction(value), *rates) for value in (rest + freight, rest))

    for name, one, two in zip(("duty", "consumption", "vat"), with_, without, strict=True):
        assert Fraction(lines[name]) == second_savings.fen(one - two)


# Inputs that can only raise (+) or only lower (-) the main result of their lever.
MONOTONE = [
    ("domestic-freight", "freight", 1),
    ("domestic-freight", "duty_rate", 1),
    ("domestic-freight", "consumption_rate", 1),
    ("domestic-freight", "vat_rate", 1),
    ("domestic-freight", "vat_credited", -1),
    ("port-storage", "storage_before", 1),
    ("port-storage", "storage_after", -1),
    ("port-storage", "drayage", -1),
    ("port-storage", "own_store_days", -1),
    ("tests-and-visits", "test_cost", 1),
    ("tests-and-visits", "paper_cost", -1),
    ("test-report-validity", "months", 1),
    ("test-report-validity", "report_cost", 1),
    ("guarantee-cost", "capital_rate", 1),
    ("guarantee-cost", "premium_rate", -1),
    ("guarantee-cost", "fee", -1),
    ("refund-sooner", "days", 1),
    ("late-duty-relief", "value", 1),
    ("fewer-checks", "check_cost", 1),
    ("fewer-checks", "remaining", -1),
    ("gate-trips", "trips", 1),
    ("preferential-rate", "rate_before", 1),
    ("preferential-rate", "rate_after", -1),
    ("late-charge-waived", "waived_share", 1),
    ("late-charge-waived", "days", 1),
    ("returned-goods", "rebate", -1),
    ("filings-saved", "after", -1),
    ("late-declaration-fee-avoided", "value", 1),
    ("berth-time", "hours", 1),
]  # fmt: skip


@pytest.mark.parametrize(("lever", "name", "sign"), MONOTONE)
def test_more_of_one_input_moves_the_result_one_way_only(lever: str, name: str, sign: int) -> None:
    """From the example on, along many steps of one input, the main result never turns back."""
    example = LEVERS[lever].example
    if "vat_credited" in example:
        example = {**example, "vat_credited": "40"}
    asked = LEVERS[lever].asked(name).input
    step = {"money": 1777, "rate": 2, "number": 3, "integer": 1}[asked.type]
    steps = [at * step for at in range(46) if Decimal(asked.low) <= at * step <= Decimal(asked.high)]
    main = LEVERS[lever].main
    given_ = [Decimal(ask(lever, {**example, name: str(step)})["results"][main]["low"]) for step in steps]

    assert given_ == sorted(given_, reverse=sign < 0)
    assert given_[0] != given_[-1]


@given(cases())
def test_what_holds_for_any_case(case: tuple[str, dict[str, Any]]) -> None:
    """Everything is said twice and filled in; each figure says where it comes from; the same request, the same bytes."""
    lever, inputs = case
    answer = ask(lever, inputs)
    again = ask(lever, inputs)

    assert answer == again
    assert list(answer["results"]) == [name for name in LEVERS[lever].results if name in answer["results"]]
    assert LEVERS[lever].main in answer["results"]
    for figure in answer["results"].values():
        assert Decimal(figure["low"]) <= Decimal(figure["high"])
        assert re.fullmatch(r"-?\d+\.\d\d", figure["low"])
    kinds = {entry["name"]: entry["provenance"]["kind"] for entry in answer["inputs"]}
    assert {name for name, kind in kinds.items() if kind == "caller"} == set(inputs)
    for line in answer["working"]:
        assert not re.search(r"[{}?]", line["numbers"]), line
    for text in said(answer):
        assert text["zh"]
        assert text["en"]
        assert "{" not in text["zh"] + text["en"]
    assert not re.search(r"eligib|qualif(y|ies) for", json.dumps(answer), re.IGNORECASE)


def said(value: Any) -> list[dict[str, str]]:
    """Every bilingual sentence in an answer."""
    if isinstance(value, dict):
        own = [value] if set(value) >= {"zh", "en"} else []
        return own + [item for child in value.values() for item in said(child)]
    return [item for child in value for item in said(child)] if isinstance(value, list) else []


@given(cases())
def test_what_moves_the_result_most_does(case: tuple[str, dict[str, Any]]) -> None:
    """Narrowing the named input to a point narrows the result; what is named is one of the ranges."""
    lever, inputs = case
    answer = ask(lever, inputs)
    name, main = answer["sensitive_to"], LEVERS[lever].main
    if name is None:
        return
    assert isinstance(inputs.get(name), dict) or name == "vat_credited"
    low = inputs[name]["low"] if name in inputs else "0"
    narrowed = ask(lever, {**inputs, name: low})["results"][main]
    assert holds(answer["results"][main], narrowed)
    assert (narrowed["low"], narrowed["high"]) != (answer["results"][main]["low"], answer["results"][main]["high"])
