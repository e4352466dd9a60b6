"""How soon a click is on the board: `python -m benchmarks.finder`.

Warm, in Chromium, over http: clicks on answers of several questions, pressed for 80 ms as people do and for
none as programs do, each measured in the page from the click (the event's own time) to the first frame after
the board changed, with all 43 verdicts and the next question worked out by Python, which begins when an
answer is pressed. Writes `results/finder.json`.
"""

from __future__ import annotations

import json
import threading

from playwright.sync_api import Page, sync_playwright
from tests.browsing import ARGUMENTS
from tests.find_browser import found

from benchmarks import record, screen
from measures_py.site import assets
from measures_py.site.serve import server

SITE = assets.PROJECT / "site"
GOAL = {"median": 16, "p95": 50}
ROUNDS = 12
FACTS = ("flow", "goods", "matters", "role", "transport", "zone", "removal_stage", "no_early_sale")


def main() -> None:
    """Measure and write the record."""
    running = server(SITE, quiet=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    figures = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
        version = browser.version
        for name, press in (("pressed_80_ms", 80), ("pressed_0_ms", 0)):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"http://127.0.0.1:{running.server_port}/en/finder.html")
            figures[name] = clicked(page, press)
            page.close()
        browser.close()
    running.shutdown()
    print(json.dumps(figures, indent=1))
    unit = "milliseconds, warm, from the click to the painted board"
    print(record.write("finder", {"unit": unit, "browser": f"Chromium {version}", "goal": GOAL, "figures": figures}))


def clicked(page: Page, press: int) -> dict[str, float]:
    """Median and 95th percentile over clicks on the answers of eight questions, each time another answer."""
    page.locator("#q-flow input[value=import]").check()
    page.locator("[data-group=not_applicable] li").first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(500)
    screen.watch(page, "click", ".board")
    clicks = 0
    for turn in range(ROUNDS):
        for fact in FACTS:
            page.evaluate("fact => measuresSteps.open(fact, false)", fact)
            boxes = page.locator(f"#q-{fact} .choices:not(.aparts) input")
            boxes.nth(turn % boxes.count()).click(delay=press)
            clicks += 1
            while page.evaluate("self.taken.length") < clicks:
                page.wait_for_timeout(20)
    taken = page.evaluate("self.taken")
    return {"clicks": clicks, **screen.told(taken)}


if __name__ == "__main__":
    main()
