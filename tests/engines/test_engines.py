"""Firefox and WebKit give the same first answer as CPython, over http and from disk, with the network off."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from measures_py.call import call
from tests.browser.python_page import FIRST, add_python, address, ask
from tests.engines import drivers

pytestmark = pytest.mark.skipif(
    "MEASURES_ENGINES" not in os.environ, reason="other engines are tested by `make test-browsers`"
)


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[drivers.Browser]:
    """Each engine, with a new profile."""
    if lacking := drivers.missing()[request.param]:
        pytest.skip(f"not on this machine and not to be installed: {lacking}")
    with getattr(drivers, request.param)(tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_answer(browser: drivers.Browser, site: str, built: Path, lang: str) -> None:
    """The same bytes as CPython's answer; every file came from the site; Python is ready for more."""
    browser.visit(site + address(lang))
    add_python(browser, built, lang)

    told = ask(browser, "deadline", FIRST)

    assert told.get("answer") == call("deadline", FIRST), told
    assert json.loads(told["answer"])["ok"] is True
    assert told["state"] == "ready"
    asked = browser.evaluate("() => performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [name for name in asked if not name.startswith((site, "blob:", "data:"))] == []
