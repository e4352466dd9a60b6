"""What follows MkDocs: one folder for both languages, short addresses, sheets, the manifest of all files."""

from __future__ import annotations

import json
import os
import shutil
from html import escape
from pathlib import Path

from measures_py.model import LANGUAGES, Measure, Notice
from measures_py.site import manifest, sheets, words


def finish(notice: Notice, work: Path) -> None:
    """Make `work/site` from the two MkDocs outputs under `work/html` and the assets."""
    site = work / "site"
    for lang in LANGUAGES:
        html = work / "html" / lang
        _only_pages(html)
        html.rename(site if lang == "zh" else site / lang)
        (work / "sheets" / lang / sheets.FOLDER).rename(site / ("" if lang == "zh" else lang) / sheets.FOLDER)
    for shared in ("assets", "runtime"):
        (work / shared).rename(site / shared)
    names = json.loads((work / "docs" / "assets.json").read_text(encoding="utf-8"))
    for lang in LANGUAGES:
        for measure in notice.measures:
            _short_address(measure, lang, site, names["short.js"])
    if not os.environ.get("SITE_URL"):
        for sitemap in site.rglob("sitemap.xml*"):
            sitemap.unlink()
    manifest.write(site, notice.sha256)


def _only_pages(html: Path) -> None:
    """Remove what MkDocs copied that is not a page: Material's own assets, our styles, packed sitemaps."""
    for name in ("assets", "styles"):
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
