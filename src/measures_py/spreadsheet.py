"""CSV as spreadsheets read it: a byte order mark, CRLF, every cell quoted and none of them a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

MARK = "\ufeff"  # by which Excel knows UTF-8
_NUMBER = r"-?\d+(?:\.\d+)?"
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def file(rows: Iterable[Iterable[str]]) -> str:
    """The text of a file with these rows."""
    return MARK + "".join(",".join(map(cell, row)) + "\r\n" for row in rows)


def cell(text: str) -> str:
    """A cell that is no formula whatever stands in it; a negative number stays a number."""
    risky = text.startswith(_RISKY) and not re.fullmatch(_NUMBER, text, re.ASCII)
    guarded = f"'{text}" if risky else text
    return '"' + guarded.replace('"', '""') + '"'
