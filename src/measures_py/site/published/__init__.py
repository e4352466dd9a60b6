"""What the site publishes for other programs: JSON and its schema, a table, feeds, `llms.txt`, linked data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measures_py.call import call
from measures_py.model import LANGUAGES, Notice
from measures_py.site.published import data, feed, guide, schema, table
from measures_py.store import Store

type Described = dict[str, Any]


def described(known: Store) -> Described:
    """Everything that the engine tells a caller: questions, date rules, savings levers, the calendar's years."""
    answer: Described = json.loads(call("describe", "{}", known))
    return answer


def write(notice: Notice, known: Store, base: str, folder: Path) -> None:
    """Write every file into `folder`, at its path in the site; `base` is the site's address with a slash, or empty."""
    for name, text in files(notice, described(known), base):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def files(notice: Notice, engine: Described, base: str) -> Iterator[tuple[str, str]]:
    """Each file by its path in the site, as text."""
    yield from data.files(notice, engine, base)
    yield data.SCHEMA_FILE, schema.text()
    yield table.NAME, table.text(notice)
    for lang in LANGUAGES:
        yield feed.path(lang), feed.text(notice, lang, base)
    yield guide.NAME, guide.text(notice, base)
    if base:
        yield "robots.txt", robots(base)


def robots(base: str) -> str:
    """Robots may read everything; they are told the sitemaps. They look for it at the root of a host only."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\nSitemap: {base}en/sitemap.xml\n"
