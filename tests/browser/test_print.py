"""Paper: every page as a PDF, on A4, in black and white, without what only a screen can do."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from measures_py.site import words
from tests.browsing import KINDS, Open

PAGES = [*KINDS[:-2], "measures/m19.html"]
A4 = (595, 842)
# Text that a printer without colors would leave too faint: below 4.5 : 1 on what it stands on, as paper shows it.
FAINT = """() => {
  const light = (color) => {
    const [r, g, b, a = 1] = (color.match(/[\\d.]+/g) || [255, 255, 255, 0]).map(Number);
    const part = (value) => { value = (value * a + 255 * (1 - a)) / 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(color) && color !== "transparent") return light(color);
    }
    return 1;
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || element.closest("svg, script, noscript, .visually-hidden") || !element.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(element).color), paper(element)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) found.add(`${element.tagName}.${element.className}: ${contrast.toFixed(1)}`);
  }
  return [...found];
}"""


def printed(page: Page) -> list[PageObject]:
    """The sheets of a page as printed."""
    return [*PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def size(sheet: PageObject) -> tuple[int, int]:
    """Width and height of a sheet in points."""
    return round(sheet.mediabox.width), round(sheet.mediabox.height)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_page_prints_on_a4_without_what_only_a_screen_can_do(
    visit: Open, disk: str, folder: str, scheme: str
) -> None:
    """All sheets are A4 and none is empty; no button, menu or search box; the last line says what this is; legible in gray."""
    page = visit(f"{disk}{folder}index.html", scheme=scheme, caused="ERR_FILE_NOT_FOUND")  # what check.html asks for
    lang = "en" if folder else "zh"
    for name in PAGES:
        page.goto(f"{disk}{folder}{name}")
        page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
        assert page.locator(".top nav:visible, .search:visible, .settings:visible, button.copy:visible").count() == 0, (
            name
        )
        assert page.evaluate(FAINT) == [], name
        if scheme == "dark":  # the same sheets as by day
            continue
        sheets = printed(page)
        assert {size(sheet) for sheet in sheets} == {A4}, name
        texts = ["".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in sheets]
        assert min(len(text) for text in texts) > 80, f"{name}: a sheet with next to nothing on it"
        assert "".join(normalize("NFKC", words.UNOFFICIAL[lang]).split()) in texts[-1], name


def test_a_measure_prints_on_few_a4_sheets(visit: Open, site: str, tmp_path: Path) -> None:
    """Measure 19 takes at most four sheets, its rule in words included; citations only in the two forms for paper."""
    page = visit(site + "measures/m19.html")
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    assert page.locator(".citation:visible").count() == 2
    assert page.locator(".rule .why:visible").count() == page.locator(".rule .why").count() > 0
    assert len(printed(page)) <= 4
