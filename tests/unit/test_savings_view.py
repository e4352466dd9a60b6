"""A savings answer as a file for a spreadsheet and as HTML."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures_py import spreadsheet
from measures_py.store import store
from tests.saving_cases import LEVERS
from tests.saving_requests import (
    FREIGHT,
    PREFERENCE,
    TRIPS,
    answer,
    case,
    row,
    storage,
)


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
    cell = spreadsheet.cell(text)
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
