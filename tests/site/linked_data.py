"""The JSON-LD blocks of a page, as a browser would find them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"
        if self.inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = False


def blocks(page: Path) -> list[dict[str, Any]]:
    """Every block of a page, read as JSON."""
    reader = _Blocks()
    reader.feed(page.read_text(encoding="utf-8"))
    return [json.loads(text) for text in reader.found]
