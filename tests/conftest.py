"""What the tests share: the project's notice, and the site as `make build` left it, over http and from disk."""

from __future__ import annotations

import os
import shutil
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from measures_py.authoring import read
from measures_py.model import Notice
from measures_py.site import dist
from measures_py.site.serve import server
from tests.browsing import browser, visit

# One browser for all tests that need one, wherever they stand.
__all__ = ["browser", "visit"]

# A folder as people have them: Chinese characters, a space, a hash, a percent sign.
FOLDER = "海关 资料#1 100%"
PROJECT = Path(__file__).resolve().parents[1]

# HYPOTHESIS_PROFILE=long for the thorough run; `quick` while working on something.
for profile, examples in {"quick": 100, "ci": 2_000, "long": 20_000}.items():
    settings.register_profile(
        profile, max_examples=examples, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def project(folder: Path) -> Path:
    """A project of its own in `folder`: the same sources, another build folder."""
    folder.mkdir(exist_ok=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(PROJECT / name, folder / name)
    for name in ("docs", "theme", "src", "calculators", "node_modules"):
        (folder / name).symlink_to(PROJECT / name)
    return folder


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


@pytest.fixture(scope="session")
def http(built: Path) -> Iterator[str]:
    """The address of the site over http, with the strict policy it is meant to be served with."""
    running = server(built, quiet=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="session")
def unzipped(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site out of the archive that people take along, in a folder whose path is as awkward as real ones."""
    if not (built / dist.ZIP).is_file():
        pytest.fail("the site has no archive: run `make build` first")
    folder = tmp_path_factory.mktemp("disk") / FOLDER
    with zipfile.ZipFile(built / dist.ZIP) as archive:
        archive.extractall(folder)
    return folder / "measures"


@pytest.fixture(scope="session")
def disk(unzipped: Path) -> str:
    """The address of the unzipped archive on disk."""
    return unzipped.as_uri() + "/"


@pytest.fixture(params=["http", "disk"])
def site(request: pytest.FixtureRequest) -> str:
    """The site by each of the two ways it is read."""
    return str(request.getfixturevalue(request.param))
