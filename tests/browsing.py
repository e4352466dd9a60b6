"""A Chromium that may reach nothing but the site under test: over http, or from a folder on disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

from tests.find_browser import found

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., Page]
# A page of each kind; the last two are the missing page and a short address.
KINDS = [
    "index.html",
    "measures/index.html",
    "measures/m06.html",
    "measures/m30.html",
    "measures/m05.html",
    "finder.html",
    "deadlines.html",
    "savings.html",
    "notice.html",
    "glossary.html",
    "proof.html",
    "background.html",
    "about.html",
    "offline.html",
    "changes.html",
    "data.html",
    "check.html",
    "404.html",
    "m/07.html",
]


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
    """The visits of one test: see `visits`."""
    yield from visits(browser)


def visits(browser: Browser) -> Iterator[Open]:
    """Opens pages in a fresh context; any request beyond the site, script error or policy violation fails the test.

    `caused` is a pattern of the errors that the test itself brings about. Nothing is kept between pages by a
    service worker, unless `keeping` allows it.
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
        keeping: bool = False,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            service_workers="allow" if keeping else "block",
            permissions=["clipboard-read", "clipboard-write"] if address.startswith("http") else [],
        )
        contexts.append(context)
        allowed = "/".join(address.split("/")[:3]) if address.startswith("http") else "file://"

        # Only what goes elsewhere is stopped on its way; asking about each request would take most of the time.
        elsewhere = re.compile(rf"^(?!{re.escape(allowed)}|data:|blob:)")

        def watch(request: Request) -> None:
            if elsewhere.match(request.url):
                problems.append(f"request to {request.url}")

        def guard(route: Route) -> None:
            watch(route.request)
            route.abort()

        if keeping:  # a request that is held up here would pass the service worker by
            context.on("request", watch)
        else:
            context.route(elsewhere, guard)
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
    if problems:
        pytest.fail("\n".join(problems))
