"""The page of changes: by day, the newest first, and by measure."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from measures_py.model import EVERY, Change, Measure, Notice, Text
from measures_py.site import words


def values(notice: Notice) -> dict[str, Any]:
    """What the template is given."""
    newest = list(reversed(notice.changes))
    return {
        "days": [(day, list(changes)) for day, changes in groupby(newest, lambda change: change.date)],
        "by_measure": [(measure, own) for measure in notice.measures if (own := notice.changes_of(measure.id))],
        "named": lambda change: named(notice, change),
        "page_name": page_name,
    }


def named(notice: Notice, change: Change) -> list[Measure]:
    """The measures that a change names one by one."""
    return [notice.measure(id) for id in change.measures if id != EVERY]


def page_name(page: str) -> Text:
    """What a page is called: in the header, or here."""
    return words.PAGE_NAME[page]
