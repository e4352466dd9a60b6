"""Nodes of schema.org as the text of a JSON-LD data block."""

from __future__ import annotations

import json
from typing import Any

# Every name is schema.org's; written out, so that no reader fetches a context.
CONTEXT = {"@vocab": "https://schema.org/"}


def text(nodes: list[dict[str, Any]]) -> str:
    """The block; nothing in it can end the element that it stands in."""
    block = {"@context": CONTEXT, "@graph": nodes}
    return json.dumps(block, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
