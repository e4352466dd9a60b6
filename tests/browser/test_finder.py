"""The finder and the checks on measure pages, used as people do: clicked, typed, shared, undone, printed, taken away."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations
from tests.browsing import Open

PATIENCE = 60_000
BULBS = "v=1&flow=import&goods=bulbs&destination_district=dalian&as_of=2026-11-23"
SMALL = "v=1&flow=import&consignment_value=9999.99&removal_stage=waiting_result&applies_for_removal=yes&no_early_sale=yes&as_of=2026-11-23"


def group(page: Page, name: str) -> list[str]:
    """The measures that stand in a group of the board."""
    found: list[str] = page.locator(f"[data-group={name}] li").evaluate_all("rows => rows.map(r => r.dataset.measure)")
    return found


def settled(page: Page, name: str, measure: str) -> None:
    """Wait until a measure stands in a group."""
    page.locator(f"[data-group={name}] li[data-measure={measure}]").wait_for(state="attached", timeout=PATIENCE)


def answer(page: Page, fact: str, *choices: str) -> None:
    """Tick answers of the question that is asked now."""
    expect(page.locator(".now .question")).to_have_id(f"q-{fact}")
    for choice in choices:
        page.locator(f"#q-{fact} input[value={choice}]").check()


def test_answers_move_the_measures_and_stand_in_the_address(visit: Open, site: str) -> None:
    """Imported bulbs stored in Dalian: one question after the other, measure 6 ends where a condition is not met."""
    page = visit(site + "en/finder.html")
    expect(page.locator(".step")).to_have_text("Question 1 · can settle up to 16 measures")
    answer(page, "flow", "import")
    settled(page, "text_conditions_met", "m34")
    page.locator("[data-action=next]").click()
    answer(page, "matters", "none")
    settled(page, "not_applicable", "m16")
    page.locator("[data-action=next]").click()
    answer(page, "goods", "bulbs")
    settled(page, "not_applicable", "m04")
    page.wait_for_url("**/finder.html#v=1&flow=import&matters=none&goods=bulbs&as_of=*")
    page.evaluate("location.hash += '&destination_district=dalian'")
    settled(page, "blocked", "m06")

    expect(page.locator("[data-measure=m06] .hint")).to_contain_text("Shenyang Customs District")
    summary = page.locator(".board .summary").inner_text()
    assert sum(map(int, re.findall(r"\d+", summary))) == 43
    expect(page.locator(".board .announced")).to_have_text(summary)
    page.locator("[data-measure=m06] details.row > summary").click()
    verdict = page.locator("[data-measure=m06] .verdict").first
    expect(verdict.locator(".because a").first).to_have_attribute("href", "measures/m06.html#s3-c7")
    expect(verdict.locator(".changes")).to_contain_text("Shenyang Customs District")


def test_a_shared_link_reopens_the_case_in_both_languages(visit: Open, site: str) -> None:
    """The address gives the same board in a fresh browser, and the other language keeps it."""
    page = visit(f"{site}finder.html#{BULBS}")
    settled(page, "blocked", "m06")
    told = page.locator(".board .summary").inner_text()
    assert page.locator(".answers > div").count() == 3

    page.locator(".settings a.language").click()
    page.wait_for_url(f"**/en/finder.html#{BULBS}")
    settled(page, "blocked", "m06")
    again = visit(f"{site}finder.html#{BULBS}")
    settled(again, "blocked", "m06")
    assert again.locator(".board .summary").inner_text() == told


def test_a_damaged_link_names_what_it_dropped_and_keeps_the_rest(visit: Open, site: str) -> None:
    """Unknown names, choices, days and another schema are listed; an unknown choice never becomes “none of these”."""
    page = visit(
        f"{site}en/finder.html#v=9&flow=import,sideways&goods=unobtainium&colour=blue&tax_paid_on=2026-02-30&own_use=maybe"
        "&credit=regular&flow=export&as_of=yesterday"
    )
    trouble = page.locator(".board .trouble")
    settled(page, "text_conditions_met", "m34")
    expect(trouble).to_be_visible()
    for dropped in (
        *("v=9", "flow=sideways", "goods=unobtainium", "colour=blue", "tax_paid_on=2026-02-30", "own_use=maybe"),
        *("flow=export", "as_of=yesterday"),
    ):
        expect(trouble).to_contain_text(dropped)
    assert page.locator("#q-goods input:checked").get_attribute("value") == ""
    assert page.locator("#q-flow input:checked").get_attribute("value") == "import"
    assert page.locator("#q-credit input:checked").get_attribute("value") == "regular"
    assert "m04" in group(page, "need_answers")


@pytest.mark.parametrize("typed", ["1e30", "cheap", "-1", "10000.001"])
def test_an_amount_that_is_none_is_told_beside_its_field(visit: Open, http: str, typed: str) -> None:
    """The text stays, the message stands under it in the page's language, and the other answers count."""
    page = visit(f"{http}finder.html#{BULBS}")
    settled(page, "blocked", "m06")
    page.locator("[data-action=all]").click()
    field = page.locator("#q-consignment_value input")
    field.press_sequentially(typed)
    error = page.locator("#q-consignment_value-error")
    error.wait_for()
    assert re.search("[一-鿿]", error.inner_text())
    expect(field).to_have_value(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "m06" in group(page, "blocked")

    field.fill("12000")
    settled(page, "blocked", "m19")
    expect(error).to_be_hidden()
    again = visit(f"{http}finder.html#{BULBS}&consignment_value={typed}".replace("&as_of=2026-11-23", ""))
    expect(again.locator("#q-consignment_value-error")).not_to_be_empty(timeout=PATIENCE)
    settled(again, "blocked", "m06")


def test_none_of_these_is_not_dont_know(visit: Open, http: str) -> None:
    """Unticking the last choice returns to “don't know”; “none of these” is an answer of its own and excludes others."""
    page = visit(http + "en/finder.html")
    checked = page.locator("#q-flow input:checked")
    page.locator("#q-flow input[value=import]").check()
    page.locator("#q-flow input[value=import]").uncheck()
    assert checked.evaluate_all("boxes => boxes.map(b => b.value)") == [""]
    page.locator("#q-flow input[value=none]").check()
    assert checked.evaluate_all("boxes => boxes.map(b => b.value)") == ["none"]
    page.wait_for_url("**#v=1&flow=none&as_of=*")
    settled(page, "not_applicable", "m01")
    page.locator("#q-flow input[value=export]").check()
    assert checked.evaluate_all("boxes => boxes.map(b => b.value)") == ["export"]


def test_answers_are_skipped_changed_undone_and_cleared(visit: Open, http: str) -> None:
    """A skipped question is not put again unless wished; any answer can be opened; undo goes back step by step."""
    page = visit(http + "en/finder.html")
    answer(page, "flow", "import")
    settled(page, "text_conditions_met", "m34")
    page.locator("[data-action=next]").click()
    expect(page.locator(".now .question")).to_have_id("q-matters")
    page.locator("[data-action=skip]").click()
    expect(page.locator(".now .question")).to_have_id("q-goods")
    expect(page.locator(".step")).to_contain_text("Question 3")

    page.get_by_role("button", name="Change Do the goods").click()
    expect(page.locator(".now .question")).to_have_id("q-flow")
    expect(page.locator("#q-flow")).to_be_focused()
    page.locator("#q-flow input[value=export]").check()
    page.wait_for_url("**#v=1&flow=import,export&*")
    page.locator("[data-action=undo]").click()
    page.wait_for_url("**#v=1&flow=import&*")
    assert page.locator("#q-flow input[value=export]").is_checked() is False
    page.locator("[data-action=undo]").click()
    page.wait_for_timeout(200)
    expect(page.locator("[data-action=undo]")).to_be_disabled()

    page.locator(".examples a").first.click()
    settled(page, "may_apply_customs_decides", "m01")
    page.locator("[data-action=restart]").click()
    settled(page, "need_answers", "m01")
    page.wait_for_url("**/finder.html")
    assert page.evaluate("sessionStorage.getItem('measures.case')") is None


def test_the_keyboard_alone_is_enough(visit: Open, http: str) -> None:
    """Tab, Space and Enter answer, go on and open a measure; the next question takes the focus."""
    page = visit(http + "en/finder.html")
    page.locator("#q-flow input[value=import]").focus()
    page.keyboard.press("Space")
    settled(page, "text_conditions_met", "m34")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.action") == "next":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#q-matters")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**&matters=wood_packaging&*")
    page.locator("[data-measure=m34] details.row > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-measure=m34] .verdict")).to_be_visible()


