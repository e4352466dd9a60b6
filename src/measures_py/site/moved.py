"""Pages at an address that is not a page's own: the short address of each measure, and what was retired."""

from __future__ import annotations

import os
from collections.abc import Iterable
from html import escape
from pathlib import Path
from posixpath import relpath

from measures_py.model import LANGUAGES, Notice
from measures_py.site import words
from measures_py.site.addresses import Retired


def write(notice: Notice, retired: Iterable[Retired], site: Path, script: str) -> None:
    """Write them all into `site`; `script` is the name of the script that keeps the anchor."""
    for lang in LANGUAGES:
        folder = "" if lang == "zh" else f"{lang}/"
        for measure in notice.measures:
            title = f"{measure.number} {measure.short_title[lang]}"
            said = words.numbered(words.MOVED, lang, measure.number)
            _write(site, f"{folder}m/{measure.id[1:]}.html", f"{folder}measures/{measure.id}.html", title, said, script)
    for old in retired:
        if old.id.endswith(".html") and not (site / old.page).exists():
            lang = "en" if old.page.startswith("en/") else "zh"
            to = old.see or ("en/" if lang == "en" else "") + "measures/index.html"
            said = words.RETIRED[lang].format(old.id, old.date)
            _write(site, old.page, to, words.RETIRED_ON[lang] if old.see else words.ALL_TITLE[lang], said, script)


def _write(site: Path, page: str, target: str, title: str, said: str, script: str) -> None:
    """The page leads to `target` at the same anchor, with and without JavaScript; both are paths from the root."""
    path = site / page
    path.parent.mkdir(parents=True, exist_ok=True)
    here = str(Path(page).parent)
    to, asset = relpath(target, here), relpath(f"assets/{script}", here)
    base = os.environ.get("SITE_URL", "").rstrip("/")
    lang = "en" if page.startswith("en/") else "zh"
    title = escape(title)
    path.write_text(
        f'<!doctype html>\n<html lang="{lang}" data-to="{to}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{f"{base}/{target}" if base else to}">\n'
        f'<script src="{asset}"></script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>\n</head>\n<body>\n<main>\n'
        f'<h1>{title}</h1>\n<p>{escape(said)} <a href="{to}">{title}</a></p>\n</main>\n</body>\n</html>\n',
        encoding="utf-8",
    )
