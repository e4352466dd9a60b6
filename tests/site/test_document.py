"""The PDF of the whole notice: complete, bookmarked, tagged, its Chinese selectable, and the same every time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from measures_py.model import Notice
from measures_py.site import document


@pytest.fixture(scope="module")
def pdf(built: Path) -> PdfReader:
    """The PDF that the site offers."""
    path = built / document.NAME
    if not path.is_file():
        pytest.skip(f"no {document.NAME} was made on this machine: run `measures dist`, which says what is missing")
    return PdfReader(path)


@pytest.fixture(scope="module")
def text(pdf: PdfReader) -> str:
    """All of its text without spaces, as a reader who copies gets it."""
    return squeezed("".join(page.extract_text() for page in pdf.pages))


def squeezed(text: str) -> str:
    """A text without spaces and line breaks: where lines break depends on the width of a column."""
    return re.sub(r"\s+", "", text)


def test_a_screen_reader_knows_what_it_is(pdf: PdfReader) -> None:
    """Tagged for PDF/UA with a structure tree, a language, and a title that is shown."""
    root = pdf.root_object

    assert root["/Lang"] == "zh"
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


def test_every_sentence_can_be_selected(text: str, notice: Notice) -> None:
    """Each sentence of the notice stands in it in both languages, as do the summaries and what is left open."""
    second = notice.measure("m19").sentences[1]
    assert squeezed(second.text.zh) in text
    assert squeezed(second.text.en) in text
    wanted = [sentence.text for measure in notice.measures for sentence in measure.sentences]
    wanted += [measure.summary for measure in notice.measures]
    wanted += [entry.text for measure in notice.measures for entry in measure.leaves_open]
    lost = [said for one in wanted for said in (one.zh, one.en) if squeezed(said) not in text]
    # A sentence that goes over a page has the page's head and foot in it.
    assert len(lost) <= len(wanted) * 0.02, lost
    assert notice.sha256[:32] in text
    assert "非官方说明" in text


def test_fonts_are_inside_and_small(pdf: PdfReader, built: Path) -> None:
    """Every font is embedded as a subset; the file is small enough for a chat."""
    fonts = {
        str(font.get_object()["/BaseFont"])  # type: ignore[index]
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
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
