"""Python in the reader's browser: it answers over http and from disk, and each failure is told plainly."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from playwright.sync_api import Browser, Page, Route

from measures_py.call import call
from measures_py.proof.dates import worked
from measures_py.site.serve import Handler, Server
from tests import saving_cases
from tests.browser.python_page import add_python, address, ask, said
from tests.browsing import ARGUMENTS, Open
from tests.find_browser import found

# Each failure is caused once in each language, and over http as well as from disk.
BOTH = pytest.mark.parametrize(("by", "lang"), [("http", "zh"), ("disk", "en")])
CAUSED = "404|Failed to load resource|could not allocate"

# Every lever's example added up for a year, and one of them compared with itself.
CASES = [{"lever": id, "inputs": lever.example} for id, lever in saving_cases.LEVERS.items()]
EXAMPLES = {"scope": "year", "cases": CASES}
TWICE = {"lever": CASES[0]["lever"], "cases": [{"inputs": CASES[0]["inputs"]}] * 2}

By = Callable[[str], str]


@pytest.fixture
def site_by(request: pytest.FixtureRequest) -> By:
    """The address of the site by the named way of reading it."""
    return lambda name: str(request.getfixturevalue(name))


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy of the site on disk whose files may be removed and replaced."""
    return Path(shutil.copytree(built, tmp_path / "site", copy_function=os.link))


