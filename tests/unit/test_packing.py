"""Packing: what is deflated once is right as gzip and as an archive, and only what is large is kept."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
from pathlib import Path

import pytest

from measures_py.site import kept, packing

WHEN = (2026, 11, 23, 13, 14, 16)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the test's own."""
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")
    return tmp_path / "cache"


def test_an_archive_holds_its_members(tmp_path: Path) -> None:
    """Python's own reader finds each name, date, mode and byte, checksums included; also of an empty file."""
    files = {"measures/海关 #1.html": "海关".encode() * 999, "measures/empty": b"", "measures/runtime/x": bytes(999)}
    path = tmp_path / "archive.zip"

    checksum = packing.archive(path, (packing.member(name, content) for name, content in files.items()), WHEN)

    assert checksum == hashlib.sha256(path.read_bytes()).hexdigest()
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == files
        assert {entry.date_time for entry in archive.infolist()} == {WHEN}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}


def test_an_archive_of_nothing_is_an_archive(tmp_path: Path) -> None:
    """No member, no entry, and still a zip file."""
    packing.archive(tmp_path / "empty.zip", [], WHEN)
    assert zipfile.ZipFile(tmp_path / "empty.zip").namelist() == []


def test_what_the_format_cannot_state_is_refused(tmp_path: Path) -> None:
    """65,535 files are the most; one more would be counted as none."""
    one = packing.member("a", b"")
    packing.archive(tmp_path / "most.zip", [one] * 0xFFFF, WHEN)
    with pytest.raises(ValueError, match="65536 files"):
        packing.archive(tmp_path / "more.zip", [one] * 0x10000, WHEN)


@pytest.mark.parametrize("size", [0, 1, packing.LARGE - 1, packing.LARGE])
def test_gzip_gives_the_bytes_back(size: int, cache: Path) -> None:
    """Whatever the size, unpacked it is what it was; the large one, and only that, is kept and comes back the same."""
    content = (b"measures " * (size // 9 + 1))[:size]
    first = packing.gzipped(content)
    assert gzip.decompress(first) == content
    assert len(list(cache.glob("*"))) == (size >= packing.LARGE)
    assert packing.gzipped(content) == first
