"""What the list of changes must keep beyond its shape: order, ids, and measures and pages that exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from measures_py.authoring import public_ids
from measures_py.authoring.findings import Finding
from measures_py.authoring.read import Files
from measures_py.authoring.source import Document
from measures_py.model import EVERY

# The proof page exists for the project's own notice only, so it is no address of every notice.
PROOF = "proof.html"


def findings(files: Files) -> Iterator[Finding]:
    """Every entry out of order, without an id of its own, or about something that does not exist."""
    document = files.changes
    seen: set[str] = set()
    latest = ""
    for index, change in enumerate(document.data):
        own, day = change["id"], change["date"]
        if own in seen:
            yield document.finding((index, "id"), "id 重复", "duplicate id")
        seen.add(own)
        if not own.startswith(f"{day}-"):
            yield document.finding((index, "id"), f"应以日期开头：{day}-", f"should begin with its date: {day}-")
        try:
            date.fromisoformat(day)
        except ValueError:
            yield document.finding((index, "date"), f"没有这一天：{day}", f"there is no such day: {day}")
        if day < latest:
            zh, en = (
                f"早于上一条（{latest}）；新的放在末尾",
                f"earlier than the entry before ({latest}); new ones go last",
            )
            yield document.finding((index, "date"), zh, en)
        latest = max(latest, day)
        yield from _lists(document, index, change)
        if files.complete:
            yield from _about(files, index, change)


def _lists(document: Document, index: int, change: dict[str, Any]) -> Iterator[Finding]:
    for key in ("measures", "pages", "languages"):
        values = change[key]
        for twice in sorted({value for value in values if values.count(value) > 1}):
            yield document.finding((index, key), f"{twice} 列了两次", f"{twice} is given twice")
    if EVERY in change["measures"] and len(change["measures"]) > 1:
        yield document.finding((index, "measures"), f"{EVERY} 须单独使用", f"`{EVERY}` stands alone")


def _about(files: Files, index: int, change: dict[str, Any]) -> Iterator[Finding]:
    measures = [document.data["id"] for document in files.measures]
    known = {"measures": {*measures, EVERY}, "pages": {*public_ids.pages([]), PROOF}}
    for key, values in known.items():
        for number, value in enumerate(change[key]):
            if value not in values:
                yield files.changes.finding((index, key, number), f"没有 {value}", f"there is no {value}")
