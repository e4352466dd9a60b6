"""Reading: languages, links, filters, copying, printing, with and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from measures_py.model import Notice
from tests.browsing import Open


def test_the_other_language_opens_at_the_same_sentence(visit: Open, site: str) -> None:
    """From measure 19, sentence 2, to the same sentence in English and back."""
    page = visit(site + "measures/m19.html#s2")
    page.locator(".settings a.language").click()
    page.wait_for_url("**/en/measures/m19.html#s2")
    expect(page.locator("h1")).to_contain_text("Low-risk")
    page.locator(".settings a.language").click()
    page.wait_for_url(re.compile(r"(?<!en)/measures/m19\.html#s2$"))


def test_an_anchor_reached_by_clicking_is_kept_too(visit: Open, site: str) -> None:
    """The link follows the reader: click ¶3, switch, still at sentence 3."""
    page = visit(site + "measures/m06.html")
    page.locator("#s3 .mark a").click()
    page.locator(".settings a.language").click()
    page.wait_for_url("**/en/measures/m06.html#s3")


def test_short_addresses_keep_the_sentence(visit: Open, site: str) -> None:
    """`m/19.html#s2` opens sentence 2 of measure 19; the same under en/."""
    page = visit(site + "m/19.html#s2")
    page.wait_for_url("**/measures/m19.html#s2")
    expect(page.locator("#s2")).to_be_in_viewport()
    page = visit(site + "en/m/07.html")
    page.wait_for_url("**/en/measures/m07.html")


def test_short_addresses_work_without_scripts(visit: Open, site: str) -> None:
    """Without JavaScript the short address still leads on."""
    page = visit(site + "m/33.html", scripts=False)
    page.wait_for_url("**/measures/m33.html")


def test_reading_one_language_is_remembered(visit: Open, site: str) -> None:
    """Chinese only: the English is hidden here and on the next page, until both are wanted again."""
    page = visit(site + "measures/m19.html")
    assert page.locator("#s2 .en").is_visible()
    page.get_by_role("button", name="只看中文").click()
    assert page.locator("#s2 .en").is_hidden()
    page.goto(site + "measures/m20.html")
    assert page.locator("#s2 .en").is_hidden()
    expect(page.get_by_role("button", name="只看中文")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="中英对照").click()
    assert page.locator("#s2 .en").is_visible()


@pytest.mark.parametrize(("width", "side_by_side"), [(1280, True), (390, False)])
def test_languages_stand_side_by_side_on_wide_screens(visit: Open, site: str, width: int, side_by_side: bool) -> None:
    """Beside each other where there is room, below each other on a phone."""
    page = visit(site + "measures/m19.html", width=width)
    zh, en = page.locator("#s2 .zh").bounding_box(), page.locator("#s2 .en").bounding_box()

    assert zh is not None
    assert en is not None
    assert (en["x"] > zh["x"] + zh["width"] / 2) == side_by_side
    assert (en["y"] >= zh["y"] + zh["height"]) != side_by_side


def test_a_sentence_link_can_be_copied(visit: Open, http: str) -> None:
    """The button copies the short permanent address of that sentence and says so."""
    page = visit(http + "measures/m19.html")
    page.locator("#s2").hover()
    page.locator("#s2 button.copy").click()
    expect(page.locator("#s2 button.copy")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == f"{http}m/19.html#s2"


def _shown(page: Page) -> list[str]:
    return [item.get_attribute("id") or "" for item in page.locator(".list > li:visible").all()]


def _tagged(notice: Notice, **wanted: str) -> list[str]:
    return [m.id for m in notice.measures if all(value in m.tags[key] for key, value in wanted.items())]


def test_filters_narrow_count_link_and_clear(visit: Open, site: str, notice: Notice) -> None:
    """Choosing flow and goods leaves exactly the measures tagged so; the address reopens it; clear undoes it."""
    page = visit(site + "measures/index.html")
    assert len(_shown(page)) == 43
    page.locator("select[name=flow]").select_option("import")
    page.locator("select[name=goods]").select_option("ore-crude")
    expected = _tagged(notice, flow="import", goods="ore-crude")

    assert _shown(page) == expected
    expect(page.get_by_role("status").first).to_have_text(f"{len(expected)} 项")
    assert page.url.endswith("#flow=import&goods=ore-crude")

    again = visit(page.url)
    assert _shown(again) == expected
    again.locator(".settings a.language").click()
    again.wait_for_url("**/en/measures/index.html#flow=import&goods=ore-crude")
    assert _shown(again) == expected

    page.get_by_role("button", name="清除").click()
    expect(page.get_by_role("status").first).to_have_text("43 项")
    assert "#" not in page.url


def test_measures_that_are_not_limited_can_be_shown_too(visit: Open, site: str, notice: Notice) -> None:
    """A filter by goods offers the measures for any goods, and takes them back."""
    page = visit(site + "en/measures/index.html#goods=aquatic")
    limited = _tagged(notice, goods="aquatic")
    unlimited = _tagged(notice, goods="any")
    page.locator("button.unlimited").click()

    assert sorted(_shown(page)) == sorted(limited + unlimited)
    assert page.url.endswith("#goods=aquatic&more=1")
    page.locator("button.unlimited").click()
    assert _shown(page) == limited


def test_no_match_says_so(visit: Open, site: str) -> None:
    """An impossible combination leaves a sentence and the way back."""
    page = visit(site + "en/measures/index.html#goods=baggage&place=bonded-center")
    assert _shown(page) == []
    expect(page.get_by_role("status").first).to_have_text("No measure meets all of these")


def test_an_unknown_filter_in_a_link_is_ignored(visit: Open, site: str) -> None:
    """A damaged address shows the whole list rather than nothing."""
    page = visit(site + "measures/index.html#flow=sideways&colour=blue")
    assert len(_shown(page)) == 43


def test_without_scripts_everything_is_readable(visit: Open, site: str) -> None:
    """The list is complete, sentences show both languages, navigation is there, no dead button is; a form says why."""
    page = visit(site + "measures/index.html", scripts=False)
    assert page.locator(".list > li:visible").count() == 43
    assert page.locator("#main-nav a:visible").count() == 8
    page = visit(site + "measures/m19.html", scripts=False, width=390)
    assert page.locator("#s2 .zh").is_visible()
    assert page.locator("#s2 .en").is_visible()
    assert page.locator("#main-nav a:visible").count() == 8
    assert page.locator("button:visible").count() == 0
    assert page.locator("form:visible").count() == page.locator("form:visible noscript").count() == 2


def test_the_scheme_can_be_chosen_and_is_remembered(visit: Open, site: str) -> None:
    """Dark on a light system, also on the next page."""
    page = visit(site + "index.html")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="深色或浅色").click()
    assert page.evaluate(paper) != light
    page.goto(site + "glossary.html")
    assert page.evaluate(paper) != light


def test_links_of_the_home_page_lead_on(visit: Open, site: str) -> None:
    """A chapter’s square opens its measure; a class opens the filtered list."""
    page = visit(site + "index.html")
    page.locator('.chapter-map a[href="measures/m19.html"]').click()
    page.wait_for_url("**/measures/m19.html")
    page.go_back()
    page.locator('a.badge[href="measures/index.html#class=automatic"]').click()
    page.wait_for_url("**/measures/index.html#class=automatic")
    assert _shown(page) == ["m03", "m08", "m15", "m23"]


def test_a_missing_address_gets_the_sites_own_page(visit: Open, http: str) -> None:
    """At any depth, styled, in the language of the address, with a way on."""
    page = visit(http + "en/measures/nowhere/deep.html")
    expect(page.locator("h1")).to_have_text("There is no such page")
    page.get_by_role("link", name="All 43 measures").first.click()
    page.wait_for_url("**/en/measures/index.html")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["index.html", "measures/index.html", "measures/m19.html", "en/notice.html"])
def test_nothing_moves_when_the_scripts_arrive(visit: Open, http: str, width: int, name: str) -> None:
    """What scripts show has its place before: layout shifts stay below a tenth of what counts as good (0.1)."""
    page = visit(http + name, width=width, height=844)
    page.wait_for_load_state("load")
    shifted = page.evaluate(
        """() => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 300);
        })"""
    )
    assert shifted < 0.01
