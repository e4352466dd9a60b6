"""The whole notice with its clauses lit: a click tells what became of one; without scripts it is a plain link."""

from __future__ import annotations

import pytest

from tests.browser.test_accessibility import violations
from tests.browsing import Open

WAITING = "a.lit[data-clause='m19.s2.c4']"


@pytest.mark.parametrize(
    ("folder", "question", "rule"),
    [
        ("", "您想在哪一步把货物提离口岸？", "看规则说明"),
        ("en/", "At which step do you want to remove the goods from the port?", "See the rule in words"),
    ],
)
def test_a_click_tells_what_became_of_a_clause(visit: Open, site: str, folder: str, question: str, rule: str) -> None:
    """Its question, date rules and cases below the sentence, in the page's language; its link leads to the rule's line."""
    page = visit(f"{site}{folder}notice.html")
    page.locator(WAITING).click()
    panel = page.locator(".clause-panel")
    panel.wait_for()
    assert question in panel.inner_text()
    assert panel.locator("li a").count() == 2
    assert page.locator(WAITING).get_attribute("aria-expanded") == "true"

    panel.get_by_role("link", name=rule).click()
    page.wait_for_url("**/measures/m19.html#rule-s2-c4")
    assert page.locator("#rule-s2-c4").is_visible()


def test_a_panel_is_reached_and_left_by_keyboard(visit: Open, site: str) -> None:
    """Enter opens it and moves there, Escape closes it and returns; another clause takes its place; a second click closes."""
    page = visit(f"{site}en/notice.html")
    page.locator(WAITING).focus()
    page.keyboard.press("Enter")
    page.locator(".clause-panel:focus").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".clause-panel").count() == 0
    assert page.evaluate("document.activeElement.dataset.clause") == "m19.s2.c4"

    page.locator("a.lit[data-clause='m19.s2.c7']").click()
    page.locator("a.lit[data-clause='m19.s2.c3']").click()
    page.locator(".clause-panel", has_text="Not listed in the notice").wait_for()
    assert page.locator(".clause-panel").count() == 1
    page.locator("a.lit[data-clause='m19.s2.c3']").click()
    assert page.locator(".clause-panel").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_an_open_panel_is_accessible(visit: Open, http: str, width: int, scheme: str) -> None:
    """Axe finds nothing with a panel open."""
    page = visit(http + "notice.html", width=width, scheme=scheme)
    page.locator(WAITING).click()
    page.locator(".clause-panel").wait_for()
    assert violations(page) == []


def test_without_scripts_a_clause_leads_to_its_rule(visit: Open, site: str) -> None:
    """The words of the rule stand on the measure's page."""
    page = visit(site + "notice.html", scripts=False)
    page.locator("a.lit[data-clause='m06.s3.c7']").click()
    page.wait_for_url("**/measures/m06.html#rule-s3-c7")
    line = page.locator("li", has=page.locator("> #rule-s3-c7"))
    assert "答案为“沈阳关区”" in line.inner_text()


def test_details_that_do_not_load_leave_the_link(visit: Open, http: str) -> None:
    """With the script missing, a click opens the measure's page instead."""
    page = visit(http + "notice.html", caused="404|Failed to load resource")
    page.route("**/clauses.*.js", lambda route: route.abort())
    page.locator(WAITING).click()
    page.wait_for_url("**/measures/m19.html#rule-s2-c4")
