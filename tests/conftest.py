"""What the tests share: the project's notice and the site as `make build` left it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from measures_py.authoring import read
from measures_py.model import Notice

PROJECT = Path(__file__).resolve().parents[1]

# HYPOTHESIS_PROFILE=long for the thorough run; `quick` while working on something.
for profile, examples in {"quick": 100, "ci": 2_000, "long": 20_000}.items():
    settings.register_profile(
        profile, max_examples=examples, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


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
