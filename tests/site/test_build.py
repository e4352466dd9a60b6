"""Building: a failing build leaves the last good site; the site address decides absolute addresses."""

from __future__ import annotations

import calendar
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from measures_py.authoring import read
from measures_py.authoring.findings import InvalidDataError
from measures_py.site import build, dist, manifest, proof
from measures_py.store import Store
from tests.conftest import PROJECT, project
from tests.site import addressed


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own beside the real one: same sources, another build folder."""
    monkeypatch.setattr(build, "PROJECT", project(tmp_path))
    return tmp_path


def test_a_failing_check_leaves_the_last_good_site(work: Path) -> None:
    """Broken data: every finding is raised, and the finished site is not touched."""
    site = work / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one", encoding="utf-8")
    data = Path(shutil.copytree(read.DATA, work / "notice"))
    path = data / "measures/m19.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("class: apply", "class: maybe"), encoding="utf-8")

    with pytest.raises(InvalidDataError, match=r"m19\.class"):
        build.build(site, data=data)

    assert [file.read_text(encoding="utf-8") for file in site.iterdir()] == ["the last good one"]


def test_a_failing_mkdocs_leaves_the_last_good_site(work: Path) -> None:
    """A page with a dead Markdown link fails the strict build, names the page, and touches nothing."""
    site = work / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one", encoding="utf-8")
    (work / "docs").unlink()
    shutil.copytree(PROJECT / "docs", work / "docs")
    with (work / "docs/en/about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](nowhere.md)\n")

    with pytest.raises(build.BuildError, match=r"mkdocs \(en\)[\s\S]*about\.md[\s\S]*nowhere\.md"):
        build.build(site)

    assert [file.read_text(encoding="utf-8") for file in site.iterdir()] == ["the last good one"]


def test_a_proof_that_does_not_hold_leaves_the_last_good_site(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The unfinished proof page leads to the finder with the counterexample; the finished site is not touched."""
    site = work / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one", encoding="utf-8")
    original = proof.proven

    def broken(files: read.Files, known: Store) -> proof.Proof:
        return replace(original(files, known), counterexamples=[["m19: a test’s own", "v=1&flow=import&own_use=no"]])

    monkeypatch.setattr(proof, "proven", broken)
    with pytest.raises(build.BuildError, match=r"m19: a test’s own: finder\.html#v=1&flow=import&own_use=no"):
        build.build(site)

    assert (site / "index.html").read_text(encoding="utf-8") == "the last good one"
    for page in ("proof.html", "en/proof.html"):
        told = (work / "build/site" / page).read_text(encoding="utf-8")
        assert '<a href="finder.html#v=1&amp;flow=import&amp;own_use=no">m19: a test’s own</a>' in told


def test_the_site_address_decides_absolute_addresses(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With SITE_URL: canonical links, absolute alternates, a sitemap per language, citations and QR codes, data."""
    monkeypatch.setenv("SITE_URL", "https://measures.example/dalian")
    site = build.build(work / "site")

    base = "https://measures.example/dalian/"
    english = (site / "en/measures/m19.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{base}en/measures/m19.html">' in english
    assert f'<link rel="alternate" hreflang="x-default" href="{base}measures/m19.html">' in english
    assert f">{base}m/19.html</span>" in english
    assert 'class="qr"' in english
    assert f'<a href="{base}m/19.html">{base}m/19.html</a>' in (site / "sheets/m19.html").read_text(encoding="utf-8")
    assert 'href="/dalian/measures/index.html"' in (site / "404.html").read_text(encoding="utf-8")
    assert f'rel="canonical" href="{base}measures/m07.html"' in (site / "m/07.html").read_text(encoding="utf-8")
    addressed.check(site, base)


def test_the_same_sources_give_the_same_bytes(work: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build of the same sources, elsewhere, makes every file again byte for byte; the archive, too."""
    with zipfile.ZipFile(built / dist.ZIP) as archive:  # dated by the commit, which may have followed since
        dated = calendar.timegm(archive.infolist()[0].date_time)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(dated))
    site = build.build(work / "site")
    copies = dist.dist(site, work / "dist", lambda: None)

    differ = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.read_bytes() != (built / path.relative_to(site)).read_bytes()
    ]
    # The site that `make` built may have the PDF, which is told on these and stated in the manifest.
    assert set(differ) <= {"offline.html", "en/offline.html", manifest.NAME, manifest.SCRIPT}
    assert (copies / dist.ZIP).read_bytes() == (built / dist.ZIP).read_bytes()


def test_what_was_retired_leads_on_from_its_old_address(work: Path) -> None:
    """A retired page becomes one that leads to what replaces it; a retired sentence leaves a note at its old anchors."""
    data = Path(shutil.copytree(read.DATA, work / "data" / "notice"))
    shutil.copytree(read.DATA.parent / "rules", work / "data" / "rules")
    with (data / "public-ids.txt").open("a", encoding="utf-8") as file:
        file.write("m19.s9 retired 2027-01-02 see m19.s2\n")
        file.write("en/m/44.html retired 2027-01-02 see en/m/19.html\nm/44.html retired 2027-01-02\n")

    site = build.build(work / "site", data=data)

    moved = (site / "en/m/44.html").read_text(encoding="utf-8")
    assert 'content="0; url=19.html"' in moved
    assert "en/m/44.html was retired on 2027-01-02 and is no longer used." in moved
    assert 'url=../measures/index.html"' in (site / "m/44.html").read_text(encoding="utf-8")
    page = (site / "measures/m19.html").read_text(encoding="utf-8")
    assert '<li id="s9">m19.s9 已于 2027-01-02 停用，不再使用。 <a href="../measures/m19.html#s2">' in page
    assert '<li id="m19-s9">m19.s9 was retired' in (site / "en/notice.html").read_text(encoding="utf-8")