@pytest.fixture
def halting(built: Path) -> Iterator[tuple[str, set[str]]]:
    """A server that breaks off in the middle of the files whose names begin with a word of the set."""
    halted: set[str] = set()

    class Halting(Handler):
        quiet = True

        def copyfile(self, source: Any, outputfile: Any) -> None:
            if self.path.rpartition("/")[2].partition(".")[0] in halted:
                outputfile.write(_half(source))
                outputfile.flush()
                self.connection.shutdown(socket.SHUT_RDWR)
            else:
                super().copyfile(source, outputfile)

    running = Server(("127.0.0.1", 0), partial(Halting, directory=str(built)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/", halted
    running.shutdown()
    running.server_close()


def _half(source: BinaryIO) -> bytes:
    content = source.read()
    return content[: len(content) // 2]


def part(built: Path, name: str) -> Path:
    """The plain file of one part of the runtime."""
    stated = json.loads((built / "runtime" / "manifest.json").read_text(encoding="utf-8"))
    return built / "runtime" / str(stated["parts"][name]["file"])


def fails(told: dict[str, Any], code: str, lang: str, *, retry: bool = True) -> None:
    """The reader was told the failure's sentence in the page's language, and the page can start anew."""
    expected = {"code": code, "message": said(code, lang), "retry": retry, "state": "failed"}
    assert {key: told.get(key) for key in expected} == expected, told


def answers(page: Page) -> None:
    """Python answers now."""
    told = ask(page)
    assert told.get("state") == "ready", told
    assert json.loads(told["answer"])["ok"] is True


def in_worker(page: Page, code: str) -> None:
    """Run a script in the worker before its own, as a browser with that defect would behave."""
    page.evaluate(
        """code => { const Whole = Blob; self.Blob = class extends Whole {
          constructor(parts, options) { super(options?.type === "text/javascript" ? [code, ...parts] : parts, options); }
        }; }""",
        code,
    )


def test_python_answers_after_intent(visit: Open, site: str, built: Path) -> None:
    """Nothing of the runtime is asked for before a call; then progress counts every byte once, and it answers."""
    page = visit(site + address("zh"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    add_python(page, built)
    page.wait_for_timeout(300)
    assert [url for url in asked if "/runtime/" in url] == []

    page.evaluate("() => { measuresPython.onprogress = p => { (self.steps ??= []).push(p); } }")
    answers(page)

    steps = page.evaluate("steps")
    assert list(dict.fromkeys(step["step"] for step in steps)) == ["download", "start", "ready"]
    done = [step["done"] for step in steps]
    assert done == sorted(done)
    total = sum(part(built, name).stat().st_size for name in ("worker", "wasm", "library", "measures"))
    assert (done[-1], steps[-1]["total"]) == (total, total)
    assert len([url for url in asked if "/runtime/" in url]) == 5


def test_calls_made_at_once_are_answered_in_turn(visit: Open, http: str, built: Path) -> None:
    """Three calls before Python is there: one start, three answers."""
    page = visit(http + address("en"))
    add_python(page, built, "en")
    told = page.evaluate("Promise.all([1, 2, 3].map(() => measuresPython.call('describe', '{}')))")
    assert [json.loads(answer)["ok"] for answer in told] == [True] * 3
    assert len(page.workers) == 1


def test_every_worked_case_gives_the_same_bytes_as_cpython(visit: Open, site: str, built: Path) -> None:
    """Every hand-worked case, the description, and requests that are wrong: the same answer to the byte."""
    asked = [["deadline", json.dumps(case.request)] for case in worked()]
    shown = {"show": {"lang": "zh", "root": "", "key": "k"}}
    asked += [["savings", json.dumps({**case.request, "csv": "en", **shown})] for case in saving_cases.worked()]
    asked += [["compare", json.dumps(TWICE)], ["combine", json.dumps(EXAMPLES)], ["savings", '{"lever": 1e30}']]
    asked += [["describe", "{}"], ["nothing", "{}"], ["deadline", "not JSON"], ["deadline", '{"rule": "\\ud800"}']]
    page = visit(site + address("zh"))
    add_python(page, built)

    told = page.evaluate(
        "async asked => { const told = []; for (const one of asked) told.push(await measuresPython.call(...one)); return told; }",
        asked,
    )

    different = [one for one, answer in zip(asked, told, strict=True) if answer != call(one[0], one[1])]
    assert different == []


def test_a_second_page_transfers_nothing_big(browser: Browser, http: str, built: Path, tmp_path: Path) -> None:
    """Another page of the site takes the runtime from the browser's cache."""
    # A profile of its own, as readers have; and no routes, which would switch the cache off.
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=found(), args=ARGUMENTS)
    moved: list[int] = []
    for lang in ("zh", "en"):
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        received: list[float] = []
        session.on(
            "Network.loadingFinished", lambda event, received=received: received.append(event["encodedDataLength"])
        )
        page.goto(http + address(lang))
        add_python(page, built, lang)
        answers(page)
        moved.append(int(sum(received)))
    context.close()
    assert moved[0] > 10_000_000
    assert moved[1] < 100_000


@BOTH
def test_without_webassembly(visit: Open, site_by: By, built: Path, by: str, lang: str) -> None:
    """A browser without WebAssembly (Lockdown Mode) is told so; trying again would not help."""
    page = visit(site_by(by) + address(lang))
    page.evaluate("delete self.WebAssembly")
    add_python(page, built, lang)
    fails(ask(page), "no_wasm", lang, retry=False)
    assert page.locator("h1").is_visible()


@BOTH
@pytest.mark.parametrize(
    "cause",
    ["self.Worker = undefined", "() => { self.Worker = class { constructor() { throw new Error('refused'); } } }"],
)
def test_without_workers(visit: Open, site_by: By, built: Path, by: str, lang: str, cause: str) -> None:
    """A browser without workers, or that refuses ours, is told so."""
    page = visit(site_by(by) + address(lang))
    page.evaluate(cause)
    add_python(page, built, lang)
    fails(ask(page), "no_worker", lang, retry=False)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_decompression(visit: Open, disk: str, built: Path, lang: str) -> None:
    """From disk an old browser without DecompressionStream is told so."""
    page = visit(disk + address(lang))
    page.evaluate("self.DecompressionStream = undefined")
    add_python(page, built, lang)
    fails(ask(page), "no_decompression", lang, retry=False)


def test_over_http_decompression_is_not_needed(visit: Open, http: str, built: Path) -> None:
    """Over http the plain files serve old browsers too."""
    page = visit(http + address("zh"))
    page.evaluate("self.DecompressionStream = undefined")
    add_python(page, built)
    answers(page)


@pytest.mark.parametrize("name", ["manifest", "worker", "wasm", "library", "measures"])
def test_a_file_missing_over_http(visit: Open, http: str, built: Path, name: str) -> None:
    """A file that is not there is told; when it is there again, trying again answers."""
    lang = "en" if name in ("wasm", "library") else "zh"
    page = visit(http + address(lang), caused=CAUSED)
    add_python(page, built, lang)
    page.context.route(f"**/runtime/{name}.*", lambda route: route.fulfill(status=404, body="no"))
    fails(ask(page), "missing", lang)
    page.context.unroute(f"**/runtime/{name}.*")
    answers(page)


def test_a_manifest_from_before_an_update(visit: Open, http: str, built: Path) -> None:
    """A cached manifest names a part that an update replaced: told, and trying again asks for the manifest anew."""
    page = visit(http + address("zh"), caused=CAUSED)
    add_python(page, built)
    current = (built / "runtime" / "manifest.js").read_text(encoding="utf-8")
    old = current.replace(part(built, "measures").name, "measures.00000000.bundle")
    assert old != current
    asked = []

    def answer(route: Route) -> None:
        asked.append(route.request.url.partition("?")[2])
        route.fulfill(body=current if asked[-1] else old, content_type="text/javascript")

    page.context.route("**/runtime/manifest.js*", answer)
    fails(ask(page), "missing", "zh")
    answers(page)
    assert len(asked) == 2


@pytest.mark.parametrize("name", ["manifest", "worker", "wasm", "library", "measures"])
def test_a_file_missing_on_disk(visit: Open, folder: Path, built: Path, name: str) -> None:
    """A folder copied without one of its files: told; with the file back, trying again answers."""
    lang = "zh" if name in ("wasm", "library") else "en"
    (path,) = (folder / "runtime").glob("manifest.js" if name == "manifest" else f"disk/{name}.*")
    page = visit(folder.as_uri() + "/" + address(lang), caused=CAUSED)
    add_python(page, built, lang)
    path.rename(path.with_suffix(".away"))
    fails(ask(page), "missing", lang)
    path.with_suffix(".away").rename(path)
    answers(page)


@pytest.mark.parametrize("name", ["worker", "wasm", "library", "measures"])
def test_a_file_corrupt_over_http(visit: Open, http: str, built: Path, name: str) -> None:
    """One changed byte: the file is not used, the reader is told, and trying again asks past the cache."""
    lang = "en" if name in ("wasm", "library") else "zh"
    content = bytearray(part(built, name).read_bytes())
    content[len(content) // 2] ^= 1
    page = visit(http + address(lang), caused=CAUSED)
    add_python(page, built, lang)
    page.context.route(f"**/runtime/{name}.*", lambda route: route.fulfill(body=bytes(content)))
    fails(ask(page), "corrupt", lang)
    page.context.unroute(f"**/runtime/{name}.*")
    answers(page)


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("wasm", lambda text: text.replace('"H4sI', '"H4sJ')),
        ("library", lambda text: text[: len(text) // 2] + '";\n'),
        ("measures", lambda text: text.replace(text[5000:5004], "----")),
        ("worker", lambda text: text[: len(text) // 2]),
    ],
)
def test_a_file_corrupt_on_disk(
    visit: Open, folder: Path, built: Path, name: str, damage: Callable[[str], str]
) -> None:
    """A script damaged in its gzip header, cut short with and without its end, or with letters that are no base64."""
    lang = "zh" if name in ("wasm", "library") else "en"
    (path,) = (folder / "runtime/disk").glob(f"{name}.*")
    good = path.read_text(encoding="ascii")
    path.unlink()  # a hard link to the built site's
    path.write_text(damage(good), encoding="ascii")
    page = visit(folder.as_uri() + "/" + address(lang), caused="Invalid or unexpected token")
    add_python(page, built, lang)
    fails(ask(page), "corrupt", lang)
    path.write_text(good, encoding="ascii")
    answers(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_network_lost_half_way(visit: Open, halting: tuple[str, set[str]], built: Path, lang: str) -> None:
    """The connection breaks in the middle of a file: told; when it is back, only what is missing is fetched again."""
    site, halted = halting
    page = visit(site + address(lang), caused=CAUSED)
    add_python(page, built, lang)
    halted.add("wasm")
    fails(ask(page), "network", lang)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    halted.clear()
    answers(page)
    assert [re.split(r"[/.]", url)[-3] for url in asked if "/runtime/" in url] == ["wasm"]


@BOTH
def test_the_server_gone(visit: Open, site_by: By, built: Path, by: str, lang: str) -> None:
    """No connection at all is the network over http, and a missing file from disk."""
    page = visit(site_by(by) + address(lang), caused=CAUSED)
    add_python(page, built, lang)
    page.context.route("**/runtime/**", lambda route: route.abort())
    fails(ask(page), {"http": "network", "disk": "missing"}[by], lang)
    page.context.unroute("**/runtime/**")
    answers(page)


@BOTH
def test_out_of_memory(visit: Open, site_by: By, built: Path, by: str, lang: str) -> None:
    """A device that cannot give Python its memory: told; with memory again, trying again answers."""
    page = visit(site_by(by) + address(lang), caused=CAUSED)
    in_worker(
        page, "WebAssembly.Memory = class { constructor() { throw new RangeError('could not allocate memory'); } };"
    )
    add_python(page, built, lang)
    fails(ask(page), "memory", lang)
    page.evaluate("() => { self.Blob = Object.getPrototypeOf(Blob); }")
    answers(page)


@BOTH
def test_a_calculation_over_ten_seconds(visit: Open, site_by: By, built: Path, by: str, lang: str) -> None:
    """It is stopped and told, the worker is replaced without fetching anything, and the next call is answered."""
    page = visit(site_by(by) + address(lang))
    in_worker(page, "addEventListener('message', ({ data }) => { while (data.name === 'never'); });")
    add_python(page, built, lang)
    answers(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    told = ask(page, "never")

    assert (told["code"], told["message"], told["retry"]) == ("timeout", said("timeout", lang), True)
    answers(page)
    assert [url for url in asked if "/runtime/" in url] == []


@BOTH
def test_a_worker_that_breaks_down(visit: Open, site_by: By, built: Path, by: str, lang: str) -> None:
    """A call during which the worker breaks is told, and the next one is answered by a new worker."""
    page = visit(site_by(by) + address(lang), caused="broken")
    in_worker(
        page,
        """addEventListener('message', (event) => {
          if (event.data.name === 'break') { event.stopImmediatePropagation(); throw new Error('broken'); }
        });""",
    )
    add_python(page, built, lang)
    told = ask(page, "break")
    assert (told["code"], told["message"], told["retry"]) == ("stopped", said("stopped", lang), True)
    answers(page)


def test_without_storage(visit: Open, site: str, built: Path) -> None:
    """Private mode, where storage refuses: Python keeps nothing and answers all the same."""
    page = visit(site + address("zh"))
    page.evaluate(
        """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
             Object.defineProperty(self, name, { get() { throw new DOMException("refused", "SecurityError"); } });"""
    )
    add_python(page, built)
    answers(page)


def test_without_the_browsers_sha256(visit: Open, site: str, built: Path) -> None:
    """Where crypto.subtle is missing (http from another machine), our own SHA-256 checks the files."""
    page = visit(site + address("zh"))
    page.evaluate("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    add_python(page, built)
    answers(page)
    for length in (*range(130), 1_000_003):
        content = bytes((7 * i) % 256 for i in range(length))
        found = page.evaluate("n => measuresSha256(Uint8Array.from({ length: n }, (_, i) => 7 * i))", length)
        assert found == hashlib.sha256(content).hexdigest(), length
