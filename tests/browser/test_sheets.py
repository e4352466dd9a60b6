"""The sheets: one file by itself, styled over http under the policy, from disk, and alone; small and printable."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from measures_py.model import Notice
from measures_py.site import sheet_words, words
from tests.browser.test_accessibility import violations
from tests.browsing import Open

LANGS = [("zh", ""), ("en", "en/")]


@pytest.mark.parametrize(("lang", "folder"), LANGS)
def test_a_sheet_says_what_the_page_says(built: Path, notice: Notice, lang: str, folder: str) -> None:
    """Title, summary, table, both languages' sentences, open points, hash; no script, no link, nothing fetched."""
    for measure in notice.measures:
        path = built / folder / f"sheets/{measure.id}.html"
        html = path.read_text(encoding="utf-8")
        assert path.stat().st_size < 40_000, path
        assert not re.search(r"<(script|link|img|iframe)\b|\bsrc=|\burl\(|\shref=|\sstyle=", html), path
        told = " ".join(re.sub(r"<[^>]+>", "", html).replace("&amp;", "&").replace("&#39;", "'").split())
        expected = [measure.short_title.zh, measure.short_title.en, measure.summary[lang], measure.title.zh]
        expected += [(row.text or words.SILENT)[lang] for row in measure.glance]
        expected += [text for sentence in measure.sentences for text in (sentence.text.zh, sentence.text.en)]
        expected += [entry.text[lang] for entry in measure.leaves_open]
        expected += [notice.sha256, words.UNOFFICIAL[lang], f"m/{measure.id[1:]}.html"]
        assert [text for text in expected if " ".join(text.split()) not in told] == [], path


@pytest.mark.parametrize("way", ["http", "disk", "alone"])
def test_a_sheet_is_styled_wherever_it_is(
    visit: Open, request: pytest.FixtureRequest, built: Path, tmp_path: Path, way: str
) -> None:
    """Under the strict policy, from the folder, and as a lone file: dark where wanted, nothing off a phone's screen."""
    if way == "alone":
        shutil.copy(built / "en/sheets/m39.html", tmp_path / "惠企 #39.html")
        address = (tmp_path / "惠企 #39.html").as_uri()
    else:
        address = f"{request.getfixturevalue(way)}en/sheets/m39.html"
    page = visit(address, width=390, scheme="dark")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 25, 31)"
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize(("lang", "folder"), LANGS)
def test_a_sheet_is_accessible_and_prints(visit: Open, disk: str, lang: str, folder: str) -> None:
    """Axe finds nothing, light and dark; the longest and a short one print on one to three A4 pages."""
    for name in ("m39", "m03"):
        for scheme in ("light", "dark"):
            page = visit(f"{disk}{folder}sheets/{name}.html", width=390, scheme=scheme)
            assert violations(page) == []
        printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert 1 <= len(printed.pages) <= 3, name


@pytest.mark.parametrize(("lang", "folder"), LANGS)
def test_the_measure_offers_its_sheet(visit: Open, http: str, lang: str, folder: str) -> None:
    """A click downloads the sheet under a name that says what it is."""
    page = visit(f"{http}{folder}measures/m19.html")
    with page.expect_download() as download:
        page.locator("#cite ~ dl").get_by_role("link", name=sheet_words.LINK[lang]).click()

    assert download.value.suggested_filename == sheet_words.FILE_NAME[lang].format(19)
    page.goto(f"{http}{folder}sheets/m19.html")
    expect(page.locator("h1")).to_contain_text("19")
