"""The savings forms as a test types into them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

PATIENCE = 60_000
FREIGHT = {"freight": "20000", "duty_rate": "8", "consumption_rate": "0", "vat_rate": "13", "vat_credited": "100"}


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
