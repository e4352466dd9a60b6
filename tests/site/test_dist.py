"""The copies to take away: what is made, what is left when it cannot be, and that nothing is half-written."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from measures_py.site import dist, dist_words, document, manifest


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site without its downloads, as `measures build` leaves one."""
    return Path(shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns(*dist.DOWNLOADS)))


def files(site: Path) -> dict[str, bytes]:
    """Every file of a folder, by its name."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_again_gives_the_same(site: Path, tmp_path: Path) -> None:
    """Made twice, and with another date in between: the same bytes for the same date, no file left beside them."""
    first = files(dist.dist(site, tmp_path / "dist", lambda: b"%PDF"))
    after = files(site)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        dated = dist.dist(site, tmp_path / "dist", lambda: b"%PDF")
        with zipfile.ZipFile(dated / dist.ZIP) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}

    assert files(dist.dist(site, tmp_path / "dist", lambda: b"%PDF")) == first
    assert files(site) == after
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "site"]
    assert set(first) == {dist.ZIP, dist.CHECKSUM, document.NAME}


def test_the_site_offers_what_was_made(site: Path, tmp_path: Path) -> None:
    """The PDF is offered with its size where there is one; without it there is no dead link and no file."""
    dist.dist(site, tmp_path / "dist", lambda: bytes(1_234_567))
    page = (site / "en/offline.html").read_text(encoding="utf-8")
    assert f'href="../{document.NAME}"' in page
    assert dist_words.PDF.en.format("1.2 MB") in page

    dist.dist(site, tmp_path / "dist", lambda: None)
    for name in dist.PAGES.values():
        assert document.NAME not in (site / name).read_text(encoding="utf-8")
    assert not (site / document.NAME).exists()
    assert set(manifest.read(site)["downloads"]) == {dist.ZIP, dist.CHECKSUM}
    assert hashlib.sha256((site / dist.ZIP).read_bytes()).hexdigest() in page


def test_what_is_not_as_built_is_not_packed(site: Path, tmp_path: Path) -> None:
    """A file changed after the build, one gone, no manifest: the copies and the site stay as they were."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/kept").write_text("the last good one", encoding="utf-8")
    page = (site / "glossary.html").read_bytes()
    before = files(site)

    (site / "glossary.html").write_bytes(page + b" ")
    with pytest.raises(dist.DistError, match=r"glossary\.html: not as it was built"):
        dist.dist(site, tmp_path / "dist", lambda: None)
    (site / "glossary.html").unlink()
    with pytest.raises(dist.DistError, match=r"glossary\.html"):
        dist.dist(site, tmp_path / "dist", lambda: None)
    (site / "glossary.html").write_bytes(page)

    def refused() -> bytes:
        raise document.DocumentError("no Pango")

    with pytest.raises(document.DocumentError):
        dist.dist(site, tmp_path / "dist", refused)
    assert files(site) == before
    assert files(tmp_path / "dist") == {"kept": b"the last good one"}

    (site / manifest.NAME).unlink()
    with pytest.raises(dist.DistError, match="measures build"):
        dist.dist(site, tmp_path / "dist", lambda: None)


def test_a_machine_without_pango_or_font_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names what is missing and Debian's packages."""
    monkeypatch.setattr(document, "_lacking", lambda: "cannot load library 'libpango-1.0-0'")
    monkeypatch.setattr(document, "_install", lambda: None)

    with pytest.raises(document.DocumentError, match=r"libpango-1\.0-0'[\s\S]*apt-get install .*fonts-noto-cjk"):
        document.ready()


def test_a_site_without_copies_reads_well(built: Path) -> None:
    """Between its marks the offline page says something of its own before `measures dist` ran."""
    for lang in ("zh", "en"):
        text = (Path(__file__).parents[2] / f"docs/{lang}/offline.md").read_text(encoding="utf-8")
        assert manifest.TAKE.search(text)[0].strip().startswith('<p class="note">')  # type: ignore[index]
