"""`eligibility` through the one entry point: answers, errors, and what a reader is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from measures_py.call import call
from measures_py.rulebook import rulebook

DAY = "2026-11-23"


def ask(**request: Any) -> dict[str, Any]:
    """The answer to one request."""
    found: dict[str, Any] = json.loads(call("eligibility", json.dumps({"as_of": DAY, **request})))
    return found


def verdict(limb: str, **answers: Any) -> dict[str, Any]:
    """The verdict on one limb."""
    found = ask(answers=answers, measures=[limb.partition(".")[0]])
    return next(item for item in found["verdicts"] if item["limb"] == limb)


def test_no_answer_is_never_a_no() -> None:
    """With nothing answered, no limb is blocked, outside or met, and there is something to ask."""
    found = ask(answers={})
    assert {item["verdict"] for item in found["verdicts"]}.isdisjoint(
        {"blocked", "not_applicable", "text_conditions_met"}
    )
    assert found["next"][0]["settles"] > 0


def test_short_answers_say_the_same_in_less() -> None:
    """Without detail each verdict keeps its words, and the whole answer is a fraction of the full one."""
    answers = {"flow": ["import"], "goods": ["bulbs"]}
    full, short = ask(answers=answers), ask(answers=answers, detail="short")
    assert short["next"] == full["next"]
    for one, other in zip(short["verdicts"], full["verdicts"], strict=True):
        assert one == {key: other[key] for key in one}
    assert len(json.dumps(short)) < len(json.dumps(full)) / 3
    assert ask(answers={}, detail="long")["errors"][0]["field"] == "detail"


def test_null_is_the_same_as_absence() -> None:
    """A null answer changes not one byte."""
    assert ask(answers={"goods": None, "credit": None}) == ask(answers={})


def test_every_error_comes_at_once_with_its_field() -> None:
    """Unknown facts, values outside the choices and wrong types are all named."""
    found = ask(
        answers={"colour": "red", "flow": ["sideways"], "goods": "rice", "consignment_value": 1e30, "own_use": "yes"},
        measures=["m99"],
        extra=1,
    )
    assert not found["ok"]
    assert {(error["field"], error["code"]) for error in found["errors"]} == {
        ("extra", "unknown_field"),
        ("answers.colour", "unknown_field"),
        ("answers.flow[0]", "unknown_name"),
        ("answers.goods", "wrong_type"),
        ("answers.consignment_value", "wrong_type"),
        ("answers.own_use", "wrong_type"),
        ("measures[0]", "unknown_name"),
    }


@pytest.mark.parametrize("value", ["-1", "1e30", "NaN", "", "10000.001", "99999999999999"])
def test_an_amount_that_is_none_is_refused(value: str) -> None:
    """An amount is a decimal text within bounds."""
    found = ask(answers={"consignment_value": value})
    assert [error["field"] for error in found["errors"]] == ["answers.consignment_value"]


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"answers": [], "as_of": 5}', '{"measures": "m19"}'])
def test_any_text_gets_an_answer(text: str) -> None:
    """Nothing raises."""
    assert json.loads(call("eligibility", text))["ok"] is False


def test_the_amount_is_told_as_a_condition_and_never_as_advice() -> None:
    """Over the limit, nobody is advised to declare less; the boundary itself is given."""
    found = verdict("m19", flow=["import"], consignment_value="12000")
    assert found["verdict"] == "blocked"
    assert found["changes"] == []
    [[condition]] = found["conditions"]
    assert condition["how"] == "condition"
    assert condition["test"] == {"op": "below", "limit": "10000.00", "holds": True}
    assert "10,000.00" in condition["en"]


def test_a_lawful_change_is_offered_cheapest_first() -> None:
    """Storage may be chosen otherwise, and that alone lifts the no for bulbs."""
    found = verdict("m06.bulbs", flow=["import"], goods=["bulbs"], destination_district="dalian")
    [[change]] = found["changes"]
    assert (change["fact"], change["how"]) == ("destination_district", "choice")
    assert change["test"]["values"] == ["shenyang"]


def test_goods_cannot_be_argued_away() -> None:
    """Outside by its goods, a case gets no advice, only the condition."""
    found = verdict("m06.bulbs", flow=["import"], goods=["iron_ore"])
    assert found["verdict"] == "not_applicable"
    assert found["changes"] == []
    assert [item["fact"] for item in found["conditions"][0]] == ["goods"]


def test_the_sentence_is_made_from_the_deciding_answer_only() -> None:
    """One failed condition of five answers is all that the sentence names."""
    found = verdict("m06.bulbs", flow=["import"], goods=["bulbs"], destination_district="dalian", onsite_clear=True)
    assert [item["fact"] for item in found["because"]] == ["destination_district"]
    assert "存放于沈阳关区" in found["headline"]["zh"]
    assert "现场检查" not in found["headline"]["zh"]


def test_traps_of_the_facts() -> None:
    """Two credit tiers are AEO, Dalian's district has six cities, a county-level city is told not to count."""
    facts = rulebook().facts
    assert [id for id, label in facts["credit"].choices.items() if "AEO" in label["en"]] == [
        "advanced_certified",
        "certified",
    ]
    for city in ("大连", "营口", "鞍山", "本溪", "丹东", "盘锦"):
        assert city in facts["destination_district"].help["zh"]
    assert "庄河市" in facts["recommender"].help["zh"]
    assert "大连市" in facts["recommender"].choices["plan_city_science"]["zh"]


def test_describe_lists_every_fact_with_what_asks_for_it() -> None:
    """Each fact has a label and help in both languages, and at least one clause."""
    for fact in json.loads(call("describe", "{}"))["facts"]:
        assert fact["why"], fact["id"]
        assert all(fact[key][lang] for key in ("label", "help") for lang in ("zh", "en"))
        assert fact["changeable"] in ("fixed", "choice", "undertake", "document", "authority")


def test_the_first_questions_are_about_the_goods_and_where_they_go() -> None:
    """With nothing known, direction, goods and the tick list settle most."""
    assert {item["fact"] for item in ask(answers={})["next"][:3]} == {"flow", "goods", "matters"}
