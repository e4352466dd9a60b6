"""Every savings lever against cases worked by hand and by a second method, and what must hold for any case at all."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

import pytest

from measures_py.call import call
from measures_py.model import LANGUAGES
from measures_py.money import amount, fen, typed
from measures_py.savings import FORMULAS, render
from measures_py.savings.lever import levers
from measures_py.savings.request import MOST_RANGES
from measures_py.store import store
from tests import second_savings
from tests.saving_cases import LEVERS, Worked, worked
from tests.saving_requests import ask

CASES = worked()
POINTS = [case for case in CASES if not any(isinstance(value, dict) for value in case.inputs.values())]


def spread(figure: dict[str, Any]) -> str:
    """A figure of an answer as the cases write it."""
    low, high = figure["low"], figure["high"]
    return str(low) if low == high else f"{low}..{high}"


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


BARE = {"freight": "20000", "duty_rate": "8", "vat_rate": "13"}


def test_what_is_unknown_is_left_out_and_named_never_taken_for_zero() -> None:
    """No consumption tax line and a caveat that names it; the share of VAT anything from none to all, as our assumption."""
    answer = ask("domestic-freight", BARE)
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
    deemed = ask("domestic-freight", {**BARE, "insurance_deemed": True})["inputs"][-1]
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