def test_answers_carry_over_to_a_measure_and_back(visit: Open, http: str) -> None:
    """In one visit a measure's page knows what was answered; its link carries new answers to the finder."""
    page = visit(f"{http}en/finder.html#{BULBS}")
    settled(page, "blocked", "m06")
    page.locator("[data-measure=m06] details.row > summary").click()
    page.locator("[data-measure=m06] .page-link a").click()
    page.wait_for_url("**/measures/m06.html#check")
    expect(page.locator("form.check .badge.stop").first).to_be_visible(timeout=PATIENCE)
    page.locator("#q-destination_district input[value=shenyang]").check()
    expect(page.locator("form.check .badge.stop")).to_have_count(0)
    page.locator(".all43").click()
    page.wait_for_url("**/finder.html#v=1&flow=import&goods=bulbs&destination_district=shenyang&*")
    page.locator("[data-group=blocked] li").first.wait_for(state="detached", timeout=PATIENCE)
    settled(page, "need_answers", "m06")


def test_a_measure_checks_its_own_facts_only(visit: Open, site: str) -> None:
    """Measure 19: 9,999.99 may go to customs, 10,000.00 is out; six questions, no other."""
    page = visit(f"{site}en/measures/m19.html#{SMALL}")
    result = page.locator("form.check .result")
    expect(result.locator(".badge")).to_have_text("May apply; Customs decides", timeout=PATIENCE)
    facts = page.locator("form.check .question").evaluate_all("all => all.map(q => q.dataset.fact)")
    assert sorted(facts) == sorted(
        ["flow", "consignment_value", "own_use", "removal_stage", "applies_for_removal", "no_early_sale"]
    )
    page.locator("#q-consignment_value input").fill("10000.00")
    expect(result.locator(".badge")).to_have_text("A condition is not met")
    expect(result.locator(".conditions")).to_contain_text("no advice")
    page.wait_for_url("**consignment_value=10000.00*")
    page.locator("form.check [data-action=clear]").click()
    expect(result.locator(".badge")).to_have_text("Needs an answer")
    expect(page.locator("#q-consignment_value input")).to_have_value("")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_result_that_stays_in_sight_never_covers_the_buttons(visit: Open, http: str, folder: str) -> None:
    """Measures 6, 18 and 19, scrolled line by line past the end of their form: the result ends above the buttons."""
    for measure in ("m06", "m18", "m19"):
        page = visit(f"{http}{folder}measures/{measure}.html")
        form = page.locator("form.check")
        room = form.evaluate(
            """form => {
              const [stays, actions] = [".stays", ".actions"].map(part => form.querySelector(part));
              const room = [];
              for (let y = 0; y < form.getBoundingClientRect().height + 900; y += 40) {
                scrollTo({ top: form.offsetTop - 900 + y, behavior: "instant" });
                room.push(actions.getBoundingClientRect().top - stays.getBoundingClientRect().bottom);
              }
              return Math.min(...room);
            }"""
        )
        assert room >= 0, measure


