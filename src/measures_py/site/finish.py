"""What follows MkDocs: one folder for both languages, short addresses, the copy to take away."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from measures_py.model import LANGUAGES, Measure, Notice
from measures_py.site import keeping, packing, words

ZIP = "measures-offline.zip"
MANIFEST = "manifest.json"
# The offline page says this where the online one names the archive; MkDocs keeps comments.
TAKE = "<!-- take -->"


def finish(notice: Notice, work: Path) -> None:
    """Make `work/site` from the two MkDocs outputs under `work/html` and the assets."""
    site = work / "site"
    for lang in LANGUAGES:
        html = work / "html" / lang
        _only_pages(html)
        html.rename(site if lang == "zh" else site / lang)
    for shared in ("assets", "runtime"):
        (work / shared).rename(site / shared)
    names = json.loads((work / "docs" / "assets.json").read_text(encoding="utf-8"))
    for lang in LANGUAGES:
        for measure in notice.measures:
            _short_address(measure, lang, site, names["short.js"])
    if not os.environ.get("SITE_URL"):
        for sitemap in site.rglob("sitemap.xml*"):
            sitemap.unlink()
    keeping.write(site, names)
    _take_along(notice, site)


def _only_pages(html: Path) -> None:
    """Remove what MkDocs copied that is not a page: Material's own assets, our styles, packed sitemaps."""
    for name in ("assets", "styles", "icons"):
        shutil.rmtree(html / name, ignore_errors=True)
    for path in (html / "icon.svg", *html.glob("*.gz")):
        path.unlink(missing_ok=True)


def _short_address(measure: Measure, lang: str, site: Path, script: str) -> None:
    """`m/19.html` leads to `measures/m19.html` at the same anchor, with and without JavaScript."""
    folder = site / ("" if lang == "zh" else lang) / "m"
    folder.mkdir(parents=True, exist_ok=True)
    root = "../" if lang == "zh" else "../../"
    target = f"../measures/{measure.id}.html"
    base = os.environ.get("SITE_URL", "").rstrip("/")
    prefix = f"{base}/" + ("" if lang == "zh" else "en/") if base else "../"
    title = escape(f"{measure.number} {measure.short_title[lang]}")
    (folder / f"{measure.id[1:]}.html").write_text(
        f'<!doctype html>\n<html lang="{lang}" data-to="{target}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{prefix}measures/{measure.id}.html">\n'
        f'<script src="{root}assets/{script}"></script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>\n</head>\n<body>\n<main>\n'
        f"<h1>{title}</h1>\n<p>{escape(words.numbered(words.MOVED, lang, measure.number))} "
        f'<a href="{target}">{title}</a></p>\n</main>\n</body>\n</html>\n',
        encoding="utf-8",
    )


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
