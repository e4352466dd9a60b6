"""The changes and the data as people come to them: from a measure and from the foot of a page, by clicks."""

from __future__ import annotations

import json

import pytest

from tests.browsing import Open


@pytest.mark.parametrize(
    ("folder", "own", "entry", "measure"),
    [
        ("", "这一项的更新：4 条", "2026-11-23 写明对象和地区", "第 21 项"),
        ("en/", "Changes to this measure: 4", "2026-11-23 Whom and where, said exactly", "Measure 21"),
    ],
)
def test_a_measure_leads_to_its_changes(
    visit: Open, site: str, folder: str, own: str, entry: str, measure: str
) -> None:
    """From measure 6 to its line, from there to the entry, from the entry to the other measure that it names."""
    page = visit(f"{site}{folder}measures/m06.html")
    page.get_by_role("link", name=own).click()
    page.wait_for_url("**/changes.html#m06")
    page.locator("#m06").get_by_role("link", name=entry).click()
    page.wait_for_url("**/changes.html#2026-11-23-whom-and-where")
    page.locator("#\\32 026-11-23-whom-and-where").get_by_role("link", name=measure).click()
    page.wait_for_url("**/measures/m21.html")


@pytest.mark.parametrize(("folder", "name"), [("", "数据"), ("en/", "Data")])
def test_the_data_are_found_at_the_foot_of_a_page(visit: Open, site: str, folder: str, name: str) -> None:
    """The link leads to the page; the page's links to the files, which are there; its block of data runs nothing."""
    page = visit(f"{site}{folder}index.html")
    page.get_by_role("contentinfo").get_by_role("link", name=name, exact=True).click()
    page.wait_for_url("**/data.html")
    block = page.locator("script[type='application/ld+json']").inner_text()
    assert json.loads(block)["@graph"][-1]["@type"] == "Dataset"
    address = page.locator("dl a", has_text="measures.json").evaluate("link => link.href")
    assert address == f"{site}measures.json"
    page.goto(address)
    assert '"schema": 1' in page.locator("body").inner_text()[:200]
