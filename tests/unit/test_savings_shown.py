"""The savings calculators as the pages show them: what is carried over, what is an example, what a total holds."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

import pytest

from measures_py import carried
from measures_py.authoring import read
from measures_py.call import call
from measures_py.site import savings
from measures_py.site.savings import Savings
from measures_py.store import store
from tests.conftest import PROJECT

# What an address of a case holds beside the inputs (calculators/savings/case.js); no input may be named so.
APART = {"v", "lever", "example", "known", "against", "times", "goods", "list", "case"}
FREIGHT = {"freight": "20000", "duty_rate": "8", "vat_rate": "13"}


def asked(name: str, **request: Any) -> Any:
    """The answer to a request."""
    return json.loads(call(name, json.dumps(request)))


@pytest.fixture(scope="module")
def shown() -> Savings:
    """The project's savings as the pages show them."""
    return savings.savings(store())


def test_what_is_carried_over_exists_on_both_sides() -> None:
    """Each fact and each input of the mapping exists, and both are money."""
    described = asked("describe")
    facts = {fact["id"]: fact["type"] for fact in described["facts"]}
    levers = {
        lever["id"]: {entry["name"]: entry["type"] for entry in lever["inputs"]} for lever in described["savings"]
    }
    for lever, pairs in carried.FROM_FACTS.items():
        for fact, name in pairs.items():
            assert (facts[fact], levers[lever][name]) == ("money", "money")


def test_a_question_left_open_is_named_in_quotes() -> None:
    """Its question mark does not run into the marks of the list around it, also where it is the last of it."""
    told = asked("savings", lever="domestic-freight", inputs=FREIGHT)["caveats"][0]
    assert "：“保险费是按“货价＋运费”的3‰算的吗？”、" in told["zh"]
    assert ": “Is the insurance taken as 3‰ of goods plus freight?”; " in told["en"]


def test_an_answer_is_carried_into_the_address_and_marked() -> None:
    """A known value is filled in and named; an unknown one leaves only the lever."""
    answers = {"consignment_value": Decimal("9999.90")}
    assert carried.fragment("preferential-rate", answers) == "lever=preferential-rate&value=9999.9&known=value"
    assert carried.fragment("preferential-rate", {}) == "lever=preferential-rate"
    assert carried.fragment("gate-trips", answers) == "lever=gate-trips"


def test_a_verdict_leads_to_the_savings_with_what_is_known() -> None:
    """Measure 34 asked about a consignment of 9,800: the link to its lever carries the value."""
    answers = {"consignment_value": "9800", "flow": ["import"]}
    view = {"lang": "en", "root": "../"}
    answer = asked("eligibility", answers=answers, as_of="2026-11-23", measures=["m34"], detail="full", show=view)
    html = answer["shown"]["html"]["m34"]
    assert 'href="../savings.html#lever=preferential-rate&amp;value=9800&amp;known=value"' in html


def test_no_input_is_named_as_a_part_of_the_address() -> None:
    """The names that an address needs for itself, as the script has them, are free."""
    script = (PROJECT / "calculators" / "savings" / "case.js").read_text(encoding="utf-8")
    listed = re.search(r"const APART = \[(.*?)\]", script)
    assert listed
    assert set(re.findall(r'"(\w+)"', listed[1])) == APART
    names = {entry["name"] for lever in asked("describe")["savings"] for entry in lever["inputs"]}
    assert names & APART == set()


def test_example_figures_are_told_apart_from_the_readers() -> None:
    """Two of three figures are an example: the answer, the page and the file say so, the reader’s stays the reader’s."""
    view = {"lang": "en", "root": "", "key": "k"}
    answer = asked(
        "savings", lever="domestic-freight", inputs=FREIGHT, example=["duty_rate", "vat_rate"], csv="en", show=view
    )
    kinds = {entry["name"]: entry["provenance"]["kind"] for entry in answer["inputs"]}
    assert [kinds[name] for name in FREIGHT] == ["caller", "example", "example"]
    assert kinds["vat_credited"] == "assumption"
    assert answer["html"].count("example figure") == 2
    rows = list(csv.reader(io.StringIO(answer["csv"].lstrip("\ufeff"))))
    assert [row[7] for row in rows if row[0] == "Figures used"][:3] == ["you", "example figure", "example figure"]


