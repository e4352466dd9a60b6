"""What the published site costs its host and its reader: `python -m benchmarks.serve`.

nginx with deploy/nginx serves the published site on loopback, and wrk asks it for the first page and for a
measure's page as brotli, beside a bare file of the same size from a server block with nothing in it but its
folder, and beside the site's own Python server, which compresses nothing. Then a browser reads: what the log
of nginx counts, answers with their headers, for a first page, for ten pages one after the other that are there
to be read (a page that is a calculation starts Python by itself), and for a first calculation, with brotli and
with gzip, each in a new profile. Writes `results/serve.json`.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright
from tests.browsing import ARGUMENTS
from tests.find_browser import found
from tests.hosting import install, nginx

from benchmarks import record
from measures_py.site import assets
from measures_py.site.publish import publish
from measures_py.site.serve import server

ROUNDS = 5
SECONDS = 3
CONNECTIONS = 32
PAGES = {"home": "index.html", "measure": "measures/m19.html"}
TEN = [
    "index.html",
    "measures/index.html",
    "measures/m06.html",
    "measures/m19.html",
    "measures/m23.html",
    "measures/m31.html",
    "measures/m37.html",
    "measures/m43.html",
    "notice.html",
    "glossary.html",
]
RULE = "late-relief-application"
COUNTED = """done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests": %d, "bytes": %d, "microseconds": %d, "p99": %d, "errors": %d}',
    summary.requests, summary.bytes, summary.duration, latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end"""
BARE = (
    "server {{ listen 127.0.0.1:{port}; root \"{root}\"; }}\n    log_format counted '$bytes_sent $status $uri';\n    "
)


def load(script: Path, address: str) -> dict[str, float]:
    """One run of wrk: requests a second, bytes of an answer with its headers, the slowest of a hundred in ms."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(script)]
    command += ["-H", "Accept-Encoding: br", address]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS + 30).stdout
    told = json.loads(printed[printed.rindex("{") :])
    assert told["requests"], printed
    return {
        "per_second": told["requests"] / told["microseconds"] * 1e6,
        "bytes": told["bytes"] / told["requests"],
        "p99_ms": told["p99"] / 1000,
        "errors": told["errors"],
    }


def loads(script: Path, addresses: dict[str, str]) -> dict[str, Any]:
    """Each address in turn, several rounds; medians, and ours over the bare file of its size."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, address in addresses.items():
            runs[name].append(load(script, address))
            print(name, round(runs[name][-1]["per_second"]), flush=True)
    told: dict[str, Any] = {
        name: {
            "requests_per_second": round(median(run["per_second"] for run in taken)),
            "bytes_per_answer": round(median(run["bytes"] for run in taken)),
            "p99_ms": round(median(run["p99_ms"] for run in taken), 2),
            "errors": round(sum(run["errors"] for run in taken)),
        }
        for name, taken in runs.items()
    }
    for kind in PAGES:
        ratios = [o["per_second"] / b["per_second"] for o, b in zip(runs[kind], runs[f"{kind}_bare"], strict=True)]
        told[f"{kind}_over_bare"] = round(median(ratios), 3)
    return told


def calculate(page: Page) -> None:
    """A first date, from the field to the answer."""
    page.locator(f"#{RULE}-paid").fill("2025-03-03")
    page.locator(f"form[data-rule={RULE}] .headline").wait_for()


def reading(address: str, log: Path) -> dict[str, int]:
    """What nginx sent a reader, in bytes, by what the reader did; each with nothing in the browser's cache."""

    def sent(read: Callable[[Page], None], *, keeping: bool = False) -> int:
        before = log.stat().st_size
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
            context = browser.new_context(service_workers="allow" if keeping else "block")
            read(context.new_page())
            browser.close()
        return sum(int(line.split()[0]) for line in log.read_text(encoding="utf-8")[before:].splitlines())

    def visit(*names: str) -> Callable[[Page], None]:
        def read(page: Page) -> None:
            for name in names:
                page.goto(address + name, wait_until="networkidle")

        return read

    def kept(page: Page) -> None:
        visit("index.html")(page)
        page.evaluate("navigator.serviceWorker.ready.then(() => {})")
        page.wait_for_timeout(2000)

    def first_date(page: Page) -> None:
        visit("deadlines.html")(page)
        calculate(page)

    alone = sent(visit("index.html"))
    return {
        "first_page": alone,
        "first_page_kept_for_later_adds": sent(kept, keeping=True) - alone,
        "first_measure": sent(visit("measures/m19.html")),
        "ten_pages": sent(visit(*TEN)),
        "first_calculation": sent(first_date),
    }


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    """Measure in turn and write the record."""
    if nginx.missing() or not shutil.which("wrk"):
        install.apt([*install.PACKAGES, "wrk"])
    if lacking := nginx.missing() or ("" if shutil.which("wrk") else "wrk"):
        raise SystemExit(f"no {lacking}, and only root may install it with apt-get")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        publish(assets.PROJECT / "site", folder / "br")
        shutil.copytree(folder / "br", folder / "gzip", ignore=shutil.ignore_patterns("*.br"))
        for name in ("bare", "nginx-br", "nginx-gzip"):
            (folder / name).mkdir()
        for kind, path in PAGES.items():
            shutil.copy(folder / "br" / f"{path}.br", folder / "bare" / kind)
        (folder / "count.lua").write_text(COUNTED, encoding="utf-8")
        python = server(assets.PROJECT / "site", quiet=True)
        threading.Thread(target=python.serve_forever, daemon=True).start()
        port = free_port()
        bare = BARE.format(port=port, root=folder / "bare")
        with nginx.running("site", folder / "br", folder / "nginx-br", more=bare) as address:
            addresses = {kind: address + path for kind, path in PAGES.items()}
            addresses |= {f"{kind}_bare": f"http://127.0.0.1:{port}/{kind}" for kind in PAGES}
            addresses |= {f"{kind}_python": f"http://127.0.0.1:{python.server_port}/{p}" for kind, p in PAGES.items()}
            pressed = loads(folder / "count.lua", addresses)
        python.shutdown()
        read = {}
        for form in ("br", "gzip"):
            log = folder / f"nginx-{form}" / "counted.log"
            more = BARE.format(port=free_port(), root=folder / "bare")
            with nginx.running("site", folder / form, folder / f"nginx-{form}", more=more, log=f"{log} counted") as at:
                read[form] = reading(at, log)
    figures = {
        "wrk": {"connections": CONNECTIONS, "seconds": SECONDS, "rounds": ROUNDS, **pressed},
        "reader_bytes": read,
    }
    print(json.dumps(figures, indent=1))
    print(record.write("serve", {"unit": "medians; bytes with the headers of each answer", "figures": figures}))


if __name__ == "__main__":
    main()
