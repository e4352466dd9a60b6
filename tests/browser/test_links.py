"""Pointing at things: a link into a sentence, citations, nearly right addresses, QR codes."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, expect

from measures_py.site.render import qr_code
from tests.browsing import Open

CLIPBOARD = "navigator.clipboard.readText()"


def test_a_link_into_a_sentence_marks_it_and_offers_the_other_language(visit: Open, site: str) -> None:
    """Only the sentence that was linked is marked; the offer leads to the same sentence in English and back."""
    page = visit(site + "measures/m19.html#s2")
    paper = "element => getComputedStyle(element).backgroundColor"
    assert page.locator("#s2").evaluate(paper) != page.locator("#s1").evaluate(paper)
    assert page.locator(".pointed:visible").count() == 1
    page.locator("#s2 .pointed a").click()
    page.wait_for_url("**/en/measures/m19.html#s2")
    page.locator("#s2 .pointed a").click()
    page.wait_for_url("**/measures/m19.html#s2")


def test_a_link_to_a_clause_marks_its_sentence(visit: Open, site: str) -> None:
    """`m/19.html#s2-c1` opens the sentence with the clause, and the offer is there; also in the whole notice."""
    page = visit(site + "en/m/19.html#s2-c1")
    page.wait_for_url("**/en/measures/m19.html#s2-c1")
    expect(page.locator("#s2 .pointed a")).to_have_text("这一句的中文页")
    page.goto(site + "notice.html#m19-s2")
    page.locator("#m19-s2 .pointed a").click()
    page.wait_for_url("**/en/notice.html#m19-s2")


def test_a_sentence_can_be_cited_with_its_words(visit: Open, http: str) -> None:
    """What is copied: the notice's words to the letter, where they stand, the day, the address."""
    page = visit(http + "measures/m33.html#s1")
    page.locator("#s1 .cite-sentence").click()
    expect(page.locator("#s1 .cite-sentence")).to_have_text("已复制")

    assert page.evaluate(CLIPBOARD) == (
        "大连海关. 大连海关43项惠企措施 第33项第1句：「提供“一次办理、全国通用”的“预裁定”服务。」（引自非官方中英对照）[EB/OL]. "
        f"[{date.today().isoformat()}]. {http}m/33.html#s1."
    )


@pytest.mark.parametrize(
    ("folder", "number", "expected"),
    [
        (
            "",
            0,
            "大连海关. 大连海关43项惠企措施 第19项：实施“低风险、低价值”商品口岸提货便利（非官方中英对照）[EB/OL]. "
            "[{day}]. {http}m/19.html.",
        ),
        ("", 2, "大连海关43项惠企措施 第19项：低风险、低价值商品先提离口岸 {http}m/19.html"),
        (
            "en/",
            3,
            "[43 Dalian Customs measures to support businesses, measure 19: Low-risk, low-value goods leave port "
            "first]({http}en/m/19.html)",
        ),
    ],
)
def test_a_measure_can_be_cited(visit: Open, http: str, folder: str, number: int, expected: str) -> None:
    """Each form has a button; what it copies has today's date and the address as the reader has it."""
    page = visit(http + folder + "measures/m19.html")
    page.locator("dl.cite .cite-copy").nth(number).click()
    expect(page.locator("dl.cite .cite-copy").nth(number)).to_have_text("Copied" if folder else "已复制")

    assert page.evaluate(CLIPBOARD) == expected.format(day=date.today().isoformat(), http=http)


def test_from_disk_a_citation_names_no_file_of_the_reader(visit: Open, disk: str) -> None:
    """A path on somebody's own computer is no address for others: the address in the folder stands there."""
    page = visit(disk + "en/measures/m19.html")
    expect(page.locator("dl.cite .cited-at").first).to_have_text("m/19.html")
    expect(page.locator("dl.cite .cited-at").nth(1)).to_have_text("en/m/19.html")


@pytest.mark.parametrize(
    ("typed", "reached"),
    [
        ("M/19.HTML", "measures/m19.html"),
        ("m/7.html#S2", "measures/m07.html#s2"),
        ("m/19", "measures/m19.html"),
        ("en/M19", "en/measures/m19.html"),
        ("measures/19.html", "measures/m19.html"),
        ("Measures/M19.html#s2-c1", "measures/m19.html#s2-c1"),
        ("m/19.html。", "measures/m19.html"),
        ("m/19.html)", "measures/m19.html"),
        ("EN/Finder.html", "en/finder.html"),
        ("deadlines/", "deadlines.html"),
    ],
)
def test_a_nearly_right_address_leads_to_the_page(visit: Open, http: str, typed: str, reached: str) -> None:
    """Another case, a missing zero or ending, a full stop copied along: the reader arrives all the same."""
    page = visit(http + typed)
    page.wait_for_url(http + reached)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("typed", ["m/44.html", "m/0.html", "measures/m119.html", "nowhere.html"])
def test_an_address_that_means_nothing_stays_on_the_page_that_says_so(visit: Open, http: str, typed: str) -> None:
    """There are 43 measures and no 44th: the reader is told, and led nowhere by guess."""
    page = visit(http + typed)
    expect(page.locator("h1")).to_have_text("没有这个页面")
    assert page.url == http + typed


def test_a_qr_code_leads_to_the_short_address(browser: Browser) -> None:
    """The code as the pages show it, read by another library, is the address in full."""
    page = browser.new_page()
    page.set_content(
        f'<div style="width: 12rem; background: #fff">{qr_code("https://example.org/43/en/m/19.html")}</div>'
    )
    image = page.locator("div").screenshot()
    page.close()
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(image)))

    assert found.text == "https://example.org/43/en/m/19.html"
