"""The savings calculators: typed, pasted, compared, added up, shared and taken away as people do it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.test_accessibility import violations

PATIENCE = 60_000
FREIGHT = {"freight": "20000", "duty_rate": "8", "consumption_rate": "0", "vat_rate": "13", "vat_credited": "100"}
PORT = {"boxes": "4", "storage_before": "12", "storage_after": "3", "storage_free": "5"}


def form(page: Page, lever: str) -> Locator:
    """The form of a lever."""
    return page.locator(f"form[data-lever={lever}]")


def fill(page: Page, lever: str, values: dict[str, str]) -> None:
    """Type figures into the form of a lever."""
    for name, value in values.items():
        page.locator(f"#{lever}-{name}").fill(value)


def headline(page: Page, lever: str) -> Locator:
    """Where the answer leads."""
    return form(page, lever).locator(".result > .headline").first


def do(page: Page, lever: str, action: str) -> None:
    """Press a button of a lever's form."""
    form(page, lever).locator(f"[data-action={action}]").first.click()


def paste(page: Page, cell: Locator, text: str) -> None:
    """Paste a text into a cell, as from a spreadsheet."""
    cell.evaluate(
        """(cell, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text", text);
          cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def test_three_results_are_told_apart_with_the_working(visit: Open, site: str) -> None:
    """Freight of 20,000 at 8 % and 13 %, VAT credited: 1,600 for good, 4,408 at the border, 2,808 only later."""
    page = visit(site + "en/savings.html")
    fill(page, "domestic-freight", FREIGHT)
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)

    answer = form(page, "domestic-freight").locator(".result")
    expect(headline(page, "domestic-freight")).to_contain_text("1,600.00")
    expect(answer.locator(".worth .permanent dd")).to_have_text("RMB 1,600.00")
    expect(answer.locator(".worth .border dd")).to_have_text("RMB 4,408.00")
    expect(answer.locator(".worth .later dd")).to_have_text("RMB 2,808.00")
    expect(answer.locator("table.working")).to_contain_text("20,000.00 × 8%")
    expect(answer.locator("table.inputs .caller").first).to_have_text("you")
    assert answer.locator("table.inputs .example").count() == 0
    expect(answer.locator("svg.bars.wide")).to_be_visible()


def test_nothing_is_filled_in_and_what_is_missing_is_named(visit: Open, site: str) -> None:
    """Every field is empty at first; after one figure the others are asked for by name, and nothing is an error."""
    page = visit(site + "savings.html")
    values = page.locator("form.savings input, form.savings select").evaluate_all(
        "all => all.map(e => e.value).join('')"
    )
    assert values == ""
    fill(page, "domestic-freight", {"freight": "20000"})
    needed = form(page, "domestic-freight").locator(".needed")
    expect(needed).to_have_text("还要填：关税税率、进口环节增值税税率。")
    assert form(page, "domestic-freight").locator("[aria-invalid]").count() == 0
    assert form(page, "domestic-freight").locator(".actions").is_hidden()


def test_an_example_is_named_as_such_until_the_reader_replaced_it(visit: Open, site: str) -> None:
    """The line and the tags name what is still an example; the reader’s own figures come back untouched."""
    page = visit(site + "en/savings.html")
    fill(page, "domestic-freight", {"freight": "77"})
    do(page, "domestic-freight", "example")
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)
    note = form(page, "domestic-freight").locator(".carried.example")
    answer = form(page, "domestic-freight").locator(".result")
    expect(note).to_contain_text("All of these are example figures")
    expect(answer.locator("table.inputs .example")).to_have_count(7)

    fill(page, "domestic-freight", {"freight": "30000"})
    expect(headline(page, "domestic-freight")).to_contain_text("2,400.00")
    expect(note).to_contain_text("not yours: Duty rate, ")
    assert "Freight" not in note.inner_text()
    expect(answer.locator("table.inputs .caller")).to_have_count(1)
    assert "example=duty_rate," in page.url

    do(page, "domestic-freight", "example")
    expect(page.locator("#domestic-freight-freight")).to_have_value("77")
    expect(page.locator("#domestic-freight-duty_rate")).to_have_value("")
    expect(note).to_be_hidden()
    do(page, "domestic-freight", "clear")
    expect(page.locator("#domestic-freight-freight")).to_have_value("")


def test_a_range_gives_a_range_and_says_what_moves_it(visit: Open, site: str) -> None:
    """Between 10,000 and 20,000 of freight: 800 to 1,600; half a range is waited for."""
    page = visit(site + "en/savings.html")
    fill(page, "domestic-freight", FREIGHT)
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)
    form(page, "domestic-freight").locator(".field[data-name=freight] [data-action=range]").click()
    expect(form(page, "domestic-freight").locator(".needed")).to_contain_text("Freight for the leg inside China")
    high = page.locator("#domestic-freight-freight-high")
    expect(high).to_be_focused()
    fill(page, "domestic-freight", {"freight": "10000"})
    high.fill("20000")

    expect(headline(page, "domestic-freight")).to_contain_text("RMB 800.00 to 1,600.00")
    expect(form(page, "domestic-freight").locator(".sensitive")).to_contain_text("Freight for the leg inside China")
    assert "freight=10000..20000" in page.url
    high.fill("5000")
    expect(page.locator("#domestic-freight-freight-error")).to_contain_text("must not be more than")


def test_a_tariff_is_pasted_from_a_spreadsheet(visit: Open, site: str) -> None:
    """Three printed tiers, one with its heading, fill the table; a gap between them is refused and names its row."""
    page = visit(site + "savings.html")
    fill(page, "port-storage", PORT)
    table = form(page, "port-storage").locator(".field[data-name=storage_tiers]")
    paste(page, table.locator(".from_day").first, "天数\t单价\n第6-10天\t80\n第11天起\t160\n")
    headline(page, "port-storage").wait_for(timeout=PATIENCE)

    rows = table.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('input')].map(cell => cell.value))"
    )
    assert rows == [["6", "10", "80"], ["11", "", "160"]]
    # 4 boxes × (5 × 80 + 2 × 160) before, nothing after
    expect(headline(page, "port-storage")).to_contain_text("2,880.00")
    assert "storage_tiers=6-10:80;11:160" in unquote(page.url)

    table.locator(".from_day").nth(1).fill("13")
    error = page.locator("#port-storage-storage_tiers-error")
    expect(error).to_contain_text("第1行")
    expect(error).to_contain_text("空档")
    assert error.inner_text().count("第1行") == 1
    expect(table.locator(".from_day").nth(1)).to_have_value("13")
    table.locator(".from_day").nth(1).fill("11")
    table.locator(".rate").nth(1).fill("1e5")
    expect(error).to_contain_text("第 2 行")
    expect(table.locator(".rate").nth(1)).to_have_attribute("aria-invalid", "true")


def test_rows_of_a_tariff_are_added_and_removed_by_keyboard(visit: Open, site: str) -> None:
    """Add a row, fill it, remove the first: the numbers in the labels follow, the focus stays in the table."""
    page = visit(site + "en/savings.html")
    table = form(page, "port-storage").locator(".field[data-name=storage_tiers]")
    table.locator("[data-action=add-row]").focus()
    page.keyboard.press("Enter")
    expect(table.locator("tbody tr")).to_have_count(3)
    expect(table.locator(".from_day").nth(2)).to_be_focused()
    page.keyboard.type("21")
    expect(table.locator(".from_day").nth(2)).to_have_attribute("aria-label", "From day, row 3")
    table.locator("[data-action=remove-row]").first.focus()
    page.keyboard.press("Enter")
    expect(table.locator("tbody tr")).to_have_count(2)
    expect(table.locator(".from_day").nth(1)).to_have_value("21")
    expect(table.locator("[data-action=remove-row]").nth(1)).to_have_attribute("aria-label", "Remove row 2")
    expect(table.locator(".from_day").first).to_be_focused()


def test_a_loss_is_told_as_a_cost(visit: Open, site: str) -> None:
    """A guarantee whose premium is above the cost of money: 2,000,000 × (6 − 2) % × 180 ÷ 365 = 39,452.05 more."""
    page = visit(site + "en/savings.html")
    fill(page, "guarantee-cost", {"amount": "2000000", "days": "180", "capital_rate": "2", "premium_rate": "6"})
    headline(page, "guarantee-cost").wait_for(timeout=PATIENCE)
    expect(headline(page, "guarantee-cost")).to_contain_text("Not a saving but a cost: RMB 39,452.05")


def test_an_error_stands_beside_its_field_and_keeps_what_was_typed(visit: Open, http: str) -> None:
    """A number that could mean two things: the message is under the field in the page’s language; the text stays."""
    page = visit(http + "savings.html")
    fill(page, "domestic-freight", FREIGHT)
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)
    field = page.locator("#domestic-freight-freight")
    field.fill("1,5")
    error = page.locator("#domestic-freight-freight-error")
    error.wait_for()
    assert re.search("[一-鿿]", error.inner_text())
    expect(field).to_have_value("1,5")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(form(page, "domestic-freight").locator(".actions")).to_be_hidden()
    field.fill("１．５万")
    expect(error).to_be_hidden()
    expect(headline(page, "domestic-freight")).to_contain_text("1,200.00")


def test_a_shared_link_reopens_the_exact_case_in_the_other_language(visit: Open, site: str) -> None:
    """Ranges, tariffs and choices come back; the other language shows the same figures."""
    page = visit(site + "savings.html")
    fill(page, "port-storage", PORT)
    table = form(page, "port-storage").locator(".field[data-name=storage_tiers]")
    paste(page, table.locator(".from_day").first, "6\t80\n11\t160\n")
    form(page, "port-storage").locator(".field[data-name=storage_before] [data-action=range]").click()
    page.locator("#port-storage-storage_before-high").fill("14")
    headline(page, "port-storage").wait_for(timeout=PATIENCE)
    expect(headline(page, "port-storage")).to_contain_text("2,880.00元至4,160.00元")
    page.wait_for_url("**storage_before=12..14*")

    again = visit(page.url)
    headline(again, "port-storage").wait_for(timeout=PATIENCE)
    assert headline(again, "port-storage").inner_text() == headline(page, "port-storage").inner_text()
    assert again.url == page.url
    again.locator(".settings a.language").click()
    again.wait_for_url("**/en/savings.html#v=1*")
    headline(again, "port-storage").wait_for(timeout=PATIENCE)
    expect(headline(again, "port-storage")).to_contain_text("RMB 2,880.00 to 4,160.00")
    expect(again.locator("#port-storage-storage_before-high")).to_have_value("14")
    assert again.locator(".trouble:visible").count() == 0


def test_a_damaged_link_says_what_it_could_not_read(visit: Open, http: str) -> None:
    """Unknown fields, a broken tariff, a choice that does not exist and a newer version are named, the rest is kept."""
    state = "v=9&lever=late-duty-relief&value=3000000&colour=blue&relief=some&duty_rate=5&vat_rate=13&day_base=360"
    page = visit(f"{http}en/savings.html#{state}")
    trouble = form(page, "late-duty-relief").locator(".trouble")
    trouble.wait_for(timeout=PATIENCE)
    for part in ("colour=blue", "relief=some", "v=9"):
        expect(trouble).to_contain_text(part)
    expect(page.locator("#late-duty-relief-value")).to_have_value("3000000")
    expect(form(page, "late-duty-relief").locator(".needed")).to_contain_text("Which taxes")

    page = visit(f"{http}en/savings.html#v=1&lever=port-storage&boxes=4&storage_tiers=6;80")
    expect(form(page, "port-storage").locator(".trouble")).to_contain_text("storage_tiers=6;80")
    page = visit(f"{http}en/savings.html#v=1&lever=nothing&boxes=4")
    expect(page.locator(".link-trouble")).to_contain_text("lever=nothing")


def test_what_is_known_comes_filled_in_and_is_to_be_checked(visit: Open, site: str) -> None:
    """A value from the finder is marked as one to check until the reader changes it."""
    page = visit(site + "en/savings.html#lever=preferential-rate&value=9800&known=value")
    expect(page.locator("#preferential-rate-value")).to_have_value("9800")
    note = form(page, "preferential-rate").locator(".carried.known")
    expect(note).to_contain_text("please check: Dutiable value")
    fill(page, "preferential-rate", {"value": "10000", "rate_before": "8", "rate_after": "0", "vat_rate": "13"})
    expect(note).to_be_hidden()
    headline(page, "preferential-rate").wait_for(timeout=PATIENCE)
    expect(headline(page, "preferential-rate")).to_contain_text("RMB 800.00")


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


def test_a_measure_has_its_own_savings_or_says_why_not(visit: Open, site: str) -> None:
    """Measure 14 calculates its lever in place and leads to the whole page with the case; measure 3 has one sentence."""
    page = visit(site + "en/measures/m14.html")
    levers = page.locator("form.savings").evaluate_all("forms => forms.map(form => form.dataset.lever)")
    assert levers == ["domestic-freight"]
    example = page.locator("form.savings + details.example .headline").inner_text()
    do(page, "domestic-freight", "example")
    headline(page, "domestic-freight").wait_for(timeout=PATIENCE)
    assert headline(page, "domestic-freight").inner_text() == example
    assert page.locator(".trouble:visible").count() == 0
    again = visit(page.url)
    headline(again, "domestic-freight").wait_for(timeout=PATIENCE)
    assert again.locator(".trouble:visible").count() == 0
    again.locator("a.whole").click()
    again.wait_for_url("**/en/savings.html#v=1&lever=domestic-freight*")
    headline(again, "domestic-freight").wait_for(timeout=PATIENCE)
    expect(page.locator("#domestic-freight-freight")).to_have_value("20000")

    page = visit(site + "measures/m03.html")
    assert page.locator("form.savings").count() == 0
    expect(page.locator("#savings + p")).to_contain_text("大幅缩减检测成本")


def test_plain_reading_never_loads_python(visit: Open, http: str) -> None:
    """A measure with savings transfers nothing of the runtime until the reader turns to the form."""
    page = visit(http + "measures/m36.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(500)
    assert [url for url in asked if "/runtime/" in url] == []
    with page.expect_request("**/runtime/**"):
        page.locator("#guarantee-cost-amount").focus()


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
