"""The savings operations: every error at once, several levers without a yuan counted twice, two cases compared, CSV."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py.call import call
from measures_py.money import Range
from measures_py.savings import sheet
from measures_py.savings.lever import levers
from measures_py.store import store
from tests.saving_cases import LEVERS

FREIGHT = {"freight": "20000", "duty_rate": "8", "vat_rate": "13", "vat_credited": "100"}
PREFERENCE = {"value": "1000000", "rate_before": "8", "rate_after": "0", "vat_rate": "13", "vat_credited": "100"}
STORAGE = {"boxes": "4", "storage_before": "12", "storage_after": "3", "storage_tiers": [{"from_day": 1, "rate": "80"}]}
CHECKS = {"consignments": "400", "check_rate": "2", "check_cost": "3500", "remaining": "20"}
TRIPS = {"trips": "60", "trip_cost": "400"}


def answer(name: str, request: Any) -> dict[str, Any]:
    """The parsed answer to a request, which may be text already."""
    text = request if isinstance(request, str) else json.dumps(request)
    found: dict[str, Any] = json.loads(call(name, text))
    return found


def errors(name: str, request: Any) -> set[tuple[str, str]]:
    """Field and code of every error; each is told in both languages, and none is a fault of ours."""
    found = answer(name, request)
    assert found["ok"] is False, found
    for error in found["errors"]:
        assert error["zh"]
        assert error["en"]
        assert error["code"] != "internal", found
    return {(error["field"], error["code"]) for error in found["errors"]}


def freight(**inputs: Any) -> dict[str, Any]:
    """A request about freight with other inputs."""
    return {"lever": "domestic-freight", "inputs": {**FREIGHT, **inputs}}


def storage(rows: Any, **inputs: Any) -> dict[str, Any]:
    """A request about storage with another tariff."""
    return {"lever": "port-storage", "inputs": {**STORAGE, "storage_tiers": rows, **inputs}}


def row(first: Any, rate: Any = "80", **more: Any) -> dict[str, Any]:
    """A row of a tariff."""
    return {"from_day": first, "rate": rate, **more}


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


def combine(*cases: dict[str, Any], scope: str = "consignment") -> dict[str, Any]:
    """The answer to a combination; fails on errors."""
    found = answer("combine", {"scope": scope, "cases": list(cases)})
    assert found["ok"], found
    return found


def case(lever: str, inputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    """One case of a combination."""
    return {"lever": lever, "inputs": inputs, **more}


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


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("lever", sorted(LEVERS))
def test_the_working_as_a_file_reads_back(lever: str, lang: str) -> None:
    """A mark for Excel, eight columns in every row, every line of the working, numbers as numbers, the notice's hash."""
    found = answer("savings", {"lever": lever, "inputs": LEVERS[lever].example, "csv": lang})
    text = found["csv"]
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    assert {len(row) for row in rows} == {8}
    assert [row[4:6] for row in rows if row[0] in ("结果", "Result")] == [
        [figure["low"], figure["high"]] for figure in found["results"].values()
    ]
    assert [row[3].removeprefix("'") for row in rows if row[0] in ("计算过程", "Working")] == [
        line["numbers"] for line in found["working"]
    ]
    assert rows[-1][1] == store().notice_sha256
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for row in rows for cell in row)
    assert all(Decimal(cell) <= 0 for row in rows for cell in row if cell.startswith("-"))


@given(st.text())
def test_no_text_becomes_a_formula_of_a_spreadsheet(text: str) -> None:
    """Whatever a cell holds, it reads back as that text and does not begin like a formula."""
    cell = sheet._cell(text)
    (back,) = next(csv.reader(io.StringIO(cell, newline=""))) if text else [""]

    assert back.removeprefix("'") == text.removeprefix("'")
    assert not back.startswith(("=", "+", "@", "\t", "\r", "\n"))
    assert not back.startswith("-") or Decimal(back) <= 0


class Balanced(HTMLParser):
    """Checks that every element is closed in turn, and collects the text and the ids."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One more is open."""
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in ("br", "path", "rect"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The last one closes."""
        if tag not in ("path", "rect"):
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text stands."""
        self.text += data


VIEWS = [
    ("savings", {"lever": "domestic-freight", "inputs": {**FREIGHT, "freight": {"low": "18000", "high": "20000"}}}),
    ("savings", {"lever": "late-duty-relief", "inputs": LEVERS["late-duty-relief"].example}),
    ("savings", storage([row(1, "0"), row(6)], detention_before=None)),
    ("compare", {"lever": "gate-trips", "cases": [{"inputs": TRIPS}, {"inputs": {**TRIPS, "trips": "1"}}]}),
    ("combine", {"scope": "year", "cases": [case("domestic-freight", FREIGHT, times=2, goods="<b>&"), case("preferential-rate", PREFERENCE, goods="<b>&")]}),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "request_"), VIEWS)
def test_an_answer_as_html_is_whole(name: str, request_: dict[str, Any], lang: str) -> None:
    """Elements close in turn, ids stand once and bear the key, nothing typed becomes markup, every result is said."""
    found = answer(name, {**request_, "show": {"lang": lang, "root": "", "key": "k1"}})
    page = Balanced()
    page.feed(found["html"])

    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert all(id.startswith("k1") for id in page.ids)
    assert "<b>" not in found["html"]
    for figure in found.get("results", {}).values():
        assert f"{abs(Decimal(figure['low'])):,.2f}" in page.text
    assert "None" not in page.text


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

    assert one + two == Range(Decimal(11), Decimal(23))
    assert two - one == Range(Decimal(7), Decimal(19))
    assert one.times(3) == Range(Decimal(3), Decimal(9))
    assert levers(store()).words["total_permanent"]["zh"]
