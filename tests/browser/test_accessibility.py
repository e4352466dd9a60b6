"""Every page for every reader: axe, keyboard, narrow screens; and no request to any other host."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import KINDS, Open, visits
from tests.conftest import PROJECT

AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and its own good practice, one line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({ resultTypes: ['violations'] }).then(result => result.violations)")
    return [
        f"{item['id']}: {node['target']} {node['failureSummary'][:200]}" for item in found for node in item["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_axe_finds_nothing(visit: Open, http: str, folder: str, width: int, scheme: str) -> None:
    """No violation on any kind of page, in either language and scheme, at three widths."""
    page = visit(f"{http}{folder}index.html", width=width, scheme=scheme)
    found = {}
    for kind in KINDS:
        if kind.startswith("m/"):
            page.route("**/assets/short.*.js", lambda route: route.fulfill(body=""))
        page.goto(f"{http}{folder}{kind}")
        found[kind] = violations(page)

    assert {kind: lines for kind, lines in found.items() if lines} == {}


@pytest.mark.parametrize("folder", ["", "en/"])
def test_open_menu_search_and_filters_are_accessible_too(visit: Open, http: str, folder: str) -> None:
    """Axe again with the phone menu open, results shown and filters used."""
    page = visit(f"{http}{folder}measures/index.html#flow=import", width=390)
    page.locator(".top .menu").click()
    page.locator("input[type=search]").click()
    page.keyboard.type("AEO")
    page.locator(".results a").first.wait_for()

    assert violations(page) == []


def test_no_page_asks_any_other_host_or_breaks_the_policy(visit: Open, http: str, built: Path) -> None:
    """Every page of the site, opened; a foreign request, script error or policy violation fails the visit."""
    page = visit(http + "index.html")
    for path in sorted(built.rglob("*.html")):
        page.goto(http + path.relative_to(built).as_posix())


def test_every_page_opens_from_disk(visit: Open, disk: str, built: Path) -> None:
    """Every page from a folder whose path has Chinese characters, a space, # and %, styled and complete."""
    page = visit(disk + "index.html")
    for path in sorted(built.rglob("*.html")):
        name = path.relative_to(built).as_posix()
        if name.endswith("404.html"):
            continue  # served by a host, never opened from disk
        if name.endswith("check.html"):
            continue  # asks on purpose for a file that is not there: see test_check_copy.py
        page.goto(disk + name)
        assert page.locator(".unzip:visible").count() == 0, name


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_nothing_runs_off_a_narrow_screen(visit: Open, http: str, folder: str, width: int) -> None:
    """No page scrolls sideways at 320 px, which is also a 1280 px screen at 400 % zoom."""
    page = visit(f"{http}{folder}index.html", width=width)
    measures = [f"measures/m{number:02}.html" for number in range(1, 44)]
    wide = []
    for kind in [*KINDS[:-1], *measures]:
        page.goto(f"{http}{folder}{kind}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(kind)

    assert wide == []


# A group of radio buttons is one stop: the arrow keys move within it.
FOCUSABLE = "a[href], button:enabled, input:not([type=radio]), input:checked, select, summary, [tabindex='0']"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS[:-1])
def test_the_keyboard_reaches_everything(visit: Open, http: str, kind: str, width: int) -> None:
    """Tab visits every visible control once around, each with a visible focus; the menu opens with Enter."""
    page = visit(http + kind, width=width)
    if width == 390:
        page.locator(".top .menu").focus()
        page.keyboard.press("Enter")
        assert page.locator("#main-nav").is_visible()
    page.evaluate("document.activeElement.blur()")
    # A reading list of focusable elements, marked so that a visit can be told.
    count = page.evaluate(
        f"""() => {{
          let count = 0;
          for (const element of document.querySelectorAll("{FOCUSABLE}")) {{
            if (element.checkVisibility({{ visibilityProperty: true }})) element.dataset.wanted = String(count++);
          }}
          window.visited = new Set();
          window.unseen = [];
          document.addEventListener("focusin", (event) => {{
            visited.add(event.target.dataset.wanted);
            const style = getComputedStyle(event.target);
            if (style.outlineStyle === "none" && !event.target.closest("svg")) unseen.push(event.target.outerHTML.slice(0, 80));
          }});
          return count;
        }}"""
    )
    parts = 4 * page.locator("input[type=date]:visible").count()  # month, day, year, calendar button: a stop each
    for _ in range(count + parts + 5):
        page.keyboard.press("Tab")

    missed = page.evaluate(
        "() => [...document.querySelectorAll('[data-wanted]')].filter(e => !visited.has(e.dataset.wanted))"
        ".map(e => e.outerHTML.slice(0, 120))"
    )
    assert missed == []
    assert page.evaluate("window.unseen") == []


def test_a_request_to_another_host_is_noticed(browser: Browser, disk: str) -> None:
    """What the other tests rely on: a page that asks for a file elsewhere is stopped, and the visit fails."""
    visiting = visits(browser)
    page = next(visiting)(disk + "about.html")
    asked = "() => new Promise(done => { const i = new Image(); i.onerror = done; i.src = 'http://192.0.2.1/x.png'; })"
    page.evaluate(asked)
    with pytest.raises(pytest.fail.Exception, match=r"request to http://192\.0\.2\.1/x\.png"):
        next(visiting, None)
