"""Savings requests: every error at once, impossible tariffs refused at their row, any text answered."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py.money import Range
from measures_py.savings.lever import levers
from measures_py.store import store
from tests.saving_cases import LEVERS
from tests.saving_requests import (
    answer,
    errors,
    freight,
    row,
    storage,
)

TIERS = "inputs.storage_tiers"


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("", {("", "not_json")}),
        ("x" * 10_000_000, {("", "too_long")}),
        ("[" * 30_000, {("", "too_deep")}),
        ({}, {("lever", "missing")}),
        ({"lever": "x", "show": 1}, {("lever", "unknown_name"), ("show", "wrong_type")}),
        ({"lever": 1e30, "csv": "fr"}, {("lever", "wrong_type"), ("csv", "unknown_name")}),
        ({"lever": "domestic-freight", "inputs": []}, {("inputs", "wrong_type")}),
        ({"lever": "domestic-freight"}, {("inputs.freight", "missing"), ("inputs.duty_rate", "missing"), ("inputs.vat_rate", "missing")}),
        ({**freight(), "extra": 1}, {("extra", "unknown_field")}),
        (freight(colour="red"), {("inputs.colour", "unknown_field")}),
        (freight(freight=20000), {("inputs.freight", "wrong_type")}),
        (freight(freight=1e30), {("inputs.freight", "wrong_type")}),
        (freight(freight="1e30"), {("inputs.freight", "bad_form")}),
        (freight(freight="NaN"), {("inputs.freight", "bad_form")}),
        (freight(freight="1,5"), {("inputs.freight", "bad_form")}),
        (freight(freight="-1"), {("inputs.freight", "bad_form")}),
        (freight(freight="0.001"), {("inputs.freight", "bad_form")}),
        (freight(freight="9" * 15), {("inputs.freight", "too_large")}),
        (freight(freight="9" * 60_000), {("inputs.freight", "bad_form")}),
        (freight(vat_rate="101"), {("inputs.vat_rate", "too_large")}),
        (freight(vat_rate="13.00001"), {("inputs.vat_rate", "bad_form")}),
        (freight(consumption_rate="100"), {("inputs.consumption_rate", "too_large")}),
        (freight(credit_days="1.5"), {("inputs.credit_days", "bad_form")}),
        (freight(credit_days=1.5), {("inputs.credit_days", "wrong_type")}),
        (freight(credit_days=True), {("inputs.credit_days", "wrong_type")}),
        (freight(day_base="366"), {("inputs.day_base", "unknown_name")}),
        (freight(insurance_deemed="yes"), {("inputs.insurance_deemed", "wrong_type")}),
        (freight(freight={}), {("inputs.freight.low", "missing"), ("inputs.freight.high", "missing")}),
        (freight(freight={"low": "2", "high": "1"}), {("inputs.freight", "low_above_high")}),
        (freight(freight={"low": "1", "high": "2", "mid": "1"}), {("inputs.freight.mid", "unknown_field")}),
        (freight(freight={"low": {"low": "1"}, "high": "2"}), {("inputs.freight.low", "wrong_type")}),
        (freight(freight="x", duty_rate="y", vat_rate="z"), {("inputs.freight", "bad_form"), ("inputs.duty_rate", "bad_form"), ("inputs.vat_rate", "bad_form")}),
        ({"lever": "tests-and-visits", "inputs": {"needed": "3", "still": "4", "test_cost": "1"}}, {("inputs.still", "above_other")}),
        ({"lever": "tests-and-visits", "inputs": {"needed": {"low": "3", "high": "9"}, "still": "4", "test_cost": "1"}}, {("inputs.still", "above_other")}),
        ({"lever": "tests-and-visits", "inputs": {"needed": "3", "still": "1"}}, {("inputs.test_cost", "one_needed")}),
        ({"lever": "port-storage", "inputs": {"boxes": "1"}}, {("inputs.storage_tiers", "one_needed")}),
        ({"lever": "port-storage", "inputs": {"boxes": "1", "storage_tiers": [row(1)]}}, {("inputs.storage_before", "missing")}),
        (storage([row(1)], own_store_rate="5"), {("inputs.own_store_days", "missing")}),
        (storage([row(6)], storage_free={"low": "1", "high": "5"}), {("inputs.storage_free", "wrong_type"), (f"{TIERS}[0].from_day", "tier")}),
        (storage("80"), {(TIERS, "wrong_type")}),
        (storage([]), {(TIERS, "wrong_type")}),
        (storage([row(1)] * 31), {(TIERS, "wrong_type")}),
        (storage([80]), {(f"{TIERS}[0]", "wrong_type")}),
        (storage([{}]), {(f"{TIERS}[0].from_day", "missing"), (f"{TIERS}[0].rate", "missing")}),
        (storage([row(1, per="box")]), {(f"{TIERS}[0].per", "unknown_field")}),
        (storage([row(1, "-5")]), {(f"{TIERS}[0].rate", "bad_form")}),
        (storage([row(0)]), {(f"{TIERS}[0].from_day", "too_small")}),
        (storage([row(1), row("6.5")]), {(f"{TIERS}[1].from_day", "bad_form")}),
        (storage([row(6)]), {(f"{TIERS}[0].from_day", "tier")}),
        (storage([row(1), row(1)]), {(f"{TIERS}[1].from_day", "tier")}),
        (storage([row(1), row(11), row(6), row(6)]), {(f"{TIERS}[2].from_day", "tier"), (f"{TIERS}[3].from_day", "tier")}),
        (storage([row(8)], storage_free="5"), {(f"{TIERS}[0].from_day", "tier")}),
        (storage([row(5)], storage_free="5"), {(f"{TIERS}[0].from_day", "tier")}),
        (storage([row(1)], storage_free="5"), {(f"{TIERS}[0].from_day", "tier")}),
        (storage([row(1, to_day=5), row(7)]), {(f"{TIERS}[0].to_day", "tier")}),
        (storage([row(1, to_day=6), row(6)]), {(f"{TIERS}[0].to_day", "tier")}),
        (storage([row(1, to_day=9)]), {(f"{TIERS}[0].to_day", "tier")}),
    ],
)  # fmt: skip
def test_every_error_of_a_case_comes_at_once(request_: Any, expected: set[tuple[str, str]]) -> None:
    """Each error names its field and a code; an impossible tariff is refused at its row."""
    assert expected <= errors("savings", request_)
    if not (isinstance(request_, dict) and request_.get("lever") == "port-storage"):
        assert errors("savings", request_) == expected


@pytest.mark.parametrize(
    ("rows", "free", "zh", "en"),
    [
        ([row(6)], None, "第1行应从第1天起（免费的天数单价填0），现为第6天", "row 1 should start at day 1"),
        ([row(1), row(1)], None, "第2行：第1天已在上一行", "row 2: day 1 already starts the row above"),
        ([row(1), row(6), row(3)], None, "第3行：第3天早于上一行的第6天", "row 3: day 3 comes before day 6"),
        ([row(8)], "5", "第1行从第8天起，与5天免费期之间有空档", "row 1 starts at day 8, which leaves a gap after 5"),
        ([row(4)], "5", "第1行从第4天起，与5天免费期重叠", "row 1 starts at day 4, within the 5 free days"),
        ([row(1, to_day=4), row(6)], None, "第1行到第4天为止，下一行从第6天起，中间有空档", "row 1 ends with day 4"),
        (
            [row(1, to_day=6), row(6)],
            None,
            "第1行到第6天为止，与从第6天起的下一行重叠",
            "row 1 ends with day 6 and overlaps",
        ),
        ([row(1), row(6, to_day=9)], None, "第2行是最后一行，第9天之后没有单价", "row 2 is the last one"),
    ],
)
def test_an_impossible_tariff_is_refused_with_the_reason_and_the_row(
    rows: list[dict[str, Any]], free: str | None, zh: str, en: str
) -> None:
    """A reader sees which row is wrong and why, in both languages."""
    (error,) = answer("savings", storage(rows, storage_free=free))["errors"]

    assert zh in error["zh"]
    assert en in error["en"]


def test_a_tariff_may_be_written_in_each_usual_way() -> None:
    """Free days apart, or as a first row at no charge, with last days or without, as text or as numbers: the same."""
    ways = [
        storage([row(6), row(11, "160")], storage_free="5"),
        storage([row(1, "0"), row(6), row(11, "160")]),
        storage([row(1, "0"), row(6), row(11, "160")], storage_free="5"),
        storage([row("1", "0", to_day="5"), row("６", "８０", to_day="10"), row("11", "160")]),
    ]
    amounts = {answer("savings", way)["results"]["permanent"]["low"] for way in ways}

    assert amounts == {"2880.00"}


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    """Whatever is sent, JSON comes back with errors."""
    for name in ("savings", "compare", "combine"):
        assert all(error["code"] != "internal" for error in answer(name, text)["errors"])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["1", "1,000", "12.5", "８%"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["low", "high", "from_day", "to_day", "rate", "inputs", "lever"]) | st.text(), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
NAMES = sorted({entry.name for lever in LEVERS.values() for entry in lever.inputs})
INPUTS = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6) | VALUES
LIKELY = st.fixed_dictionaries({}, optional={"lever": st.sampled_from(sorted(LEVERS)) | VALUES, "inputs": INPUTS, "times": VALUES, "goods": VALUES})  # fmt: skip


@given(
    st.sampled_from(["savings", "compare", "combine"]),
    st.fixed_dictionaries(
        {},
        optional={
            "lever": st.sampled_from(sorted(LEVERS)) | VALUES,
            "inputs": INPUTS,
            "cases": st.lists(LIKELY, max_size=3) | VALUES,
            "scope": st.sampled_from(["consignment", "year"]) | VALUES,
            "csv": st.sampled_from(["zh", "en"]) | VALUES,
            "show": st.just({"lang": "zh", "root": "", "key": "k"}) | VALUES,
        },
    ),
)
def test_any_json_gets_an_answer(name: str, request: dict[str, Any]) -> None:
    """The same for requests that look almost right."""
    found = answer(name, request)

    assert found["ok"] or all(error["code"] != "internal" for error in found["errors"])


@given(st.sampled_from(sorted(LEVERS)), st.data())
def test_an_example_with_anything_in_one_place_gets_an_answer(lever: str, data: st.DataObject) -> None:
    """One input of a case that stands replaced by any value at all, shown and as a file: never a fault of ours."""
    name = data.draw(st.sampled_from([entry.name for entry in LEVERS[lever].inputs]))
    inputs = {**LEVERS[lever].example, name: data.draw(VALUES)}
    found = answer(
        "savings", {"lever": lever, "inputs": inputs, "csv": "en", "show": {"lang": "en", "root": "", "key": "k"}}
    )

    assert found["ok"] or all(error["code"] != "internal" for error in found["errors"])


def test_describe_tells_everything_a_form_needs() -> None:
    """15 levers in the order of their references; each input labelled and bounded; 15 measures explained."""
    found = answer("describe", {})

    assert [lever["ref"] for lever in found["savings"]] == [
        *("L1", "L2", "L3", "L4", "L5a", "L5b", "L6"),
        *(f"L7{letter}" for letter in "abcdefgh"),
    ]
    assert len(found["savings_explained"]) == 15
    for lever in found["savings"]:
        assert lever["caveats"]
        assert lever["main"] in [result["id"] for result in lever["results"]]
        for entry in lever["inputs"]:
            assert entry["label"]["zh"]
            assert entry["help"]["en"]
            assert entry["bounds"] or entry["type"] in ("yes_no", "one_of")
            assert not entry["range"] or entry["type"] in ("money", "rate", "number", "integer")


def test_no_money_amount_is_ours() -> None:
    """What is taken for an unknown input is a choice or all that it can be; constants in yuan come from a law."""
    for lever in LEVERS.values():
        for entry in lever.inputs:
            assert not entry.otherwise or entry.input.type in ("one_of", "rate")
            assert entry.input.type != "rate" or entry.otherwise in ("", "0..100")
        for constant in lever.constants.values():
            assert constant.unit != "CNY" or constant.kind == "law"


def test_ranges_that_depend_on_nothing_add_and_subtract() -> None:
    """Ends add end by end; a difference runs from low less high to high less low."""
    one, two = Range(Decimal(1), Decimal(3)), Range(Decimal(10), Decimal(20))

    assert one.plus(two) == Range(Decimal(11), Decimal(23))
    assert two.minus(one) == Range(Decimal(7), Decimal(19))
    assert one.times(3) == Range(Decimal(3), Decimal(9))
    assert levers(store()).words["total_permanent"]["zh"]
