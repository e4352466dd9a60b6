"""The site as built: what it contains, what it points to, what it says."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from measures_py.model import Notice
from measures_py.site import dist, dist_words, manifest, verify, words

PAGES = [
    "index.html",
    "measures/index.html",
    "deadlines.html",
    "savings.html",
    "finder.html",
    "notice.html",
    "glossary.html",
    "proof.html",
    "background.html",
    "about.html",
    "offline.html",
    "changes.html",
    "data.html",
    "check.html",
    "404.html",
]


class _Words(HTMLParser):
    """The text of an HTML page, and of every element that has an id."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.by_id: dict[str, str] = {}
        self.zh: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("p", "div", "mark"):
            self.open.append((tag, given.get("id") or ("zh!" if "zh" in (given.get("class") or "").split() else "")))
            if self.open[-1][1] == "zh!":
                self.zh.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.open and tag == self.open[-1][0]:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for _, id in self.open:
            if id == "zh!":
                self.zh[-1] += data
            elif id:
                self.by_id[id] = self.by_id.get(id, "") + data


def read(path: Path) -> _Words:
    """The words of a page."""
    words_ = _Words()
    words_.feed(path.read_text(encoding="utf-8"))
    return words_


def test_every_page_exists_in_both_languages(built: Path, notice: Notice) -> None:
    """43 measure pages, 43 short addresses, 43 sheets and fourteen others, each twice."""
    pages = PAGES + [f"{folder}/{m.id}.html" for m in notice.measures for folder in ("measures", "sheets")]
    pages += [f"m/{m.id[1:]}.html" for m in notice.measures]

    missing = [page for page in pages for folder in ("", "en/") if not (built / folder / page).is_file()]

    assert missing == []
    assert len(list((built / "measures").glob("m*.html"))) == len(list((built / "en/measures").glob("m*.html"))) == 43


def test_the_site_keeps_its_promises(built: Path) -> None:
    """No broken link or anchor, nothing fetched from elsewhere, twin pages with twin anchors, pages within weight."""
    assert [finding.message("en") for finding in verify.verify(built)] == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_notice_page_reproduces_the_notice(built: Path, notice: Notice, folder: str) -> None:
    """The Chinese sentences of the built page, with the printed numbers and line breaks, are the notice."""
    shown = "".join(read(built / folder / "notice.html").zh)
    expected = re.sub(r"^\s*\([一二三四五六七八九十]+\)", "", notice.text, flags=re.MULTILINE)

    assert "".join(shown.split()) == "".join(expected.split())


@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_sentence_stands_at_its_anchor_on_its_page(built: Path, notice: Notice, folder: str) -> None:
    """`measures/m19.html#s2` is sentence 2 of measure 19, verbatim, and each clause at its own anchor."""
    for measure in notice.measures:
        page = read(built / folder / f"measures/{measure.id}.html")
        for sentence in measure.sentences:
            assert sentence.text.zh in page.by_id[sentence.anchor], sentence.id
            assert sentence.text.en in " ".join(page.by_id[sentence.anchor].split()), sentence.id
            for clause in sentence.clauses:
                assert page.by_id["-".join(clause.id.split(".")[1:])] == clause.text.zh, clause.id


def test_measure_pages_say_what_the_data_say(built: Path, notice: Notice) -> None:
    """Title, summary, every row of the table (or that the notice does not say) and every open point are on the page."""
    for lang, folder in (("zh", ""), ("en", "en/")):
        for measure in notice.measures:
            html = (built / folder / f"measures/{measure.id}.html").read_text(encoding="utf-8")
            told = " ".join(re.sub(r"<[^>]+>", "", html).replace("&amp;", "&").replace("&#39;", "'").split())
            expected = [measure.short_title[lang], measure.summary[lang], measure.title[lang]]
            expected += [(row.text or words.SILENT)[lang] for row in measure.glance]
            expected += [entry.text[lang] for entry in measure.leaves_open]
            missing = [text for text in expected if " ".join(text.split()) not in told]
            assert missing == [], f"{folder}{measure.id}"


def test_nothing_is_left_unfilled(built: Path) -> None:
    """No template mark, placeholder or raw Markdown reaches a reader."""
    for path in built.rglob("*.html"):
        text = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))
        found = re.findall(r"\{\{|\{%|\{#|TODO|TBD|\blorem\b|待补|占位|^\s*None\s*$", text, re.MULTILINE)
        assert found == [], path


def test_short_addresses_lead_to_their_measure(built: Path, notice: Notice) -> None:
    """Each has a script for the anchor, a refresh without scripts, and a plain link."""
    for folder in ("", "en/"):
        for measure in notice.measures:
            html = (built / folder / f"m/{measure.id[1:]}.html").read_text(encoding="utf-8")
            target = f"../measures/{measure.id}.html"
            assert html.count(target) >= 4
            assert f'content="0; url={target}"' in html


def test_shared_files_are_there_once(built: Path) -> None:
    """No copy of styles or scripts per language; no theme leftovers."""
    files = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()]

    assert [
        name for name in files if name.startswith("en/") and not name.endswith((".html", ".xml", ".webmanifest"))
    ] == []
    assert [name for name in files if name.endswith(".map")] == []


