"""What follows MkDocs: one folder for both languages, short addresses, the copy to take away."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from measures_py.model import LANGUAGES, Notice
from measures_py.site import moved, packing, words
from measures_py.site.addresses import Retired

ZIP = "measures-offline.zip"
MANIFEST = "manifest.json"
# The offline page says this where the online one names the archive; MkDocs keeps comments.
TAKE = "<!-- take -->"


def finish(notice: Notice, retired: Iterable[Retired], work: Path) -> None:
    """Make `work/site` from the two MkDocs outputs under `work/html` and the assets."""
    site = work / "site"
    for lang in LANGUAGES:
        html = work / "html" / lang
        _only_pages(html)
        html.rename(site if lang == "zh" else site / lang)
    for shared in ("assets", "runtime"):
        (work / shared).rename(site / shared)
    shutil.copytree(work / "published", site, dirs_exist_ok=True, copy_function=shutil.move)
    names = json.loads((work / "docs" / "assets.json").read_text(encoding="utf-8"))
    moved.write(notice, retired, site, names["short.js"])
    if not os.environ.get("SITE_URL"):
        for sitemap in site.rglob("sitemap.xml*"):
            sitemap.unlink()
    _take_along(notice, site)


def _only_pages(html: Path) -> None:
    """Remove what MkDocs copied that is not a page: Material's own assets, our styles, packed sitemaps."""
    for name in ("assets", "styles"):
        shutil.rmtree(html / name, ignore_errors=True)
    for path in (html / "icon.svg", *html.glob("*.gz")):
        path.unlink(missing_ok=True)


def _take_along(notice: Notice, site: Path) -> None:
    """Pack the whole folder with its manifest; then tell the online pages the archive's size and checksum."""
    pages = {lang: site / ("" if lang == "zh" else lang) / "offline.html" for lang in LANGUAGES}
    online = {lang: page.read_text(encoding="utf-8") for lang, page in pages.items()}
    for lang, page in pages.items():
        page.write_text(online[lang].replace(TAKE, _paragraph(words.IS_OFFLINE[lang])), encoding="utf-8")
    archive = site / ZIP
    checksum = packing.archive(archive, _members(notice, site), _date())
    (site / f"{ZIP}.sha256").write_text(f"{checksum}  {ZIP}\n", encoding="utf-8")
    size = f"{archive.stat().st_size / 1_000_000:.1f} MB"
    for lang, page in pages.items():
        href, label = ("" if lang == "zh" else "../") + ZIP, words.DOWNLOAD[lang].format(size)
        told = f'<p><a class="button" href="{href}" download>{label}</a></p>\n<p>SHA-256 <code>{checksum}</code></p>'
        page.write_text(online[lang].replace(TAKE, told), encoding="utf-8")


def _paragraph(text: str) -> str:
    return f'<p class="note">{escape(text)}</p>'


def _members(notice: Notice, site: Path) -> Iterator[packing.Member]:
    """Every file of the site, each read once, in one folder `measures/`; the manifest of all the others last.

    The manifest, with the size and SHA-256 of every file so that a copy can be checked, is written
    into the site too.
    """
    files = {}
    paths = [path for path in sorted(site.rglob("*")) if path.is_file() and path.name != ZIP]
    with ThreadPoolExecutor() as together:
        for path, member in zip(paths, together.map(lambda path: _member(path, site), paths), strict=True):
            files[path.relative_to(site).as_posix()] = {"bytes": member.size, "sha256": member.sha256}
            yield member
    content = {"schema": 1, "notice_sha256": notice.sha256, "files": files}
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    (site / MANIFEST).write_text(text, encoding="utf-8")
    yield _member(site / MANIFEST, site)


def _member(path: Path, site: Path) -> packing.Member:
    return packing.member(f"measures/{path.relative_to(site).as_posix()}", path.read_bytes())


def _date() -> tuple[int, ...]:
    """What the files of the archive are dated: the same bytes for the same site."""
    return time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")), 315532800))[:6]
