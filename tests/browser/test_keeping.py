"""What the browser keeps over http: read without a network, renewed by a new version, installable; nothing on disk."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from measures_py.site import keeping_words
from measures_py.site.serve import server
from tests.browsing import Open

# The site under a path of its own, as a publisher may have it.
AT = "customs/43"
# What a browser logs when the test takes the network away.
GONE = r"404|ERR_|Failed to (fetch|load)|service worker navigation|503"
RULE = "late-relief-application"
CURRENT = """async () => {
  await navigator.serviceWorker.ready;
  const found = {};
  for (const name of await caches.keys()) found[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
  return found;
}"""


class Host:
    """A copy of the site under a sub-path, on a server that can go away, come back and publish something new."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder, folder / AT
        self.port = 0
        self.start()

    def start(self) -> None:
        """Serve, at the same address as before."""
        self.running: ThreadingHTTPServer | None = server(self.folder, self.port, quiet=True)
        self.port = self.running.server_port
        threading.Thread(target=self.running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        """Refuse every connection."""
        if self.running:
            self.running.shutdown()
            self.running.server_close()
            self.running = None

    @property
    def address(self) -> str:
        """The site's root."""
        return f"http://127.0.0.1:{self.port}/{AT}/"

    def publish(self) -> str:
        """A new version: other words on measure 19, a script of another name; the name of the script."""
        (old,) = self.site.glob("assets/dates.*.js")
        new = old.with_name("dates.0123abcd.js")
        for page in (*self.site.rglob("*.html"), self.site / "sw.js"):
            text = page.read_text(encoding="utf-8").replace(old.name, new.name)
            if page.name == "m19.html":
                text = text.replace("</h1>", " (new version)</h1>")
            if page.name == "sw.js":
                text = re.sub(r'"version":"\w+"', '"version":"new"', text, count=1)
            page.write_text(text, encoding="utf-8")
        old.rename(new)
        return new.name


@pytest.fixture
def host(built: Path, tmp_path: Path) -> Iterator[Host]:
    """A host of a copy."""
    shutil.copytree(built, tmp_path / AT, ignore=shutil.ignore_patterns("disk", "measures-offline.zip"))
    host = Host(tmp_path)
    yield host
    with suppress(OSError):
        host.stop()


def caches(page: Page) -> dict[str, list[str]]:
    """The addresses in each cache of the origin."""
    found: dict[str, list[str]] = page.evaluate(CURRENT)
    return found


def until(page: Page, holds: Callable[[dict[str, list[str]]], bool]) -> None:
    """Until the caches are as they will be; the worker fills them at its own pace."""
    for _ in range(300):
        if holds(caches(page)):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"still {caches(page)}")


def kept(page: Page) -> list[str]:
    """What is in the one cache of the site, from the site's root."""
    found = caches(page)
    (name,) = found
    root = name.split(" ")[-1]
    return sorted(url.removeprefix(root) for url in found[name])


def wait_for(page: Page, *names: str) -> None:
    """Until all of these are kept."""
    until(page, lambda found: all(any(url.endswith(name) for urls in found.values() for url in urls) for name in names))


def test_read_search_and_calculate_without_a_network(visit: Open, host: Host) -> None:
    """After one visit with a calculation everything on that page works with the server gone, and finding another."""
    page = visit(f"{host.address}en/deadlines.html", keeping=True, caused=GONE)
    page.locator(f"#{RULE}-paid").fill("2025-03-03")
    page.locator(f"form[data-rule={RULE}] .headline").wait_for()
    wait_for(page, "en/deadlines.html", "en/index.html", ".wasm", ".bundle", "runtime/manifest.js", "search.en.js")
    host.stop()

    page.reload()

    expect(page.locator("h1")).to_be_visible()
    page.locator(f"#{RULE}-paid").fill("2025-04-04")
    page.locator(f"form[data-rule={RULE}] .headline").wait_for()
    page.locator("#header-search").press_sequentially("disclosure")
    expect(page.locator("#header-results a").first).to_be_visible()
    page.locator(".top .brand").click()
    expect(page).to_have_url(f"{host.address}en/index.html")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_that_was_not_kept(visit: Open, host: Host, lang: str) -> None:
    """Without a network it is the site's own page, in the page's language and styles, that leads to what is kept."""
    folder = "" if lang == "zh" else "en/"
    page = visit(f"{host.address}{folder}measures/m19.html", keeping=True, caused=GONE)
    title = page.title().rsplit(" - ", 1)[0]
    wait_for(page, f"{folder}measures/m19.html", f"{folder}measures/index.html", f"search.{lang}.js")
    host.stop()

    page.goto(f"{host.address}{folder}measures/m07.html?from=chat")

    expect(page.locator("h1")).to_have_text(keeping_words.MISSING[lang])
    assert page.evaluate("document.documentElement.lang") == lang
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"
    page.get_by_role("link", name=title, exact=True).click()
    expect(page).to_have_url(f"{host.address}{folder}measures/m19.html")

    host.start()
    page.goto(f"{host.address}{folder}measures/m07.html?from=chat")
    expect(page.locator("h1")).to_contain_text("7" if lang == "zh" else "7.")


def test_a_new_version_while_the_old_is_open(visit: Open, host: Host) -> None:
    """The next visit shows it; the caches of the old version are gone; what was read is kept in its new state."""
    page = visit(f"{host.address}en/measures/m19.html", keeping=True, caused=GONE)
    (before,) = caches(page)
    wait_for(page, "en/measures/m19.html", "search.en.js")
    read = kept(page)
    script = host.publish()

    page.goto(f"{host.address}en/measures/index.html")
    for _ in range(300):  # by the names alone: opening a cache that is being removed would make it anew
        names = page.evaluate("caches.keys()")
        if names == [before.replace(before.split(" ")[1], "new")]:
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail(f"still {names}")
    host.stop()
    page.goto(f"{host.address}en/measures/m19.html")

    expect(page.locator("h1")).to_contain_text("(new version)")
    now = kept(page)
    assert f"assets/{script}" in now
    assert {re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in read} <= {
        re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in now
    }
    assert [name for name in now if re.search(r"dates\.", name)] == [f"assets/{script}"]


def test_with_a_network_nothing_is_stale(visit: Open, host: Host) -> None:
    """A page changed on the host is new on the very next load, although an older one is kept."""
    page = visit(f"{host.address}measures/m19.html", keeping=True)
    wait_for(page, "measures/m19.html")
    file = host.site / "measures/m19.html"
    file.write_text(file.read_text(encoding="utf-8").replace("</h1>", "（已改）</h1>"), encoding="utf-8")

    page.reload()

    expect(page.locator("h1")).to_contain_text("（已改）")


def test_what_is_not_kept(visit: Open, host: Host) -> None:
    """Archives, ranges, queries and what is not there; nor is another site on the same host touched."""
    (host.folder / "other").mkdir()
    (host.folder / "other/index.html").write_text("<!doctype html><title>other</title>", encoding="utf-8")
    (host.site / "some.zip").write_bytes(b"PK")
    page = visit(f"{host.address}index.html", keeping=True)
    wait_for(page, "/index.html", "search.zh.js")

    page.evaluate(
        """async () => {
          const ask = (name, options) => fetch(name, options).then((response) => response.arrayBuffer());
          await ask("some.zip");
          await ask("glossary.html?again=1");
          await ask("about.html", { headers: { Range: "bytes=0-9" } });
          await ask("nothing.html");
          await ask("notice.html", { method: "HEAD" });
          await ask("../../other/index.html");
        }"""
    )

    unwanted = ("zip", "glossary.html", "about.html", "nothing.html", "notice.html", "other/index.html")
    assert [name for name in kept(page) if name.endswith(unwanted)] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_keeping_everything(visit: Open, host: Host, lang: str) -> None:
    """On request every page is kept, with progress; then a page never read opens without a network and calculates."""
    folder = "" if lang == "zh" else "en/"
    page = visit(f"{host.address}{folder}offline.html", keeping=True, caused=GONE)
    button = page.locator(".keep button")
    expect(button).to_contain_text("MB")

    button.click()

    expect(page.locator(".keep [role=status]")).to_have_text(keeping_words.KEPT[lang], timeout=60_000)
    expect(button).to_be_hidden()
    host.stop()
    page.goto(f"{host.address}{folder}measures/m31.html")
    expect(page.locator("h1")).to_contain_text("31")
    page.goto(f"{host.address}{folder}deadlines.html")
    page.locator(f"#{RULE}-paid").fill("2025-03-03")
    page.locator(f"form[data-rule={RULE}] .headline").wait_for()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_browser_may_install_it(visit: Open, host: Host, lang: str) -> None:
    """Chromium reads the manifest of the page's language without complaint and finds its start and its icons."""
    folder = "" if lang == "zh" else "en/"
    page = visit(f"{host.address}{folder}measures/m19.html", keeping=True)
    chromium = page.context.new_cdp_session(page)

    told = chromium.send("Page.getAppManifest")

    assert told["errors"] == []
    assert told["url"] == f"{host.address}{folder}app.webmanifest"
    assert keeping_words.APP[lang] in told["data"]
    stated = told["manifest"]
    assert stated["startUrl"] == f"{host.address}{folder}index.html"
    assert stated["scope"] == host.address
    wait_for(page, f"{folder}measures/m19.html")
    # A context of its own is taken for a private window, where nothing is ever installed.
    errors = chromium.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in errors} <= {"in-incognito"}


def test_on_disk_there_is_neither(visit: Open, disk: str) -> None:
    """No worker is asked for, no manifest is linked, nothing is offered, and the console stays silent."""
    page = visit(f"{disk}offline.html", keeping=True, caused="$^")

    assert page.locator("link[rel=manifest]").count() == 0
    expect(page.locator(".keep button")).to_be_hidden()
    assert page.evaluate("navigator.serviceWorker?.controller ?? null") is None
