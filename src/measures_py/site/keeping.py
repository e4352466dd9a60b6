"""What a browser keeps of the site over http: the service worker with this site's version, the app to install."""

from __future__ import annotations

import hashlib
import json
from html import escape
from pathlib import Path
from typing import Any

import rjsmin

from measures_py.model import LANGUAGES
from measures_py.site import keeping_words as words
from measures_py.site.assets import PROJECT
from measures_py.site.serve import NAMED_BY_CONTENT, POLICY

WORKER = "sw.js"
APP = "app.webmanifest"
# Kept before they are read, in the reader's language: what one starts from, and what finding needs. All 43 pages
# would be half a megabyte that a reader of one page never asked for; `offline.html` keeps everything on request.
PAGES = ("index.html", "measures/index.html", "offline.html")
SCRIPTS = ("site.css", "icon.svg", "early.js", "page.js", "search-box.js", "filters.js", "search.js", "keep.js")
# The colours of the page around the page, as theme/styles/1-tokens.css has `--paper`; of the app, `--sea`.
THEME = {"light": "#fbfaf6", "dark": "#10191f"}
SEA = "#0b5d6b"
ICONS = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "maskable.png": ("512x512", "maskable"),
}


def write(site: Path, assets: dict[str, str]) -> None:
    """Write the service worker and a web app manifest per language into the otherwise finished `site`.

    `assets` are the names of the shared files, by the names they are asked for.
    """
    for lang in LANGUAGES:
        app = json.dumps(_app(lang, assets), ensure_ascii=False, indent=1) + "\n"
        (site / ("" if lang == "zh" else lang) / APP).write_text(app, encoding="utf-8")
    stated = json.dumps(_stated(site, assets), ensure_ascii=False, separators=(",", ":"))
    code = (PROJECT / "calculators" / "service-worker" / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text(f"self.measuresSite={stated};\n{rjsmin.jsmin(code)}\n", encoding="utf-8")


def _stated(site: Path, assets: dict[str, str]) -> dict[str, Any]:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    named = [path for path in paths if NAMED_BY_CONTENT.search(path)]
    state = hashlib.sha256()
    for path in paths:
        state.update(path.encode("utf-8") + b"\0")
        if not NAMED_BY_CONTENT.search(path):
            state.update(hashlib.sha256((site / path).read_bytes()).digest())
    return {
        "version": state.hexdigest()[:12],
        "core": {lang: _core(lang, assets) for lang in LANGUAGES},
        "named": {NAMED_BY_CONTENT.sub(Path(path).suffix, path): path for path in named if "/disk/" not in path},
        "missing": {lang: _missing(lang, assets) for lang in LANGUAGES},
        "policy": POLICY,
    }


def _core(lang: str, assets: dict[str, str]) -> list[str]:
    folder = "" if lang == "zh" else f"{lang}/"
    shared = [f"assets/{assets[name]}" for name in (*SCRIPTS, f"search.{lang}.js")]
    return [*(folder + page for page in PAGES), *shared]


def _missing(lang: str, assets: dict[str, str]) -> str:
    """The page shown in place of one that is not kept; the worker fills in `{root}`, `{here}` and `{pages}`."""
    home = "{root}" + ("" if lang == "zh" else f"{lang}/") + "index.html"
    title = escape(words.MISSING[lang])
    brand = "<b>43</b>" + escape(words.APP_SHORT[lang].removeprefix("43"))
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>\n'
        f'<link rel="stylesheet" href="{{root}}assets/{assets["site.css"]}">\n'
        f'<script src="{{root}}assets/{assets["early.js"]}"></script>\n</head>\n<body>\n'
        f'<header class="top"><a class="brand" href="{home}">{brand}</a></header>\n'
        f'<main class="page kind-text"><article class="md-typeset">\n<h1>{title}</h1>\n'
        f"<p>{escape(words.MISSING_TEXT[lang])}</p>\n"
        f'<p><a class="button" href="{{here}}">{escape(words.AGAIN[lang])}</a></p>\n'
        f"<h2>{escape(words.KEPT_PAGES[lang])}</h2>\n<ul>\n{{pages}}\n</ul>\n</article></main>\n</body>\n</html>\n"
    )


def _app(lang: str, assets: dict[str, str]) -> dict[str, Any]:
    root = "" if lang == "zh" else "../"
    icons = [
        {"src": f"{root}assets/{assets[name]}", "sizes": sizes, "type": "image/png", "purpose": purpose}
        for name, (sizes, purpose) in ICONS.items()
    ]
    return {
        "name": words.APP[lang],
        "short_name": words.APP_SHORT[lang],
        "description": words.APP_DESCRIPTION[lang],
        "lang": lang,
        "dir": "ltr",
        "start_url": "index.html",
        "scope": root or "./",
        "display": "minimal-ui",
        "theme_color": SEA,
        "background_color": THEME["light"],
        "icons": icons,
    }
