"""The PDF of the whole notice: complete, bookmarked, tagged, its Chinese selectable, and the same every time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, PdfObject

from measures_py.model import Notice
from measures_py.site import document


@pytest.fixture(scope="module")
def pdf(built: Path) -> PdfReader:
    """The PDF that the site offers."""
    path = built / document.NAME
    if not path.is_file():
        pytest.skip(f"no {document.NAME} was made on this machine: run `measures dist`, which says what is missing")
    return PdfReader(path)


def squeezed(text: str) -> str:
    """A text without spaces and line breaks: where lines break depends on the width of a column."""
    return re.sub(r"\s+", "", text)


def test_a_screen_reader_knows_what_it_is(pdf: PdfReader) -> None:
    """Tagged for PDF/UA with a structure tree, a language, and a title that is shown."""
    root = pdf.root_object

    assert str(root["/Lang"]) == "zh"
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/StructTreeRoot"]["/K"]  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert b"pdfuaid" in root["/Metadata"].get_data()  # type: ignore[attr-defined]
    assert pdf.metadata
    assert pdf.metadata.title
    assert "43 Dalian Customs measures" in pdf.metadata.title
    assert "/CreationDate" not in pdf.metadata


def test_bookmarks_are_the_notice(pdf: PdfReader, notice: Notice) -> None:
    """The four parts with their 43 measures under them, by number and both titles, each on a page of its own order."""
    parts: dict[str, list[Destination]] = {}
    for entry in pdf.outline:
        if isinstance(entry, Destination):
            parts[str(entry.title)] = []
        else:
            parts[list(parts)[-1]] = [inner for inner in entry if isinstance(inner, Destination)]

    expected = {f"{c.numeral}、{c.short.zh} {c.short.en}": c.measures for c in notice.chapters}
    measures = {title: inner for title, inner in parts.items() if inner}
    assert {title: [str(entry.title) for entry in inner] for title, inner in measures.items()} == {
        title: [f"{m.number} {m.short_title.zh} {m.short_title.en}" for m in measures_]
        for title, measures_ in expected.items()
    }
    pages = [pdf.get_destination_page_number(entry) or 0 for inner in measures.values() for entry in inner]
    assert pages == sorted(pages)
    assert 80 < len(pdf.pages) < 140
    assert len(parts) == 9  # cover, contents, beginning, four parts, attachment, glossary


def test_sentences_can_be_selected(pdf: PdfReader, notice: Notice) -> None:
    """Some measures, from their bookmark to the next: each sentence, summary and open point in both languages."""
    pages = {
        str(entry.title).split(" ")[0]: pdf.get_destination_page_number(entry) or 0
        for inner in pdf.outline
        if isinstance(inner, list)
        for entry in inner
        if isinstance(entry, Destination)
    }
    for number in (1, 19, 39):
        measure = notice.measures[number - 1]
        shown = [pdf.pages[at].extract_text() for at in range(pages[str(number)], pages[str(number + 1)] + 1)]
        text = squeezed("".join(shown))
        wanted = [sentence.text for sentence in measure.sentences] + [entry.text for entry in measure.leaves_open]
        for said in (*wanted, measure.summary):
            assert squeezed(said.zh) in text, said.zh
            assert squeezed(said.en) in text, said.en


def test_the_cover_says_what_it_is(pdf: PdfReader, notice: Notice) -> None:
    """Unofficial, in both languages, with the hash of the notice, and no date of it."""
    cover = squeezed(pdf.pages[0].extract_text())

    assert "非官方说明" in cover
    assert "Unofficialexplanation" in cover
    assert notice.sha256 in cover
    assert not re.search(r"20\d\d", cover)


def test_fonts_are_inside_and_small(pdf: PdfReader, built: Path) -> None:
    """Every font is embedded as a subset; the file is small enough for a chat."""
    fonts = {
        str(font.get_object()["/BaseFont"])  # type: ignore[index]
        for page in pdf.pages
        for font in cast("dict[str, PdfObject]", page["/Resources"]["/Font"]).values()  # type: ignore[index]
    }
    assert all(re.fullmatch(r"/[A-Z]{6}\+.+", font) for font in fonts), fonts
    assert (built / document.NAME).stat().st_size < 4_000_000


SAMPLE = """
import sys
from measures_py.site import document
html = "<html lang=zh><title>t</title><h1 data-label=a>海关 Customs</h1><p>货物 <span lang=en>“goods”</span></p></html>"
sys.stdout.buffer.write(document.laid_out(html, document.STYLE.read_text(encoding="utf-8")))
"""


def test_the_same_words_give_the_same_bytes(pdf: PdfReader) -> None:
    """Two processes with other hash seeds, dates and time zones."""
    made = {
        subprocess.run(
            [sys.executable, "-c", SAMPLE],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": date, "PATH": "/usr/bin:/bin"},
        ).stdout
        for seed, zone, date in (("1", "UTC", "1"), ("2", "Asia/Shanghai", "1700000000"))
    }
    assert len(made) == 1
    assert next(iter(made)).startswith(b"%PDF-")
