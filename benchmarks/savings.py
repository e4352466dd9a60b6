"""How soon a key in a savings form is on the screen, Python warm: `python -m benchmarks.savings`.

In the built site over http: a figure of the freight lever, which has three results and taxes; a figure
of the storage lever with two tariffs; and the same with six ranges, which are 64 corners of the formula.
Each key changes the answer. Writes `results/savings.json`.
"""

from __future__ import annotations

import json
import threading

from playwright.sync_api import Page, Playwright, sync_playwright
from tests.browsing import ARGUMENTS
from tests.find_browser import found

from benchmarks import record, screen
from measures_py.site import assets
from measures_py.site.serve import server

KEYS = 100
SITE = assets.PROJECT / "site"
RANGED = ("storage_before", "storage_after", "detention_before", "detention_after", "own_store_rate", "own_store_days")


def opened(playwright: Playwright, address: str, lever: str, ranged: tuple[str, ...] = ()) -> Page:
    """A page with the example of a lever worked out, some of its figures a range."""
    page = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS).new_page()
    page.goto(f"{address}en/savings.html")
    form = page.locator(f"form[data-lever={lever}]")
    form.locator("[data-action=example]").click()
    for name in ranged:
        form.locator(f".field[data-name={name}] [data-action=range]").click()
        low = int(form.locator(f"#{lever}-{name}").input_value())
        form.locator(f"#{lever}-{name}-high").fill(str(low + 2))
    form.locator(".result:not(.stale) .headline").wait_for()
    return page


def keys(page: Page, lever: str, name: str) -> list[float]:
    """Milliseconds from a key, a digit and then its removal in turn, to the changed answer on the screen."""
    page.locator(f"#{lever}-{name}").focus()
    page.keyboard.press("End")
    screen.watch(page, "keydown", f"form[data-lever={lever}] .result")
    taken = screen.times(page, lambda number: page.keyboard.press("Backspace" if number % 2 else "7"), KEYS)
    page.context.browser.close() if page.context.browser else None
    return taken


def main() -> None:
    """Measure in turn and write the record."""
    running = server(SITE, quiet=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{running.server_port}/"
    with sync_playwright() as playwright:
        freight = keys(opened(playwright, address, "domestic-freight"), "domestic-freight", "freight")
        tariff = keys(opened(playwright, address, "port-storage"), "port-storage", "boxes")
        ranges = keys(opened(playwright, address, "port-storage", RANGED), "port-storage", "boxes")
    running.shutdown()
    figures = {
        "taxes": screen.told(freight),
        "two_tariffs": screen.told(tariff),
        "two_tariffs_and_six_ranges": screen.told(ranges),
    }
    print(json.dumps(figures, indent=1))
    print(
        record.write("savings", {"unit": f"milliseconds, {KEYS} keys each", "figures": {"key_to_screen_ms": figures}})
    )


if __name__ == "__main__":
    main()
