"""A Chromium that may reach nothing but the site under test: over http, or from a folder on disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.find_browser import found

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = found()
    if not path:
        pytest.fail("no Chromium found: run `make test`, which installs one")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens pages in a fresh context; any request beyond the site, script error or policy violation fails the test.

    `caused` is a pattern of the errors that the test itself brings about.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def visit(
        address: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        scripts: bool = True,
        caused: str = "404",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"] if address.startswith("http") else [],
        )
        contexts.append(context)
        allowed = "/".join(address.split("/")[:3]) if address.startswith("http") else "file://"

        def guard(route: Route) -> None:
            if route.request.url.startswith((allowed, "data:", "blob:")):
                route.continue_()
            else:
                problems.append(f"request to {route.request.url}")
                route.abort()

        context.route("**/*", guard)
        page = context.new_page()
        page.on("pageerror", lambda e: problems.append(f"script error: {e}") if not re.search(caused, str(e)) else None)
        page.on(
            "console",
            lambda m: problems.append(m.text) if m.type == "error" and not re.search(caused, m.text) else None,
        )
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert problems == []
