"""What the tests share: the project's notice and the site as `make build` left it."""

from __future__ import annotations

from pathlib import Path

import pytest

from measures_py.authoring import read
from measures_py.model import Notice

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def notice() -> Notice:
    """The project's own notice."""
    return read.notice()


@pytest.fixture(scope="session")
def built() -> Path:
    """The finished site; the tests read it and never build it themselves."""
    site = PROJECT / "site"
    if not (site / "index.html").is_file():
        pytest.fail("there is no built site: run `make build` first")
    return site
