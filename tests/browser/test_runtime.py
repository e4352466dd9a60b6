"""Python in the reader's browser: it answers over http and from disk, and each failure is told plainly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.conftest import Open
from tests.browser.python_page import LANGUAGES, add_python, address, ask, said


def test_python_answers(visit: Open, site: str, built: Path) -> None:
    """A call answers over http under the strict policy and from disk, with nothing asked of the network."""
    page = visit(site + address("zh"))
    add_python(page, built)

    told = ask(page)

    assert told["state"] == "ready", told
    assert json.loads(told["answer"])["ok"] is True
