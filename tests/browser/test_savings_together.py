"""Savings compared, added up, printed and taken away; and all of it on a phone."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.savings_page import FREIGHT, PATIENCE, do, fill, form, headline
from tests.browser.test_accessibility import violations
from tests.browsing import Open


def test_two_cases_are_compared(visit: Open, site: str) -> None:
    """A duty of 15 % in place of 8 %: 1,400 more for good; both cases and the difference; the link reopens both."""
    page = visit(site + "en/savings.html")
    fill(page, "domestic-freight", FREIGHT)
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)
    do(page, "domestic-freight", "compare")
    expect(form(page, "domestic-freight").locator(".comparing")).to_contain_text("Saved for good: RMB 1,600.00")
    expect(headline(page, "domestic-freight")).to_have_text("The two cases save the same.")
    fill(page, "domestic-freight", {"duty_rate": "15"})
    expect(headline(page, "domestic-freight")).to_contain_text("saves RMB 1,400.00 more")
    table = form(page, "domestic-freight").locator("table.compare tbody tr").first
    assert table.locator("td").all_inner_texts() == ["RMB 1,600.00", "RMB 3,000.00", "RMB 1,400.00"]
    changed = form(page, "domestic-freight").locator("table.changed tbody tr")
    assert changed.locator("th, td").all_inner_texts() == ["Duty rate", "8%", "15%"]

    again = visit(page.url)
    headline(again, "domestic-freight").wait_for(timeout=PATIENCE)
    expect(headline(again, "domestic-freight")).to_contain_text("saves RMB 1,400.00 more")
    do(again, "domestic-freight", "stop")
    expect(headline(again, "domestic-freight")).to_contain_text("3,000.00")
    assert "against" not in again.url


def kept(page: Page) -> None:
    """Freight and a preferential rate in the total: the freight is the part that counts the same yuan."""
    fill(page, "domestic-freight", FREIGHT)
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)
    do(page, "domestic-freight", "keep")
    values = {"value": "1000000", "rate_before": "8", "rate_after": "0", "vat_rate": "13", "vat_credited": "100"}
    fill(page, "preferential-rate", values)
    headline(page, "preferential-rate").wait_for(timeout=PATIENCE)
    do(page, "preferential-rate", "keep")
    fill(page, "refund-sooner", {"amount": "500000", "days": "10", "capital_rate": "5"})
    headline(page, "refund-sooner").wait_for(timeout=PATIENCE)
    do(page, "refund-sooner", "keep")


def test_several_are_added_up_without_counting_twice(visit: Open, site: str, tmp_path: Path) -> None:
    """80,000 for good and not 81,600: the freight counts the same duty; it is named with its reason and its amount."""
    page = visit(site + "en/savings.html")
    kept(page)
    mine = page.locator(".my-savings")
    expect(mine.locator(".kept > li")).to_have_count(3)
    expect(mine.locator(".worth .permanent dd")).to_have_text("RMB 80,000.00")
    expect(mine.locator(".worth .float dd")).to_have_text("RMB 684.93")
    expect(mine.locator(".left-out li")).to_have_count(1)
    expect(mine.locator(".left-out")).to_contain_text("RMB 1,600.00")

    with page.expect_download() as download:
        mine.locator("[data-action=csv]").click()
    download.value.save_as(tmp_path / "total.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "total.csv").read_text(encoding="utf-8-sig"))))
    assert ["Total", "80000.00", "80000.00"] in [[row[0], row[4], row[5]] for row in rows]
    assert sum(row[0] == "Not counted" for row in rows) >= 2

    mine.locator(".kept > li").first.get_by_role("button").click()
    expect(mine.locator(".kept > li")).to_have_count(2)
    expect(mine.locator(".left-out")).to_have_count(0)


def test_a_year_counts_how_often_and_which_goods(visit: Open, site: str) -> None:
    """Ten times a year is ten times the amount; a case for a year only is refused in one consignment, beside it."""
    page = visit(site + "en/savings.html")
    fill(page, "fewer-checks", {"consignments": "400", "check_rate": "2", "check_cost": "3500", "remaining": "20"})
    headline(page, "fewer-checks").wait_for(timeout=PATIENCE)
    do(page, "fewer-checks", "keep")
    mine = page.locator(".my-savings")
    expect(mine.locator(".kept .error")).to_contain_text("for a year")
    mine.get_by_label("One year").check()
    expect(mine.locator(".headline")).to_contain_text("RMB 22,400.00")
    mine.get_by_label("Times a year").fill("10")
    expect(mine.locator(".headline")).to_contain_text("RMB 224,000.00")
    mine.get_by_label("Times a year").fill("many")
    expect(mine.locator(".times .error")).to_contain_text("without decimals")
    mine.get_by_label("Times a year").fill("10")
    mine.get_by_label("Which goods").fill("紫菜")
    expect(mine.locator(".counted")).to_contain_text("紫菜")

    page.evaluate("() => { self.measuresCopy = (address) => { self.copied = address; }; }")
    mine.locator("[data-action=link]").click()
    again = visit(page.evaluate("self.copied"))
    expect(again.locator(".my-savings .headline")).to_contain_text("RMB 224,000.00", timeout=PATIENCE)
    expect(again.get_by_label("Which goods")).to_have_value("紫菜")
    assert again.locator(".trouble:visible, .link-trouble:visible").count() == 0


def test_the_working_is_taken_away_as_csv(visit: Open, site: str, tmp_path: Path) -> None:
    """The file opens in a spreadsheet: every line, each figure with its source, and the notice’s SHA-256."""
    page = visit(site + "savings.html")
    do(page, "domestic-freight", "example")
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)
    fill(page, "domestic-freight", {"freight": "30000"})
    expect(headline(page, "domestic-freight")).to_contain_text("2,400.00")
    with page.expect_download() as download:
        do(page, "domestic-freight", "csv")
    download.value.save_as(tmp_path / "a.csv")
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    sources = {row[1]: row[7] for row in rows if row[0] == "所用的数"}
    assert (sources["境内段运费（元）"], sources["关税税率"]) == ("您填写的", "示例数字")
    assert any(re.fullmatch("[0-9a-f]{64}", row[1]) for row in rows)


def test_an_answer_prints_alone_on_one_sheet(visit: Open, http: str, tmp_path: Path) -> None:
    """Print gives one case with its working, sources, SHA-256, the day and its address on one A4 sheet, for any lever."""
    sheets = {}
    for folder in ("", "en/"):
        page = visit(f"{http}{folder}savings.html")
        page.evaluate("self.print = () => {}")
        levers = page.locator("form.savings").evaluate_all("forms => forms.map(form => form.dataset.lever)")
        for lever in levers:
            do(page, lever, "example")
            headline(page, lever).wait_for(timeout=PATIENCE)
            do(page, lever, "print")
            page.emulate_media(media="print")
            assert page.locator("form.savings:visible").count() == 1
            printed = page.locator(".calculator.alone .printed")
            expect(printed).to_contain_text(f"lever={lever}")
            expect(printed).to_contain_text(re.compile(r"\d{4}-\d\d-\d\d.*SHA-256 [0-9a-f]{64}"))
            path = tmp_path / "saving.pdf"
            page.pdf(path=path, prefer_css_page_size=True)
            sheets[folder + lever] = len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))
            page.emulate_media(media="screen")
            page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(sheets) == 30
    assert {name: count for name, count in sheets.items() if count != 1} == {}


def test_an_answer_a_total_and_an_error_are_accessible_on_a_phone(visit: Open, http: str) -> None:
    """Axe with a result, a comparison, the total and an error shown, dark and narrow; nothing runs off the screen."""
    page = visit(http + "en/savings.html", width=320, scheme="dark")
    kept(page)
    do(page, "domestic-freight", "compare")
    fill(page, "domestic-freight", {"duty_rate": "15"})
    expect(headline(page, "domestic-freight")).to_contain_text("more")
    page.get_by_label("One year").check()
    page.locator(".my-savings .times input").first.wait_for()
    fill(page, "refund-sooner", {"days": "x"})
    page.locator("#refund-sooner-days-error").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert violations(page) == []
