"""Whether a built site keeps its promises: every link and every public address leads somewhere, nothing is fetched
from elsewhere, both languages are complete, the pages are light, Python for the browser is whole and within its budget,
and the files for other programs are valid.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from measures_py.authoring import public_ids
from measures_py.authoring.findings import Finding
from measures_py.authoring.read import DATA
from measures_py.site import addresses, runtime
from measures_py.site.published import verify as published

BUDGET = 150_000
FETCHED = {
    ("script", "src"),
    ("img", "src"),
    ("link", "href"),
    ("iframe", "src"),
    ("source", "src"),
    ("form", "action"),
}


@dataclass
class Page:
    """What one HTML file points to and what can be pointed at in it."""

    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    fetched: list[tuple[str, int]] = field(default_factory=list)
    inline_scripts: list[int] = field(default_factory=list)
    language: str = ""
    forward: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if tag == "html":
            self.page.language = given.get("lang", "")
            self.page.forward = given.get("data-to", "")
        if "id" in given:
            self.page.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.page.links.append((given["href"], line))
        if tag == "script" and "src" not in given and "json" not in given.get("type", ""):
            self.page.inline_scripts.append(line)
        fetches = tag != "link" or given.get("rel", "") in ("stylesheet", "icon", "preload", "modulepreload")
        for name, value in given.items():
            if (tag, name) in FETCHED and fetches:
                self.page.fetched.append((value, line))


def read(path: Path) -> Page:
    """The links, ids and fetched files of an HTML file."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


def verify(site: Path) -> list[Finding]:
    """Every broken promise in a built site; empty when it keeps them all."""
    pages = {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}
    if not pages:
        return [Finding(str(site), 1, "(site)", "这里没有网页", "there are no pages here")]
    findings = [
        *_links(site, pages),
        *_public(site, pages),
        *_languages(pages),
        *_weights(site, pages),
        *_runtime(site),
    ]
    findings += published.findings(site, partial(_broken, site, pages))
    return sorted(findings)


def _links(site: Path, pages: dict[str, Page]) -> Iterator[Finding]:
    for name, page in pages.items():
        for id in {id for id in page.ids if page.ids.count(id) > 1}:
            yield Finding(name, 1, id, "同一页里 id 重复", "this id occurs twice on the page")
        for line in page.inline_scripts:
            yield Finding(name, line, "script", "不得有内联脚本", "no inline scripts")
        for address, line in page.fetched:
            if urlsplit(address).scheme or address.startswith("//"):
                yield Finding(name, line, address, "从别处取文件", "fetched from elsewhere")
        for address, line in (*page.links, *page.fetched):
            if problem := _broken(site, pages, name, address):
                yield Finding(name, line, address, *problem)


def _broken(site: Path, pages: dict[str, Page], name: str, address: str) -> tuple[str, str] | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    base = site if parts.path.startswith("/") else (site / name).parent
    target = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else (site / name).resolve()
    if not target.is_file():
        return "链接没有目标", "leads nowhere"
    anchor = unquote(parts.fragment)
    here = target.relative_to(site.resolve()).as_posix()
    if anchor and "=" not in anchor and here in pages and anchor not in _reached(pages, here).ids:
        return "锚点不存在", "no such anchor"
    return None


def _public(site: Path, pages: dict[str, Page]) -> Iterator[Finding]:
    """Every public id and address that does not resolve, retired ones included: other people link to them."""
    for entry in public_ids.entries(DATA / public_ids.NAME):
        for address in addresses.of(entry.id):
            page, _, anchor = address.partition("#")
            for name in (page,) if page == entry.id else (page, f"en/{page}"):
                if not (site / name).is_file() or (anchor and anchor not in _reached(pages, name).ids):
                    zh, en = "公开的地址打不开", "a public address that does not resolve"
                    yield Finding(f"{name}#{anchor}" if anchor else name, 1, entry.id, zh, en)


def _reached(pages: dict[str, Page], name: str) -> Page:
    """The page that an address ends at: a short address leads on and keeps the anchor."""
    page = pages[name]
    forward = posixpath.normpath(posixpath.join(posixpath.dirname(name), page.forward)) if page.forward else name
    return pages.get(forward, page)


def _languages(pages: dict[str, Page]) -> Iterator[Finding]:
    for name, page in pages.items():
        english = name.startswith("en/")
        twin = name.removeprefix("en/") if english else f"en/{name}"
        if twin not in pages:
            yield Finding(name, 1, twin, "缺另一种语言的同名页面", "the other language has no such page")
        elif not english and set(page.ids) != set(pages[twin].ids):
            missing = sorted(set(page.ids) ^ set(pages[twin].ids))
            yield Finding(name, 1, ", ".join(missing[:5]), "两种语言的锚点不同", "the languages have different anchors")
        expected = "en" if english else "zh"
        if page.language != expected:
            yield Finding(name, 1, "lang", f"语言标记应为 {expected}", f"the page’s language should be {expected}")


def weight(site: Path, name: str, page: Page) -> int:
    """The gzip bytes a first view of a page transfers: the page and all it fetches."""
    files = {(site / name).resolve()}
    files |= {((site / name).parent / urlsplit(address).path).resolve() for address, _ in page.fetched}
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in files if path.is_file())


def _weights(site: Path, pages: dict[str, Page]) -> Iterator[Finding]:
    for name, page in pages.items():
        grams = weight(site, name, page)
        if grams > BUDGET:
            zh, en = f"首次打开 {grams} 字节，上限 {BUDGET}", f"{grams} bytes on first view; at most {BUDGET}"
            yield Finding(name, 1, "(weight)", zh, en)


def _runtime(site: Path) -> Iterator[Finding]:
    folder = site / "runtime"
    if not (folder / runtime.MANIFEST).is_file():
        yield Finding(f"runtime/{runtime.MANIFEST}", 1, "(file)", "缺少文件", "the file is missing")
        return
    stated = json.loads((folder / runtime.MANIFEST).read_text(encoding="utf-8"))["parts"]
    for file in [file for part in stated.values() for file in (part, part["disk"])]:
        path = folder / file["file"]
        content = path.read_bytes() if path.is_file() else b""
        if (len(content), hashlib.sha256(content).hexdigest()) != (file["bytes"], file["sha256"]):
            yield Finding(f"runtime/{file['file']}", 1, "(file)", "与清单不符", "not what the manifest states")
    grams = runtime.transfer(site) + BUDGET  # the page itself, at its heaviest
    if grams > runtime.BUDGET:
        zh, en = (
            f"首次计算 {grams} 字节，上限 {runtime.BUDGET}",
            f"{grams} bytes for a first calculation; at most {runtime.BUDGET}",
        )
        yield Finding(f"runtime/{runtime.MANIFEST}", 1, "(weight)", zh, en)
