"""Under a path of a host, and behind nginx, everything works: reading, finding, switching, calculating, keeping."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from measures_py.site import keeping_words, words
from measures_py.site.serve import server
from tests.browsing import Open
from tests.hosting.conftest import AT, served

pytestmark = pytest.mark.xdist_group("hosting")

RULE = "late-relief-application"


@pytest.fixture(scope="session")
def addressed_nginx(addressed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site built for its path, behind nginx."""
    yield from served("subpath", addressed, tmp_path_factory)


@pytest.fixture(scope="session")
def addressed_python(addressed: Path) -> Iterator[str]:
    """The site built for its path, on the site's own server."""
    running = server(addressed, quiet=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/{AT}/"
    running.shutdown()
    running.server_close()


@pytest.fixture(params=["at_root", "at_path", "addressed_nginx", "addressed_python"])
def home(request: pytest.FixtureRequest) -> str:
    """The site's root: relative at the root and under a path of nginx, and built for its path on both servers."""
    return str(request.getfixturevalue(request.param))


def test_a_visit(visit: Open, home: str) -> None:
    """From the first page by search to a measure, to the other language, by a short address, to a first calculation.

    Any request beyond the host, any violation of the policy and any script error fails.
    """
    page = visit(f"{home}en/index.html", caused="^$")
    page.locator("main input[type=search], article input[type=search]").first.press_sequentially("disclosure")
    page.locator("article .results a").first.click()
    expect(page).to_have_url(re.compile(f"{home}en/measures/m"))
    page.locator(".top a.language").click()
    expect(page).to_have_url(re.compile(f"{home}measures/m"))

    page.goto(f"{home}m/19.html#s2")
    expect(page).to_have_url(f"{home}measures/m19.html#s2")

    page.goto(f"{home}deadlines.html")
    page.locator(f"#{RULE}-paid").fill("2025-03-03")
    page.locator(f"form[data-rule={RULE}] .headline").wait_for()


def test_the_worker_has_the_site_for_its_scope(visit: Open, home: str) -> None:
    """One worker for both languages, no more and no less than the site's own path; it keeps what was read."""
    page = visit(f"{home}en/measures/m19.html", keeping=True, caused="ERR_|503|Failed to")

    scope = page.evaluate("async () => (await navigator.serviceWorker.ready).scope")

    assert scope == home
    page.reload()
    assert page.evaluate("navigator.serviceWorker.controller.scriptURL") == f"{home}sw.js"
    page.context.set_offline(offline=True)
    page.reload()
    expect(page.locator("h1")).to_contain_text("19")
    page.goto(f"{home}en/measures/m07.html")
    expect(page.locator("h1")).to_have_text(keeping_words.MISSING["en"])


@pytest.mark.parametrize("where", ["addressed_nginx", "addressed_python"])
@pytest.mark.parametrize(("name", "lang"), [("nothing.html", "zh"), ("en/measures/nothing.html", "en")])
def test_the_missing_page_knows_its_path(
    request: pytest.FixtureRequest, visit: Open, where: str, name: str, lang: str
) -> None:
    """Built with SITE_URL, the page for a missing address has its styles and leads back, at any depth."""
    home = str(request.getfixturevalue(where))
    page = visit(home + name)

    expect(page.locator("h1")).to_have_text(words.NOT_FOUND[lang])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"
    page.locator("article a[href$='measures/index.html']").first.click()
    expect(page).to_have_url(f"{home}{'' if lang == 'zh' else 'en/'}measures/index.html")


def test_the_addresses_it_states(addressed: Path) -> None:
    """The one setting reaches the canonical address and the path of the page for what is missing."""
    page = (addressed / AT / "en/measures/m19.html").read_text(encoding="utf-8")
    missing = (addressed / AT / "en/404.html").read_text(encoding="utf-8")

    assert '<link rel="canonical" href="https://example.org/customs/43/en/measures/m19.html">' in page
    assert 'src="/customs/43/assets/' in missing