def test_the_manifest_states_every_file(built: Path, notice: Notice) -> None:
    """Each file with its size and SHA-256, the downloads apart; the script says the same; pages by their titles."""
    known = manifest.read(built)
    here = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()} - {".built"}
    stated = known["files"] | known["downloads"]

    assert here == {*stated, manifest.NAME, manifest.SCRIPT}
    assert set(known["downloads"]) <= set(dist.DOWNLOADS)
    for name, file in stated.items():
        content = (built / name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"]), name
    script = (built / manifest.SCRIPT).read_text(encoding="utf-8")
    told = json.loads(script.removeprefix("self.measuresManifest=").removesuffix(";\n"))
    own = (built / manifest.NAME).read_bytes()
    assert told["files"].pop(manifest.NAME) == {"bytes": len(own), "sha256": hashlib.sha256(own).hexdigest()}
    assert told == known
    assert set(known["pages"]) == {*PAGES, *(f"measures/{m.id}.html" for m in notice.measures)} - {"404.html"}
    assert known["pages"]["measures/m19.html"]["zh"]["title"] == f"第 19 项 {notice.measure('m19').short_title.zh}"
    assert known["notice_sha256"] == notice.sha256


def test_the_archive_is_the_site(built: Path) -> None:
    """First what to do with it; then every file of its manifest with its hash, in one folder; the site's own bytes."""
    archive = built / dist.ZIP
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()

    assert archive.stat().st_size < 18_000_000
    assert (built / dist.CHECKSUM).read_text(encoding="utf-8").split() == [checksum, dist.ZIP]
    for folder in ("", "en/"):
        online = (built / folder / "offline.html").read_text(encoding="utf-8")
        assert checksum in online
        assert f"{archive.stat().st_size / 1e6:.1f} MB" in online
    with zipfile.ZipFile(archive) as packed:
        first, *names = packed.infolist()
        assert first.filename == dist_words.FIRST == min(packed.namelist())
        assert all(entry.flag_bits & 0x800 for entry in packed.infolist())  # names are UTF-8
        text = packed.read(first)
        assert text.startswith(codecs.BOM_UTF8)  # so that Notepad reads it
        assert "双击 index.html" in text.decode("utf-8-sig")
        assert "Please unzip first" in text.decode("utf-8-sig")
        stated = json.loads(packed.read("measures/manifest.json"))["files"]
        within = {entry.filename.removeprefix("measures/") for entry in names}
        assert within == {*stated, manifest.NAME, manifest.SCRIPT}
        for name, file in stated.items():
            content = packed.read(f"measures/{name}")
            assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"]), name
        assert dist_words.IS_COPY.zh in packed.read("measures/offline.html").decode("utf-8")
        told_apart = {
            "offline.html",
            "en/offline.html",
            manifest.NAME,
            manifest.SCRIPT,
        }  # online they tell the downloads
        for name in within - told_apart:
            assert packed.read(f"measures/{name}") == (built / name).read_bytes(), name


def test_heads_are_complete(built: Path) -> None:
    """Every page has a title, a description of its own, and alternates for both languages with x-default."""
    described: dict[str, str] = {}
    for path in built.rglob("*.html"):
        name = path.relative_to(built).as_posix()
        if re.search(r"(^|/)(m|sheets)/", name) or name.endswith("404.html"):
            continue
        html = path.read_text(encoding="utf-8")
        assert re.search(r"<title>\S", html), name
        match = re.search(r'<meta name="description" content="([^"]{20,})"', html)
        assert match, name
        assert match[1] not in described, f"{name} and {described.get(match[1])} have the same description"
        described[match[1]] = name
        for lang in ("zh", "en", "x-default"):
            assert f'hreflang="{lang}"' in html, name


def test_without_a_site_address_everything_is_relative(built: Path) -> None:
    """An empty SITE_URL leaves no canonical link of MkDocs’ making and no sitemap of relative addresses."""
    assert list(built.rglob("sitemap*")) == []
    home = (built / "index.html").read_text(encoding="utf-8")
    assert 'hreflang="en" href="./en/index.html"' in home


def test_lists_stand_complete_without_scripts(built: Path, notice: Notice) -> None:
    """The list of measures is in the HTML, grouped by chapter, and the filter form is hidden until a script shows it."""
    for folder in ("", "en/"):
        html = (built / folder / "measures/index.html").read_text(encoding="utf-8")
        assert html.count('<section class="group"') == 4
        assert [html.count(f'<li id="{measure.id}"') for measure in notice.measures] == [1] * 43
        assert re.search(r'<form class="filters\b[^>]* hidden', html)


def test_a_public_address_that_is_gone_is_found(built: Path, tmp_path: Path) -> None:
    """A clause's anchor, a date rule's and a whole page taken away: verify names each id and where it should be."""
    site = tmp_path / "site"
    shutil.copytree(built, site, ignore=shutil.ignore_patterns("*.zip", "runtime"))
    for name, anchor in (("measures/m19.html", "s2-c1"), ("en/deadlines.html", "duty-payment")):
        html = (site / name).read_text(encoding="utf-8")
        assert html.count(f'id="{anchor}"') == 1
        (site / name).write_text(html.replace(f'id="{anchor}"', 'id="elsewhere"'), encoding="utf-8")
    (site / "m/07.html").unlink()

    found = {(finding.key, finding.file) for finding in verify.verify(site)}

    assert {("m19.s2.c1", "measures/m19.html#s2-c1"), ("m19.s2.c1", "m/19.html#s2-c1")} <= found
    assert ("deadline.duty-payment", "en/deadlines.html#duty-payment") in found
    assert {("m/07.html", "m/07.html"), ("m07.s1", "m/07.html#s1")} <= found
