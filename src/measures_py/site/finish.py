"""What follows MkDocs: one folder for both languages, short addresses, sheets, the manifest of all files."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from measures_py.model import LANGUAGES, Notice
from measures_py.site import keeping, manifest, moved, sheets
from measures_py.site.addresses import Retired


def finish(notice: Notice, retired: Iterable[Retired], work: Path) -> None:
    """Make `work/site` from the two MkDocs outputs under `work/html` and the assets."""
    site = work / "site"
    for lang in LANGUAGES:
        html = work / "html" / lang
        _only_pages(html)
        html.rename(site if lang == "zh" else site / lang)
        (work / "sheets" / lang / sheets.FOLDER).rename(site / ("" if lang == "zh" else lang) / sheets.FOLDER)
    for shared in ("assets", "runtime"):
        (work / shared).rename(site / shared)
    shutil.copytree(work / "published", site, dirs_exist_ok=True, copy_function=shutil.move)
    names = json.loads((work / "docs" / "assets.json").read_text(encoding="utf-8"))
    moved.write(notice, retired, site, names["short.js"])
    if not os.environ.get("SITE_URL"):
        for sitemap in site.rglob("sitemap.xml*"):
            sitemap.unlink()
    keeping.write(site, names)
    manifest.write(site, notice.sha256)


def _only_pages(html: Path) -> None:
    """Remove what MkDocs copied that is not a page: Material's own assets, our styles, packed sitemaps."""
    for name in ("assets", "styles", "icons"):
        shutil.rmtree(html / name, ignore_errors=True)
    for path in (html / "icon.svg", *html.glob("*.gz")):
        path.unlink(missing_ok=True)
