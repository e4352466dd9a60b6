"""The published site in a folder of its own, and the servers that serve it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from measures_py.site import build
from measures_py.site.publish import publish
from tests import conftest
from tests.hosting import nginx

AT = "customs/43"
ADDRESS = f"https://example.org/{AT}"
# The best compression takes half a minute and shows nothing more here.
QUICK = 3


@pytest.fixture(scope="session")
def published(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web server's folder with the relative site under `customs/43`."""
    www = tmp_path_factory.mktemp("www")
    publish(built, www / AT, quality=QUICK)
    return www


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web server's folder with the site built for https://example.org/customs/43 in its place."""
    folder = tmp_path_factory.mktemp("addressed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "PROJECT", conftest.project(folder / "project"))
        patch.setenv("SITE_URL", ADDRESS)
        site = build.build(folder / "site", report=lambda _: None)
    publish(site, folder / "www" / AT, quality=QUICK)
    return folder / "www"


def served(variant: str, root: Path, folders: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind nginx; skipped where there is no nginx."""
    if lacking := nginx.missing():
        pytest.skip(f"not on this machine and not to be installed: {lacking}")
    with nginx.running(variant, root, folders.mktemp("nginx")) as address:
        yield address + (f"{AT}/" if variant == "subpath" else "")


@pytest.fixture(scope="session")
def at_root(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site at the root of an nginx."""
    yield from served("site", published / AT, tmp_path_factory)


@pytest.fixture(scope="session")
def at_path(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The relative site under a path of an nginx."""
    yield from served("subpath", published, tmp_path_factory)


@pytest.fixture(params=["at_root", "at_path"])
def address(request: pytest.FixtureRequest) -> str:
    """The site behind nginx in each of the two ways that deploy/nginx knows."""
    return str(request.getfixturevalue(request.param))
