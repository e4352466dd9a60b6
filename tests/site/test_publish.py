"""Publishing: every file with its compressed forms, put in place at the end, nothing of others replaced."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from measures_py.cli import main
from measures_py.site import publish
from measures_py.site.publish import PublishError

QUICK = 1


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built site."""
    site = tmp_path / "site"
    (site / "runtime/disk").mkdir(parents=True)
    (site / "runtime/manifest.json").write_text('{"parts": {"wasm": {"disk": {"file": "disk/wasm.js"}}}}', "utf-8")
    (site / "runtime/disk/wasm.js").write_text("A" * 5000, encoding="utf-8")
    (site / "index.html").write_text("<p>四十三</p>" * 500, encoding="utf-8")
    (site / "about.html").write_text("<p>about</p>" * 500, encoding="utf-8")
    (site / "short.txt").write_text("x", encoding="utf-8")
    (site / "icon.png").write_bytes(b"\x89PNG" + bytes(500))
    (site / "manifest.json").write_text('{"schema": 1, "notice_sha256": "0", "files": {}}', encoding="utf-8")
    (site / ".built").touch()
    return site


def names(folder: Path) -> set[str]:
    """Every file of a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_each_file_and_its_compressed_forms(site: Path, tmp_path: Path) -> None:
    """Both forms open to the file; none where it would not be smaller, is packed already or is only read from disk."""
    told = publish.publish(site, tmp_path / "www", quality=QUICK)

    www = tmp_path / "www"
    forms = {f"{name}{suffix}" for name in ("index.html", "about.html") for suffix in (".gz", ".br")}
    assert names(www) == names(site) - {".built"} | forms
    content = (site / "index.html").read_bytes()
    assert gzip.decompress((www / "index.html.gz").read_bytes()) == content
    assert brotli.decompress((www / "index.html.br").read_bytes()) == content
    assert told.files == len(names(site)) - 1
    assert told.plain == sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    assert told.plain > told.gzip > 0
    assert told.plain > told.brotli > 0


def test_what_has_not_changed_keeps_its_time(site: Path, tmp_path: Path) -> None:
    """So that its tag stays, and a reader who has it is not sent it again; a changed page gets a new one."""
    www = tmp_path / "www"
    publish.publish(site, www, quality=QUICK)
    before = {name: (www / name).stat().st_mtime_ns for name in ("index.html", "index.html.br", "about.html")}
    for path in (site / "index.html", site / "about.html"):  # a build writes every page anew
        path.write_bytes(path.read_bytes() + (b"!" if path.name == "about.html" else b""))

    publish.publish(site, www, quality=QUICK)

    after = {name: (www / name).stat().st_mtime_ns for name in before}
    assert {name for name in before if before[name] != after[name]} == {"about.html"}
    assert brotli.decompress((www / "about.html.br").read_bytes()).endswith(b"!")


def test_a_folder_of_others_is_left_alone(site: Path, tmp_path: Path) -> None:
    """Something that is no earlier publication is not replaced; nor is the site itself; an empty folder is fine."""
    other = tmp_path / "other"
    other.mkdir()
    publish.publish(site, other, quality=QUICK)
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "diary.txt").write_text("mine", encoding="utf-8")

    for folder in (strange, site, site / "inside", tmp_path):
        with pytest.raises(PublishError):
            publish.publish(site, folder, quality=QUICK)

    assert names(strange) == {"diary.txt"}
    assert (site / "index.html").is_file()


def test_there_must_be_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what is not there and what to run first, and leaves nothing behind."""
    code = main(["--lang", "en", "publish", str(tmp_path / "www"), "--site", str(tmp_path / "nowhere")])

    assert code == 1
    assert "run `measures build` first" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


def test_compressing_once(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second publication compresses nothing."""
    publish.publish(site, tmp_path / "one", quality=QUICK)

    def refused(*_: object, **__: object) -> bytes:
        raise AssertionError("compressed again")

    monkeypatch.setattr(gzip, "compress", refused)
    monkeypatch.setattr(brotli, "compress", refused)
    publish.publish(site, tmp_path / "two", quality=QUICK)

    assert names(tmp_path / "one") == names(tmp_path / "two")
