"""The savings calculators: typed, pasted and shared as people do it, over http and from disk."""

from __future__ import annotations

import re
from urllib.parse import unquote

from playwright.sync_api import expect

from tests.browser.savings_page import FREIGHT, PATIENCE, do, fill, form, headline, paste
from tests.browsing import Open

PORT = {"boxes": "4", "storage_before": "12", "storage_after": "3", "storage_free": "5"}


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
