"""Every savings lever against cases worked by hand and by a second method, and what must hold for any case at all."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py.call import call
from measures_py.model import LANGUAGES
from measures_py.money import amount, fen, typed
from measures_py.savings import FORMULAS, render
from measures_py.savings.lever import levers
from measures_py.savings.request import MOST_RANGES
from measures_py.store import store
from tests import second_savings
from tests.saving_cases import LEVERS, Worked, worked

CASES = worked()
POINTS = [case for case in CASES if not any(isinstance(value, dict) for value in case.inputs.values())]


def ask(lever: str, inputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The answer to a savings request; fails on errors."""
    request = {"lever": lever, "inputs": inputs, **more}
    answer: dict[str, Any] = json.loads(call("savings", json.dumps(request, ensure_ascii=False)))
    assert answer["ok"], answer
    return answer


def spread(figure: dict[str, Any]) -> str:
    """A figure of an answer as the cases write it."""
    low, high = figure["low"], figure["high"]
    return str(low) if low == high else f"{low}..{high}"


def holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether a figure of an answer lies within another."""
    return Decimal(outer["low"]) <= Decimal(inner["low"]) <= Decimal(inner["high"]) <= Decimal(outer["high"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_worked_by_hand(case: Worked) -> None:
    """Every result is the one worked out by hand, to the fen, and no other is given."""
    found = {name: spread(figure) for name, figure in ask(case.lever, case.inputs)["results"].items()}

    assert found == case.expect


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_worked_by_the_second_method(case: Worked) -> None:
    """Fractions, whole declarations and counting give the same, over points inside every range, too."""
    found = {
        name: f"{low:.2f}" if low == high else f"{low:.2f}..{high:.2f}"
        for name, (low, high) in second_savings.spread(case.lever, case.inputs).items()
    }

    assert found == case.expect


def test_there_are_enough_cases_and_every_lever_has_some() -> None:
    """At least 120 cases; no lever without one, and no formula without a lever."""
    assert len(CASES) >= 120
    assert {case.lever for case in CASES} == set(LEVERS) == set(FORMULAS) == set(second_savings.METHODS)


def test_every_measure_has_a_lever_or_a_sentence() -> None:
    """43 measures, each on one side only."""
    covered = {measure for lever in LEVERS.values() for measure in lever.measures}
    explained = set(levers(store()).explained)

    assert covered | explained == {f"m{number:02}" for number in range(1, 44)}
    assert covered & explained == set()


def evaluated(numbers: str) -> Fraction:
    """What a printed line of the working comes to, read as an auditor would."""
    text = numbers.split("≥")[0].replace(",", "")
    text = re.sub(r"(\d+(?:\.\d+)?)‰", r"(\1 ÷ 1000)", re.sub(r"(\d+(?:\.\d+)?)%", r"(\1 ÷ 100)", text))
    text = re.sub(r"\d+(?:\.\d+)?", lambda number: f"F('{number[0]}')", text)
    for sign, plain in (("×", "*"), ("÷", "/"), ("−", "-"), ("⌈", "up("), ("⌉", ")"), ("⌊", "down("), ("⌋", ")")):
        text = text.replace(sign, plain)
    assert re.fullmatch(r"[F('\d.)+*/\- updown]+", text), numbers
    return Fraction(eval(text, {"F": Fraction, "up": ceil, "down": floor}))


@pytest.mark.parametrize("case", POINTS, ids=lambda case: case.id)
def test_every_printed_line_comes_to_its_result(case: Worked) -> None:
    """An auditor who works out what is printed finds the figure beside it, to the fen where parts are rounded."""
    for line in ask(case.lever, case.inputs)["working"]:
        if line["result"]["low"] != line["result"]["high"]:
            continue  # the share of VAT is not known
        came = evaluated(line["numbers"])
        if "≥" in line["numbers"] and came < 50:
            came = Fraction(0)
        assert abs(came - Fraction(line["result"]["low"])) <= Fraction(1, 100), line


def test_every_sentence_and_line_is_said_in_some_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """No dead text: each text of each lever, each line, and each shared word is used by a worked case."""
    said: set[str] = set()
    original = render.say

    def recording(texts: dict[str, Any], key: str, **values: Any) -> dict[str, str]:
        said.add(json.dumps(texts[key]))
        return original(texts, key, **values)

    monkeypatch.setattr(render, "say", recording)
    seen: set[tuple[str, str]] = set()
    for case in CASES:
        answer = ask(case.lever, case.inputs)
        seen |= {(case.lever, line["id"]) for line in answer["working"]}
        said |= {json.dumps(bar["label"]) for bar in answer["bars"]}
    words = {key: json.dumps(text) for key, text in levers(store()).words.items()}
    wanted = {text for key, text in words.items() if key.startswith(("head_", "sensitive", "not_", "assumed", "bar_"))}
    wanted |= {json.dumps(text) for lever in LEVERS.values() for text in lever.texts.values()}

    assert {(id, line) for id, lever in LEVERS.items() for line in lever.lines} - seen == set()
    assert wanted - said == set()


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


FREIGHT = {"freight": "20000", "duty_rate": "8", "vat_rate": "13"}


def test_what_is_unknown_is_left_out_and_named_never_taken_for_zero() -> None:
    """No consumption tax line and a caveat that names it; the share of VAT anything from none to all, as our assumption."""
    answer = ask("domestic-freight", FREIGHT)
    assumed = {entry["name"]: entry for entry in answer["inputs"] if entry["provenance"]["kind"] == "assumption"}

    assert "consumption" not in [line["id"] for line in answer["working"]]
    assert answer["caveats"][0]["en"].startswith("Left empty, so not counted: ")
    assert "Consumption tax rate" in answer["caveats"][0]["en"]
    assert "消费税税率" in answer["caveats"][0]["zh"]
    assert assumed["vat_credited"]["value"] == {"low": "0", "high": "100"}
    assert set(assumed) == {"vat_credited", "day_base"}
    assert "float" not in answer["results"]
    assert answer["sensitive_to"] == "vat_credited"


def test_a_figure_of_the_law_says_which_and_since_when() -> None:
    """The late charge cites the article, its coming into force, and the day it was checked; 3‰ that it is secondary."""
    charge = ask("late-charge-waived", LEVERS["late-charge-waived"].example)["inputs"][-1]
    deemed = ask("domestic-freight", {**FREIGHT, "insurance_deemed": True})["inputs"][-1]
    report = ask("test-report-validity", LEVERS["test-report-validity"].example)["inputs"][-1]

    assert charge["provenance"]["kind"] == "law"
    assert charge["provenance"]["cite"] == "tariff-law.art-46"
    assert (charge["provenance"]["since"], charge["provenance"]["verified"]) == ("2024-12-01", "2026-11-23")
    assert deemed["provenance"]["how"] == "secondary"
    assert (report["value"], report["provenance"]["kind"], report["provenance"]["cite"]) == (
        "12",
        "notice",
        "m32.s4.c3",
    )


@pytest.mark.parametrize(
    ("lever", "inputs", "expected"),
    [
        ("gate-trips", {"trips": "60", "trip_cost": "400"}, None),
        ("gate-trips", {"trips": {"low": "50", "high": "70"}, "trip_cost": "400"}, "trips"),
        ("gate-trips", {"trips": {"low": "50", "high": "70"}, "trip_cost": {"low": "399", "high": "401"}}, "trips"),
        ("gate-trips", {"trips": {"low": "50", "high": "100"}, "trip_cost": {"low": "200", "high": "400"}}, None),
        ("gate-trips", {"trips": {"low": "0", "high": "0"}, "trip_cost": {"low": "200", "high": "400"}}, None),
        ("test-report-validity", {"months": {"low": "7", "high": "12"}, "packagings": "1", "report_cost": "100"}, None),
    ],
)
def test_what_moves_the_result_most(lever: str, inputs: dict[str, Any], expected: str | None) -> None:
    """The input whose range moves the main result most; null without ranges, for a tie, and when none moves it."""
    assert ask(lever, inputs)["sensitive_to"] == expected


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


def test_too_many_ranges_are_refused_at_once() -> None:
    """Nine ranges would take 512 corners; the ninth is refused, eight are answered."""
    names = [entry.name for entry in LEVERS["port-storage"].inputs if entry.ranged]
    assert len(names) > MOST_RANGES
    inputs: dict[str, Any] = {**LEVERS["port-storage"].example}
    for name in names[:MOST_RANGES]:
        inputs[name] = {"low": "1", "high": "2"}
    assert ask("port-storage", inputs)
    inputs[names[MOST_RANGES]] = {"low": "1", "high": "2"}
    refused = json.loads(call("savings", json.dumps({"lever": "port-storage", "inputs": inputs})))
    assert [error["code"] for error in refused["errors"]] == ["too_many_ranges"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1000", "1000"),
        ("1,000", "1000"),
        ("1,234,567.89", "1234567.89"),
        ("1 234 567.89", "1234567.89"),
        ("１，２３４．５０", "1234.50"),
        ("　２０", "20"),
        ("1.5万", "15000"),
        ("2,096万", "20960000"),
        ("0.10", "0.10"),
        ("", None),
        ("1,5", None),
        ("1,00", None),
        ("1000,000", None),
        ("1,234 567", None),
        ("1.234.567", None),
        ("-5", None),
        ("+5", None),
        ("1e30", None),
        ("NaN", None),
        ("1_000", None),
        ("8%", None),
        ("٣", None),
        ("1.", None),
        (".5", None),
        ("1、000", None),
        ("万", None),
    ],
)
def test_numbers_as_people_type_them(text: str, value: str | None) -> None:
    """Separators of thousands and full-width figures are read; what could mean two things is refused."""
    assert typed(text) == (None if value is None else Decimal(value))


def test_a_percentage_may_have_its_sign() -> None:
    """8, 8%, ８％ and 8 % are the same rate; 万 is none."""
    assert {typed(text, percent=True) for text in ("8", "8%", "８％", "8 %", "8.0")} == {Decimal(8)}
    assert typed("1万", percent=True) is None


def test_amounts_are_rounded_half_up_and_printed_with_a_true_minus() -> None:
    """Half a fen goes away from zero; a zero has no sign."""
    assert [str(fen(Decimal(text))) for text in ("0.005", "-0.005", "2.675", "-0.001")] == [
        "0.01",
        "-0.01",
        "2.68",
        "0.00",
    ]
    assert [amount(Decimal(text)) for text in ("1600", "-12.5", "-0.001")] == ["1,600.00", "−12.50", "0.00"]


@pytest.mark.parametrize("lever", sorted(LEVERS))
def test_each_example_is_answered_in_both_languages(lever: str) -> None:
    """The labelled example of every lever is a request that stands, shown without a hole, in balanced HTML."""
    for lang in LANGUAGES:
        answer = ask(lever, LEVERS[lever].example, show={"lang": lang, "root": "../", "key": "k"})
        html = answer["html"]
        assert html.count("<table") == html.count("</table>") >= 2
        assert amount(Decimal(answer["results"][answer["main"]]["low"])) in html
        assert "None" not in html
        assert "{" not in html
