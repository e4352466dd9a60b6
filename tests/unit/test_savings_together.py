"""Several levers without a yuan counted twice, and two cases side by side."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.saving_cases import LEVERS
from tests.saving_requests import (
    CHECKS,
    FREIGHT,
    PREFERENCE,
    STORAGE,
    TRIPS,
    answer,
    case,
    errors,
)


def combine(*cases: dict[str, Any], scope: str = "consignment") -> dict[str, Any]:
    """The answer to a combination; fails on errors."""
    found = answer("combine", {"scope": scope, "cases": list(cases)})
    assert found["ok"], found
    return found


def test_levers_that_do_not_touch_are_added() -> None:
    """1600 of freight and 4×9×80 of storage make 4480 for good; cash at the border is the freight's alone."""
    found = combine(case("domestic-freight", FREIGHT), case("port-storage", STORAGE))

    assert found["results"]["permanent"]["low"] == "4480.00"
    assert found["results"]["border"]["low"] == "4408.00"
    assert found["left_out"] == []
    assert all(part["counted"] for part in found["cases"])


def test_two_levers_on_the_same_yuan_count_once_and_the_larger_stays() -> None:
    """Freight at 8% and preference from 8%: the freight's duty is in both; preference stays, with the reason told."""
    found = combine(case("domestic-freight", FREIGHT), case("preferential-rate", PREFERENCE))

    assert found["results"]["permanent"]["low"] == "80000.00"
    (left,) = found["left_out"]
    assert (left["index"], left["lever"], left["because_of"]["lever"]) == (0, "domestic-freight", "preferential-rate")
    assert (left["amount"]["low"], left["amount"]["high"]) == ("1600.00", "1600.00")
    assert "twice" in left["why"]["en"]
    assert "1" in found["headline"]["en"].rpartition(":")[2]


def test_with_the_preferential_rate_in_both_they_are_added() -> None:
    """Freight at the preferential rate of 0% adds its VAT only: the exact difference of the two whole declarations."""
    both = combine(case("domestic-freight", {**FREIGHT, "duty_rate": "0"}), case("preferential-rate", PREFERENCE))

    assert both["left_out"] == []
    # (1000000×8% + 1080000×13%) − (980000×0% + 980000×13%) = 220400 − 127400 = 93000
    assert both["results"]["border"]["low"] == "93000.00"


def test_the_same_lever_counts_once_for_the_same_goods() -> None:
    """The same boxes cannot leave early twice; other goods can."""
    cases = [case("port-storage", STORAGE), case("port-storage", {**STORAGE, "boxes": "2"})]
    once = combine(*cases, scope="year")
    apart = combine({**cases[0], "goods": "A"}, {**cases[1], "goods": "B"}, scope="year")

    assert once["results"]["permanent"]["low"] == "2880.00"
    assert [left["index"] for left in once["left_out"]] == [1]
    assert apart["results"]["permanent"]["low"] == "4320.00"
    assert apart["left_out"] == []


def test_a_cost_is_never_left_out() -> None:
    """Storage that costs more stays in the total although checks count the same days: leaving it out would flatter."""
    dearer = {**STORAGE, "storage_before": "3", "storage_after": "12"}
    found = combine(case("port-storage", dearer), case("fewer-checks", CHECKS), scope="year")

    assert found["results"]["permanent"]["low"] == "19520.00"  # 22400 − 2880
    assert found["left_out"] == []


def test_a_year_takes_each_case_as_often_as_it_occurs() -> None:
    """12 consignments with 1600 each and 60 trips make 43200; ranges are added end by end."""
    found = combine(
        case("domestic-freight", FREIGHT, times=12),
        case("gate-trips", {"trips": {"low": "50", "high": "60"}, "trip_cost": "400"}),
        scope="year",
    )

    assert (found["results"]["permanent"]["low"], found["results"]["permanent"]["high"]) == ("39200.00", "43200.00")


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ({}, {("scope", "unknown_name"), ("cases", "wrong_type")}),
        ({"scope": "week", "cases": [1]}, {("scope", "unknown_name"), ("cases[0]", "wrong_type")}),
        ({"scope": "year", "cases": []}, {("cases", "wrong_type")}),
        ({"scope": "year", "cases": [case("gate-trips", TRIPS)] * 21}, {("cases", "wrong_type")}),
        ({"scope": "consignment", "cases": [case("fewer-checks", CHECKS)]}, {("cases[0].lever", "excluded_scope")}),
        ({"scope": "consignment", "cases": [case("gate-trips", TRIPS, times=2)]}, {("cases[0].times", "unknown_field")}),
        ({"scope": "year", "cases": [case("gate-trips", TRIPS, times=0)]}, {("cases[0].times", "too_small")}),
        ({"scope": "year", "cases": [case("gate-trips", TRIPS, times="x", goods=3)]}, {("cases[0].times", "bad_form"), ("cases[0].goods", "wrong_type")}),
        (
            {"scope": "year", "cases": [case("gate-trips", {"trips": "x"}), case("?", {})]},
            {("cases[0].inputs.trips", "bad_form"), ("cases[0].inputs.trip_cost", "missing"), ("cases[1].lever", "unknown_name")},
        ),
    ],
)  # fmt: skip
def test_every_error_of_a_combination_comes_at_once(request_: Any, expected: set[tuple[str, str]]) -> None:
    """Errors of all cases together, each under its case."""
    assert errors("combine", request_) == expected


