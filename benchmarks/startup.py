"""How soon Python answers in the reader's browser, beside plain Pyodide: `python -m benchmarks.startup`.

From the start of the page to the first deadline answered, in a new browser profile each time, medians
of 7 taken in turn: ours over http, ours from disk, and plain `loadPyodide` of the same version from its
npm files in a worker over http, with our modules as source. Writes `results/startup.json`: seconds, their
ratios, what a first calculation transfers, the renderer's peak memory beside that of an empty page, the
time of a repeated call, and the time from a key pressed in a date field to the changed answer on the screen.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import tempfile
import threading
import zipfile
from pathlib import Path
from statistics import median
from typing import Any

import psutil
from playwright.sync_api import Playwright, sync_playwright
from tests.browser.python_page import FIRST
from tests.browsing import ARGUMENTS
from tests.find_browser import found

from benchmarks import record, screen
from measures_py.authoring import read
from measures_py.site import assets, bytecode, runtime
from measures_py.site.runtime_words import PYTHON
from measures_py.site.serve import server

REPEATS = 7
CALLS = 300
KEYS = 100
RULE = "late-relief-application"
SITE = assets.PROJECT / "site"
PAGE = '<!doctype html><meta charset="utf-8"><title>{0}</title><h1>{0}</h1>{1}<script src="{0}.js"></script>\n'
OURS = "self.answered = measuresPython.call('deadline', FIRST).then((answer) => [performance.now(), answer]);"
PLAIN = """self.answered = new Promise((resolve) => {
  new Worker("plain-worker.js").onmessage = ({ data }) => resolve([performance.now(), data]);
});"""
PLAIN_WORKER = """importScripts("npm/pyodide.js");
(async () => {
  const archive = fetch("plain.zip").then((response) => response.arrayBuffer());
  const python = await loadPyodide({ indexURL: new URL("npm/", location.href).href });
  python.unpackArchive(await archive, "zip", { extractDir: "/lib/python3.13/site-packages" });
  postMessage(python.pyimport("measures_py.call").call("deadline", FIRST));
})();"""
# A repeated call as a form makes it: another date each time.
REPEATED = """async (count) => {
  const taken = [];
  for (let i = 0; i < count; i += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    const asked = JSON.stringify({ rule: "late-relief-application", inputs: { paid: day }, as_of: "2026-11-23" });
    const began = performance.now();
    await measuresPython.call("deadline", asked);
    taken.push(performance.now() - began);
  }
  return taken;
}"""


def pages(folder: Path) -> None:
    """A copy of the built site's runtime with three pages: ours, plain Pyodide, and one with nothing in it."""
    for name in ("runtime", "assets"):
        shutil.copytree(SITE / name, folder / name)
    (script,) = (folder / "assets").glob("python.*.js")
    told = html.escape(json.dumps({code: text.en for code, text in PYTHON.items()}))
    ours = f'<script src="assets/{script.name}" data-words="{told}"></script>'
    first = f"const FIRST = {json.dumps(FIRST)};\n"
    for name, head, code in (
        ("ours", ours, first + OURS),
        ("plain", "", PLAIN),
        ("empty", "", "self.answered = [0, ''];"),
    ):
        (folder / f"{name}.html").write_text(PAGE.format(name, head), encoding="utf-8")
        (folder / f"{name}.js").write_text(code, encoding="utf-8")
    (folder / "plain-worker.js").write_text(first + PLAIN_WORKER, encoding="utf-8")
    shutil.copytree(bytecode.PYODIDE, folder / "npm")
    files, _ = read.read_files()
    modules = {**bytecode.run_time_modules(), bytecode.STORE: runtime.store(files)}
    (folder / "plain.zip").write_bytes(bytecode.packed(modules, zipfile.ZIP_DEFLATED))


def once(playwright: Playwright, address: str, calls: int = 0) -> dict[str, Any]:
    """One cold start: a new profile, the page, its first answer; then `calls` more."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=found(), args=ARGUMENTS)
        page = context.pages[0]
        page.goto(address)
        milliseconds, answer = page.evaluate("async () => await self.answered")
        told: dict[str, Any] = {"seconds": milliseconds / 1000, "answer": answer, "peak_mb": _peak(os.getpid())}
        if calls:
            told["calls"] = page.evaluate(REPEATED, calls)
        context.close()
    return told


def _peak(parent: int) -> float:
    """The largest peak memory of a renderer process under `parent`, in MB."""
    found_ = [0]
    for process in psutil.Process(parent).children(recursive=True):
        if "--type=renderer" in process.cmdline():
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            found_ += [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
    return max(found_) / 1024


def keys(playwright: Playwright, address: str) -> list[float]:
    """Milliseconds from a key in a date field to the changed answer on the screen, Python warm."""
    browser = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
    page = browser.new_page()
    page.goto(f"{address}en/deadlines.html")
    field = page.locator(f"#{RULE}-paid")
    field.fill("2025-03-03")
    page.locator(f"form[data-rule={RULE}] .headline").wait_for()
    field.focus()  # on the day of the month: a key changes it at once
    screen.watch(page, "keydown", f"form[data-rule={RULE}] .result")
    taken = screen.times(page, lambda _: page.keyboard.press("ArrowUp"), KEYS)
    browser.close()
    return taken


def main() -> None:
    """Measure in turn and write the record."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        pages(folder)
        running = server(folder, quiet=True)
        threading.Thread(target=running.serve_forever, daemon=True).start()
        http = f"http://127.0.0.1:{running.server_port}/"
        addresses = {
            "ours_http": f"{http}ours.html",
            "ours_disk": f"{folder.as_uri()}/ours.html",
            "plain_http": f"{http}plain.html",
            "empty": f"{http}empty.html",
        }
        runs: dict[str, list[dict[str, Any]]] = {name: [] for name in addresses}
        for _ in range(REPEATS):
            for name, address in addresses.items():
                runs[name].append(once(playwright, address))
                print(name, round(runs[name][-1]["seconds"], 3), flush=True)
        calls = once(playwright, addresses["ours_http"], CALLS)["calls"]
        running.shutdown()
        built = server(SITE, quiet=True)
        threading.Thread(target=built.serve_forever, daemon=True).start()
        pressed = keys(playwright, f"http://127.0.0.1:{built.server_port}/")
        built.shutdown()
    assert len({run["answer"] for name in runs if name != "empty" for run in runs[name]}) == 1
    seconds = {name: round(median(run["seconds"] for run in runs[name]), 3) for name in runs if name != "empty"}
    peaks = {name: round(median(run["peak_mb"] for run in runs[name]), 1) for name in runs}
    figures = {
        "seconds_to_first_answer": seconds,
        "http_over_plain": round(seconds["ours_http"] / seconds["plain_http"], 3),
        "disk_over_plain": round(seconds["ours_disk"] / seconds["plain_http"], 3),
        "transfer_gzip_bytes": runtime.transfer(SITE),
        "renderer_peak_mb": peaks,
        "repeated_call_ms": screen.told(calls),
        "key_to_screen_ms": screen.told(pressed),
    }
    print(json.dumps(figures, indent=1))
    print(record.write("startup", {"unit": f"medians of {REPEATS}, a new profile each", "figures": figures}))


if __name__ == "__main__":
    main()
