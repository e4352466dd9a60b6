"""Verdicts and the board as HTML: what is said, where it links, and that nothing given can break out of it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from measures_py.authoring.read import notice
from measures_py.call import call
from measures_py.standing import GROUPS

DAY = "2026-11-23"
BULBS = {"flow": ["import"], "goods": ["bulbs"], "destination_district": "dalian", "onsite_clear": True}
SMALL = {
    "flow": ["import"],
    "consignment_value": "9999.99",
    "own_use": True,
    "removal_stage": "waiting_result",
    "applies_for_removal": True,
    "no_early_sale": True,
}


def shown(answers: dict[str, Any], lang: str = "en", **asked: Any) -> dict[str, Any]:
    """What is shown for these answers."""
    request = {"answers": answers, "as_of": DAY, **asked, "show": {"lang": lang, "root": "../"}}
    found: dict[str, Any] = json.loads(call("eligibility", json.dumps(request)))["shown"]
    return found


def html(measure: str, answers: dict[str, Any], lang: str = "en") -> str:
    """The verdicts on one measure."""
    found: str = shown(answers, lang, measures=[measure])["html"][measure]
    return found


def words(text: str) -> str:
    """The text without its marks."""
    return re.sub(r"<[^>]+>", " ", text)


def test_a_failed_condition_is_quoted_in_both_languages_and_linked_to_its_clause() -> None:
    """Bulbs stored in Dalian: the words about Shenyang, in Chinese with English, link to clause 7 of sentence 3."""
    text = html("m06", BULBS)
    assert '<a href="../measures/m06.html#s3-c7"><span lang="zh" class="quote">“存放于沈阳关区”</span>' in text
    assert "Yours to choose" in text
    assert "Shenyang Customs District" in words(text)
    assert '<span lang="en"' not in html("m06", BULBS, "zh")


def test_the_best_alternative_comes_first() -> None:
    """For bulbs, the limb about bulbs stands before the one about grain, which comes first in the notice."""
    assert re.findall(r'data-limb="([^"]+)"', html("m06", BULBS)) == ["m06.bulbs", "m06.grain"]
    assert shown(BULBS, measures=["m06"])["groups"][3] == {"id": "blocked", "measures": ["m06"]}


def test_an_amount_is_told_and_never_advised() -> None:
    """Over the limit the boundary is named as a condition, under a heading that says it is no advice."""
    text = words(html("m19", SMALL | {"consignment_value": "10000.00"}))
    assert "no advice" in text
    assert "RMB 10,000.00 itself excluded" in text
    assert "yours to decide" not in text


def test_what_customs_decides_and_what_is_unlisted_are_told_apart() -> None:
    """Consent and the unlisted risk rule of measure 19 each bear their own mark, and a next step follows."""
    text = words(html("m19", SMALL))
    assert re.search(r"Customs decides\s+“经海关同意”", text)
    assert re.search(r"not spelled out in the notice\s+“低风险低价值货物”", text)
    assert "What to do next" in text


def test_open_questions_are_counted_and_listed_once() -> None:
    """With nothing answered, each question of measure 19 is named once and leads to its field."""
    text = html("m19", {})
    assert re.findall(r'data-ask="([^"]+)"', text) == [
        "flow",
        "consignment_value",
        "removal_stage",
        "applies_for_removal",
        "no_early_sale",
    ]
    assert "5 answers are needed" in text


def test_dates_are_linked_where_the_measure_has_them() -> None:
    """Measure 30 leads to its date rules; a measure that is not about the reader to none."""
    assert 'href="../measures/m30.html#late-relief-application"' in html("m30", {"flow": ["import"]})
    assert "#packaging-test-report" not in html("m32", {"flow": ["import"], "goods": ["rice"]})


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("answers", [{}, BULBS, SMALL, {"flow": [], "goods": [], "matters": [], "role": []}])
def test_every_measure_is_well_formed_html_in_both_languages(answers: dict[str, Any], lang: str) -> None:
    """Tags are balanced, every link leads into a measure's page or to a question, and no page is promised anything."""
    for text in shown(answers, lang)["html"].values():
        parser = _Balanced()
        parser.feed(text)
        assert parser.open == []
        assert all(re.match(r"\.\./measures/m\d\d\.html#|#q-|\.\./savings\.html#lever=", link) for link in parser.links)
        assert not re.search(r"eligible|you qualify|\bNone\b|null", words(text))


def test_the_board_has_every_measure_once() -> None:
    """Six groups in the order of what to do next; the bar and the sentence say the same numbers."""
    found = shown(BULBS, detail="board")
    assert [group["id"] for group in found["groups"]] == [group.value for group in GROUPS]
    listed = sorted(measure for group in found["groups"] for measure in group["measures"])
    assert listed == [measure.id for measure in notice().measures]
    assert sum(map(int, re.findall(r"\d+", found["summary"]))) == 43
    assert f'aria-label="{found["summary"]}"' in found["bar"]


def test_a_board_is_small() -> None:
    """The words of the verdicts are not sent with the board: an answer is below 8 kB."""
    text = call(
        "eligibility",
        json.dumps({"answers": BULBS, "as_of": DAY, "detail": "board", "show": {"lang": "zh", "root": ""}}),
    )
    assert "verdicts" not in json.loads(text)
    assert len(text.encode()) < 8_000


@pytest.mark.parametrize("show", [{}, {"lang": "fr", "root": ""}, {"lang": "zh"}, "zh", 5])
def test_a_view_that_cannot_be_given_is_refused(show: Any) -> None:
    """Language and root are both needed."""
    found = json.loads(call("eligibility", json.dumps({"as_of": DAY, "show": show})))
    assert [error["field"] for error in found["errors"]] == ["show"]


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
