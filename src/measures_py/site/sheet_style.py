"""The one style that stands in a page itself, and how a policy allows it and no other."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

import rcssmin


@cache
def style() -> str:
    """The style that every sheet has in itself."""
    return str(rcssmin.cssmin((Path(__file__).parent / "pages" / "sheet.css").read_text(encoding="utf-8")))


def allowed() -> str:
    """How a Content-Security-Policy names that style, the only one that is not a file: `'sha256-…'`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style().encode('utf-8')).digest()).decode('ascii')}'"