@given(st.lists(st.sampled_from(sorted(LEVERS)), min_size=1, max_size=8))
def test_a_total_is_the_sum_of_what_counts_and_never_more_than_all(names: list[str]) -> None:
    """Of the examples of any levers, for a year: what counts adds up, and nothing left out was a cost."""
    found = combine(*(case(name, LEVERS[name].example) for name in names), scope="year")
    for name, total in found["results"].items():
        own = [part["results"].get(name, {"low": "0", "high": "0"}) for part in found["cases"] if part["counted"]]
        assert Decimal(total["low"]) == sum(Decimal(figure["low"]) for figure in own)
        assert Decimal(total["high"]) == sum(Decimal(figure["high"]) for figure in own)
    out = {left["index"] for left in found["left_out"]}
    assert out == {part["index"] for part in found["cases"] if not part["counted"]}
    assert all(Decimal(left["amount"]["low"]) >= 0 for left in found["left_out"])
    counted = [part["lever"] for part in found["cases"] if part["counted"]]
    assert len(counted) == len(set(counted))
    for left in found["left_out"]:
        assert left["because_of"]["lever"] in counted


def test_an_exclusion_holds_from_either_side() -> None:
    """Which of the two files says it, and which case comes first, does not matter."""
    pairs = [(id, entry.lever) for id, lever in LEVERS.items() for entry in lever.excludes]
    assert len(pairs) >= 8
    for one, two in pairs:
        for first, second in ((one, two), (two, one)):
            cases = [case(name, LEVERS[name].example) for name in (first, second)]
            assert len(combine(*cases, scope="year")["left_out"]) == (0 if unless(one, two) else 1), (first, second)


def unless(own: str, other: str) -> bool:
    """Whether the examples of two levers may stand together."""
    entry = next(entry for entry in LEVERS[own].excludes if entry.lever == other)
    return bool(entry.unless and LEVERS[own].example[entry.unless[0]] == LEVERS[other].example[entry.unless[1]])


def compare(first: dict[str, Any], second: dict[str, Any], lever: str = "domestic-freight") -> dict[str, Any]:
    """The answer to a comparison; fails on errors."""
    found = answer("compare", {"lever": lever, "cases": [{"inputs": first}, {"inputs": second}]})
    assert found["ok"], found
    return found


def test_two_cases_stand_side_by_side_with_their_differences() -> None:
    """All credited against none: 2808 more for good, the same at the border."""
    found = compare(FREIGHT, {**FREIGHT, "vat_credited": "0"})

    assert found["differences"]["permanent"]["low"] == "2808.00"
    assert found["differences"]["border"]["low"] == "0.00"
    assert found["changed"] == ["vat_credited"]
    assert found["headline"]["en"] == "The second case saves RMB 2,808.00 more than the first."
    assert compare({**FREIGHT, "vat_credited": "0"}, FREIGHT)["headline"]["zh"] == "第一种比第二种多省2,808.00元。"
    assert compare(FREIGHT, FREIGHT)["headline"]["en"] == "The two cases save the same."


def test_a_difference_of_ranges_holds_every_difference_of_points() -> None:
    """1440–1600 against 1520: from −80 to 80, which of the two saves more cannot be told."""
    found = compare({**FREIGHT, "freight": {"low": "18000", "high": "20000"}}, {**FREIGHT, "freight": "19000"})

    assert (found["differences"]["permanent"]["low"], found["differences"]["permanent"]["high"]) == ("-80.00", "80.00")
    assert "either" in found["headline"]["en"]
    assert found["caveats"]


def test_every_error_of_both_cases_comes_at_once() -> None:
    """A comparison needs two cases that stand."""
    assert errors("compare", {"lever": "gate-trips"}) == {("cases", "wrong_type")}
    assert errors("compare", {"cases": [{}, 1], "lever": "gate-trips"}) == {
        ("cases[0].inputs.trips", "missing"),
        ("cases[0].inputs.trip_cost", "missing"),
        ("cases[1]", "wrong_type"),
    }
