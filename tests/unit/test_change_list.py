"""The list of changes: each breach is named, and what was once listed stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from measures_py.authoring.check import check
from measures_py.model import Notice
from tests.unit.conftest import Edit, line_of

FILE = "changes.yml"
FIRST = "- id: 2026-11-23-first-version\n  date: 2026-11-23\n"


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("kind: date_rule", "kind: news", "2026-11-23-dates.kind", "expected one of"),
        ("kind: date_rule", "kind: date_rule\n  author: me", "2026-11-23-dates.author", "unknown key"),
        ("languages: [zh, en]\n  title: {zh: 第一版", "title: {zh: 第一版", "2026-11-23-first-version", "languages"),
        ("languages: [en]", "languages: [fr]", "2026-11-23-english.languages[1]", "expected one of"),
        ("languages: [en]", "languages: [en, en]", "2026-11-23-english.languages", "given twice"),
        ("measures: [m06, m21]", "measures: [m06, m77]", "2026-11-23-whom-and-where.measures[2]", "there is no m77"),
        ("measures: [m06, m21]", "measures: [m06, m06]", "2026-11-23-whom-and-where.measures", "given twice"),
        ("measures: [m06, m21]", "measures: [m06, all]", "2026-11-23-whom-and-where.measures", "stands alone"),
        ("pages: [deadlines.html]", "pages: [dates.html]", "2026-11-23-dates.pages[1]", "there is no dates.html"),
        ("pages: [deadlines.html]", "pages: [measures/m19.html]", "2026-11-23-dates.pages[1]", "there is no measures/m19"),
        (FIRST, FIRST.replace("date: 2026-11-23", "date: 2026-11-22"), "2026-11-23-first-version.id", "begin with its date"),
        (FIRST, FIRST.replace("2026-11-23", "2026-02-30"), "2026-02-30-first-version.date", "no such day"),
        (FIRST, FIRST.replace("2026-11-23", "2026-11-24"), "2026-11-23-offline-copy.date", "new ones go last"),
        ("id: 2026-11-23-offline-copy", "id: 2026-11-23-first-version", "2026-11-23-first-version.id", "duplicate id"),
        ("id: 2026-11-23-offline-copy", "id: 2026-11-23-offline-zip", "change.2026-11-23-offline-copy", "is gone"),
        ("id: 2026-11-23-offline-copy", "id: 2026-11-23-offline-zip", "change.2026-11-23-offline-zip", "new public id"),
        ("id: 2026-11-23-offline-copy", "id: 2026-11-23-Offline copy", "2026-11-23-Offline copy.id", "expected the form"),
        ("zh: 整个网站打成", "zh: 全站打成", "2026-11-23-offline-copy.en", "stale"),
        ("{zh: 算期限, en:", "{zh: 计算期限, en:", "2026-11-23-dates.title.en", "stale"),
        ("Of the 22 date rules", "Of the 21 date rules", "2026-11-23-dates.en", "22"),
    ],
)  # fmt: skip
def test_each_kind_of_breach_is_found(data: Path, edit: Edit, old: str, new: str, key: str, expected: str) -> None:
    """Shape, order, days, ids, measures, pages, languages, stale English, figures: named with key and line."""
    edit(FILE, old, new)

    found = [(finding.key, finding.en) for finding in check(data)]

    assert any(own == key and expected in said for own, said in found), found


def test_a_finding_names_the_line(data: Path, edit: Edit) -> None:
    """An unknown measure is shown where it stands."""
    edit(FILE, "measures: [m06, m21]", "measures: [m06, m77]")

    (finding,) = check(data)

    assert (finding.file, finding.line) == (
        FILE if "/" not in finding.file else f"notice/{FILE}",
        line_of(data, FILE, "measures: [m06, m77]"),
    )


def test_a_missing_list_is_named(data: Path) -> None:
    """Without the file nothing is published as unchanged."""
    (data / FILE).unlink()

    assert any(finding.en == "this file is missing" and FILE in finding.file for finding in check(data))


def test_a_measure_has_the_changes_that_name_it(notice: Notice) -> None:
    """Measure 6, the newest first; what concerns all measures is not among them."""
    assert [change.id for change in notice.changes_of("m06")] == [
        "2026-11-23-whom-and-where",
        "2026-11-23-pictures",
        "2026-11-23-places-and-goods",
        "2026-11-23-dates",
    ]
    assert notice.changes_of("m02") == ()
