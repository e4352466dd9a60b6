"""A case taken away and opened again: what is in the files, and what is told when something changed."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py import spreadsheet
from measures_py.call import call
from measures_py.rulebook import rulebook
from measures_py.store import store

DAY = "2026-11-23"
LATE = {"flow": ["import"], "matters": ["late_relief"], "tax_paid_on": "2026-03-10", "urgent_import": True}
ALL = {
    fact.id: list(fact.choices) if fact.type == "many_of" else next(iter(fact.choices), True)
    for fact in rulebook().facts.values()
    if fact.type in ("many_of", "one_of", "yes_no")
} | {"consignment_value": "10000.00", "tax_paid_on": "2026-01-01", "goods_move_on": "2027-03-01"}


def file(answers: dict[str, Any], format: str = "json", lang: str = "en") -> dict[str, Any]:
    """One file of a case."""
    request = {"answers": answers, "as_of": DAY, "format": format, "show": {"lang": lang, "root": ""}}
    found: dict[str, Any] = json.loads(call("save", json.dumps(request)))
    assert found["ok"]
    return found


def reopen(text: str, as_of: str = DAY, **more: Any) -> dict[str, Any]:
    """A saved text opened again."""
    found: dict[str, Any] = json.loads(call("reopen", json.dumps({"text": text, "as_of": as_of, **more})))
    return found


def edited(saved_answers: dict[str, Any], **changes: Any) -> str:
    """A saved case with some of its fields replaced."""
    return json.dumps(json.loads(file(saved_answers)["text"]) | changes)


@pytest.mark.parametrize("answers", [{}, LATE, ALL])
def test_an_unchanged_case_comes_back_whole(answers: dict[str, Any]) -> None:
    """Saved and opened on the same day under the same rules: the same answers, and no verdict differs."""
    text = file(answers)["text"]
    found = reopen(text)
    assert (found["answers"], found["dropped"], found["changes"]) == (answers, [], [])
    assert (found["same_notice"], found["same_rules"], found["saved_on"]) == (True, True, DAY)
    assert found["unchanged"] == len(rulebook().limbs)
    assert len(json.dumps({"text": text})) < 30_000


def test_the_file_bears_what_it_was_judged_under() -> None:
    """Hash of the notice, version of the rules, day, answers, and a verdict for each limb."""
    document = json.loads(file(LATE)["text"])
    assert document["notice_sha256"] == store().notice_sha256
    assert document["rules_sha256"] == store().rules_sha256 == json.loads(call("describe", "{}"))["rules_sha256"]
    assert [item["limb"] for item in document["verdicts"]] == [limb.id for limb in rulebook().limbs]


def test_another_day_is_told_as_the_cause() -> None:
    """Tax paid on 10 March 2026: on 23 November within the year, a year later past it."""
    found = reopen(file(LATE)["text"], "2027-11-23")
    [change] = found["changes"]
    assert (change["limb"], change["before"], change["after"]) == ("m30.late", "may_apply_customs_decides", "blocked")
    assert change["cause"] == "date"
    assert "→" in change["zh"]
    assert "A condition is not met" in change["en"]


def test_a_verdict_given_under_other_rules_is_told_as_such() -> None:
    """A file that says something else on the same answers and day can only come from other rules."""
    verdicts = json.loads(file(LATE)["text"])["verdicts"]
    other = [item | {"verdict": "blocked"} if item["limb"] == "m34" else item for item in verdicts]
    found = reopen(edited(LATE, verdicts=other, rules_sha256="0" * 64))
    assert found["same_rules"] is False
    assert [(item["limb"], item["cause"]) for item in found["changes"]] == [("m34", "rules")]


def test_limbs_that_are_new_or_gone_are_named() -> None:
    """A limb that the file lacks, and one that no rule has any more."""
    verdicts = json.loads(file({})["text"])["verdicts"]
    other = [item for item in verdicts if item["limb"] != "m19"] + [{"limb": "m19.old", "verdict": "blocked"}]
    found = reopen(edited({}, verdicts=other))
    assert {(item["limb"], item["cause"], item["before"] is None) for item in found["changes"]} == {
        ("m19", "new", True),
        ("m19.old", "gone", False),
    }


def test_what_cannot_be_read_is_named_and_all_else_kept() -> None:
    """An unknown question, an unknown choice beside a known one, an amount that is none; nothing becomes a no."""
    answers = LATE | {
        "colour": "red",
        "goods": ["unobtainium"],
        "role": ["trader", "pirate"],
        "consignment_value": "1e30",
    }
    found = reopen(edited({}, answers=answers))
    assert {error["field"] for error in found["dropped"]} == {
        "answers.colour",
        "answers.goods[0]",
        "answers.role[1]",
        "answers.consignment_value",
    }
    assert found["answers"] == LATE | {"role": ["trader"]}


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "not json", '{"format": "other"}', "[" * 50_000, "9" * 70_000]
)
def test_what_is_no_saved_case_is_refused(text: str) -> None:
    """Any other file gets one error and no answer."""
    found = reopen(text)
    assert found["ok"] is False
    assert found["errors"][0]["code"] in ("not_saved", "too_long")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    """Whatever is opened, and whatever is asked, nothing raises."""
    for answer in (reopen(text), json.loads(call("reopen", text)), json.loads(call("save", text))):
        assert answer["ok"] is False
        assert all(error["code"] != "internal" for error in answer["errors"])


@given(
    st.fixed_dictionaries(
        {"format": st.just("measures-case")},
        optional=dict.fromkeys(("schema", "as_of", "notice_sha256", "rules_sha256", "verdicts"), VALUES)
        | {"answers": st.dictionaries(st.sampled_from(list(rulebook().facts)), VALUES, max_size=4) | VALUES},
    )
)
def test_any_damaged_case_gets_an_answer(document: dict[str, Any]) -> None:
    """A file of the right kind is opened however damaged it is, in words of both languages."""
    for lang in ("zh", "en"):
        found = reopen(json.dumps(document), show={"lang": lang, "root": ""})
        assert found["ok"]
        assert found["html"].startswith("<p>")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_opens_in_a_spreadsheet(lang: str) -> None:
    """A byte order mark for Excel, CRLF, the same number of cells in each row, a row for each limb, the hashes."""
    text = file(ALL, "csv", lang)["text"]
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n")
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert {len(row) for row in rows} == {7}
    kind = {"zh": "措施", "en": "measure"}[lang]
    assert sum(row[0] == kind for row in rows) == len(rulebook().limbs)
    assert any(store().notice_sha256 in row for row in rows)
    assert any(store().rules_sha256 in row for row in rows)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet would run begins with an apostrophe instead."""
    assert spreadsheet.cell(text) == f'"\'{text}"'


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_paper_bears_all_that_lets_it_be_checked_later(lang: str) -> None:
    """Answers, day, both hashes and the caveat stand on the first page, which names all 43."""
    text = file(LATE, "paper", lang)["text"]
    summary = text.partition('<div class="details">')[0]
    for wanted in (store().notice_sha256, store().rules_sha256, DAY, "2026-03-10"):
        assert wanted in summary
    for number in range(1, 44):
        assert f"<b>{number}</b>" in summary


def test_a_format_that_is_not_known_is_refused() -> None:
    """Names and fields are checked as everywhere."""
    found = json.loads(call("save", json.dumps({"answers": {}, "as_of": DAY, "format": "pdf", "extra": 1})))
    assert {(error["field"], error["code"]) for error in found["errors"]} == {
        ("format", "unknown_name"),
        ("extra", "unknown_field"),
        ("show", "wrong_type"),
    }