def test_a_worked_example_fills_the_form_and_says_the_same(visit: Open, http: str) -> None:
    """The link of an example gives the sentence that the build printed."""
    page = visit(http + "measures/m19.html")
    case = page.locator(".example .case").nth(1)
    printed = case.locator(".headline").inner_text()
    case.locator("a.fill").click()
    expect(page.locator("form.check .headline")).to_have_text(printed, timeout=PATIENCE)


def test_a_service_needs_no_question(visit: Open, http: str) -> None:
    """Measure 5 says what to expect, without a form and without Python."""
    page = visit(http + "en/measures/m05.html")
    assert page.locator("form.check").count() == 0
    expect(page.locator(".settled .badge")).to_have_text("Nothing to apply for")
    assert page.locator("script[src*=python]").count() == 0


def test_plain_reading_never_starts_python(visit: Open, http: str) -> None:
    """A measure's page loads nothing of the runtime until its form is touched."""
    page = visit(http + "measures/m06.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(400)
    assert [url for url in asked if "/runtime/" in url] == []
    with page.expect_request(re.compile("/runtime/")):
        page.locator("#q-flow input").first.focus()


def test_a_saved_case_is_opened_again_with_what_changed(visit: Open, site: str, tmp_path: Path) -> None:
    """JSON down, edited as if older rules had said otherwise, and up again: the change is named, the case is back."""
    page = visit(f"{site}en/finder.html#{BULBS}")
    settled(page, "blocked", "m06")
    with page.expect_download() as download:
        page.locator("[data-action=json]").click()
    assert download.value.suggested_filename == "measures-2026-11-23.json"
    document: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    for item in document["verdicts"]:
        if item["limb"] == "m34":
            item["verdict"] = "blocked"
    path = tmp_path / "older.json"
    path.write_text(json.dumps(document | {"rules_sha256": "0" * 64}), encoding="utf-8")

    fresh = visit(site + "en/finder.html")
    fresh.locator(".saved-file").set_input_files(path)
    told = fresh.locator(".reopened")
    expect(told).to_contain_text("The rules have changed", timeout=PATIENCE)
    expect(told.locator("li")).to_have_count(1)
    expect(told.locator("li")).to_contain_text("34")
    settled(fresh, "blocked", "m06")
    path.write_text("shopping list", encoding="utf-8")
    fresh.locator(".saved-file").set_input_files(path)
    expect(told).to_contain_text("This file cannot be read")
    assert "m06" in group(fresh, "blocked")


def test_the_table_is_a_file_for_excel(visit: Open, site: str) -> None:
    """CSV begins with the byte order mark, in the page's language."""
    page = visit(f"{site}finder.html#{BULBS}")
    settled(page, "blocked", "m06")
    with page.expect_download() as download:
        page.locator("[data-action=csv]").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert "沈阳关区" in content.decode("utf-8")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_paper_has_one_page_of_summary_then_the_details(visit: Open, http: str, folder: str) -> None:
    """The first sheet holds answers, all 43, hashes and the address; the details begin on the second."""
    page = visit(http + folder + "finder.html")
    page.locator(".examples a").nth(1).click()
    settled(page, "text_conditions_met", "m22")
    page.evaluate("self.print = () => {}")
    page.locator("[data-action=print]").click()
    page.locator(".paper .summary-page").wait_for(state="attached")
    page.emulate_media(media="print")
    expect(page.locator(".paper .address")).to_contain_text("finder.html#v=1&flow=import")
    assert page.locator(".stepper:visible, .board:visible, header:visible").count() == 0

    assert sheets(page) > 1


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_summary_fits_one_sheet(visit: Open, http: str, folder: str) -> None:
    """Without its details, the paper of the example with most answers is one A4 page."""
    page = visit(http + folder + "finder.html")
    page.locator(".examples a").nth(4).click()
    settled(page, "may_apply_customs_decides", "m29")
    page.evaluate("() => { self.print = () => document.querySelector('.paper .details').remove(); }")
    page.locator("[data-action=print]").click()
    page.locator(".paper .summary-page").wait_for(state="attached")

    assert sheets(page) == 1


def sheets(page: Page) -> int:
    """The number of sheets that printing gives; the browser says afterwards that it has printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_everything_is_there_without_scripts(visit: Open, http: str) -> None:
    """All 51 questions with “don't know” chosen, why they are asked, and all 43 measures with a link."""
    page = visit(http + "finder.html", scripts=False)
    assert page.locator("fieldset.question:visible").count() == 51
    assert page.locator(".choices.aparts input[value='']:checked").count() == 48
    assert page.locator("fieldset .why a").count() > 100
    assert page.locator(".board li[data-measure]").count() == 43
    assert page.locator(".stepper button:visible").count() == 0
    page = visit(http + "en/measures/m19.html", scripts=False)
    assert page.locator("form.check fieldset:visible").count() == 6
    expect(page.locator("form.check .result")).to_contain_text("5 answers are needed")


def test_a_failure_is_told_and_can_be_retried(visit: Open, http: str) -> None:
    """With the runtime out of reach the answers stay, the reason is told, and trying again brings the board."""
    page = visit(http + "en/finder.html", caused="404|503|Failed to load")
    page.goto("about:blank")
    page.route("**/runtime/measures*", lambda route: route.abort())
    page.goto(http + "en/finder.html")
    page.locator("#q-flow input[value=import]").check()
    expect(page.locator(".board .trouble")).to_contain_text("connection was lost", timeout=PATIENCE)
    assert page.locator("#q-flow input[value=import]").is_checked()
    page.unroute("**/runtime/measures*")
    page.locator(".board .retry").click()
    settled(page, "text_conditions_met", "m34")
    expect(page.locator(".board .trouble")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_axe_finds_nothing_in_a_settled_case(visit: Open, http: str, folder: str, width: int, scheme: str) -> None:
    """The board with open measures, all questions, an error and a check with its verdict; nothing runs off the screen."""
    page = visit(f"{http}{folder}finder.html#{BULBS}&colour=blue", width=width, scheme=scheme)
    settled(page, "blocked", "m06")
    for measure in ("m06", "m34", "m37"):
        page.locator(f"[data-measure={measure}] details.row > summary").click()
        page.locator(f"[data-measure={measure}] .verdict").first.wait_for()
    found = violations(page)
    page.locator("[data-action=all]").click()
    page.locator("#q-consignment_value input").fill("1e30")
    page.locator("#q-consignment_value-error").wait_for()
    found += violations(page)
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert page.evaluate(wide) is False
    page.goto(f"{http}{folder}measures/m06.html#{BULBS}")
    expect(page.locator("form.check .badge.stop").first).to_be_visible(timeout=PATIENCE)
    found += violations(page)
    assert page.evaluate(wide) is False
    assert found == []