@pytest.mark.parametrize("given", ["freight", [1], {"freight": True}])
def test_an_example_that_names_nothing_is_refused(given: Any) -> None:
    """What is no list of names is one error, in each operation."""
    case = {"inputs": FREIGHT, "example": given}
    one = asked("savings", lever="domestic-freight", **case)
    two = asked("compare", lever="domestic-freight", cases=[{"inputs": FREIGHT}, case])
    several = asked("combine", scope="year", cases=[{"lever": "domestic-freight", **case}])
    found = [[(error["field"], error["code"]) for error in answer["errors"]] for answer in (one, two, several)]
    assert found == [
        [("example", "wrong_type")],
        [("cases[1].example", "wrong_type")],
        [("cases[0].example", "wrong_type")],
    ]


def test_a_comparison_names_the_figures_that_differ() -> None:
    """One rate changed and one figure left out: two rows, the empty one said to be empty."""
    other = {**FREIGHT, "duty_rate": "15", "consumption_rate": "10"}
    view = {"lang": "en", "root": "", "key": "k"}
    answer = asked("compare", lever="domestic-freight", cases=[{"inputs": FREIGHT}, {"inputs": other}], show=view)
    table = answer["html"].split("What differs")[1].split("</table>")[0]
    text = re.sub(r"<[^>]+>", "|", table)
    assert "Duty rate|" in text
    assert re.search(r"8%\|+15%", text)
    assert re.search(r"left empty\|+10%", text)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_total_as_a_file_holds_every_case_and_why_one_is_left_out(lang: str) -> None:
    """The totals, the counted and the left-out case with its reason, the example named, the notice’s hash."""
    rate = {"value": "1000000", "rate_before": "8", "rate_after": "0", "vat_rate": "13"}
    cases = [
        {"lever": "domestic-freight", "inputs": FREIGHT, "example": ["freight"]},
        {"lever": "preferential-rate", "inputs": rate, "goods": ""},
    ]
    answer = asked("combine", scope="year", cases=cases, csv=lang)
    assert [case["example"] for case in answer["cases"]] == [["freight"], []]
    rows = list(csv.reader(io.StringIO(answer["csv"].lstrip("\ufeff"))))
    assert {len(row) for row in rows} == {8}
    total, counted, left_out = {"zh": ("合计", "计入", "没有计入"), "en": ("Total", "Counted", "Not counted")}[lang]
    permanent = answer["results"]["permanent"]
    assert next(row[4:6] for row in rows if row[0] == total) == [permanent["low"], permanent["high"]]
    assert [row for row in rows if row[0] == counted]
    reason = answer["left_out"][0]["why"][lang]
    assert any(reason in row[2] for row in rows if row[0] == left_out)
    assert any(row[7] in ("示例数字", "example figure") for row in rows if row[0] == left_out)
    assert any(re.fullmatch("[0-9a-f]{64}", row[1]) for row in rows)


@pytest.mark.parametrize("root", ["", "../"])
def test_each_example_on_a_page_is_told_as_one(shown: Savings, root: str) -> None:
    """Every lever has a worked example in both languages whose figures are called example figures, none the reader’s."""
    for lever in shown.levers:
        example = shown.example(lever, root)
        for lang, tag in (("zh", "示例数字"), ("en", "example figure")):
            assert tag in example.html[lang]
            assert 'class="badge calm caller"' not in example.html[lang]
            assert example.given[lang].endswith("。" if lang == "zh" else ".")


def test_what_nobody_need_enter_says_where_it_comes_from(shown: Savings) -> None:
    """The 3‰ of the insurance rule is shown on its form with the rule, linked, and how it was checked."""
    (lever,) = shown.of("m14")
    ((label, figure, source),) = shown.supplied(lever, "en", "../")
    assert (label != "", figure) == (True, "3‰")
    assert 'href="../' in source
    assert "secondary" in source


def test_every_measure_has_levers_or_a_sentence(shown: Savings) -> None:
    """Each of the 43 measures, and never both."""
    files, _ = read.read_files()
    for document in files.measures:
        id = document.data["id"]
        assert bool(shown.of(id)) != (id in shown.explained), id
