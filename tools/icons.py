"""Draws the app's icons from theme/icon.svg with Chromium: `python tools/icons.py`; run it when the picture changes."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
from tests.find_browser import found  # noqa: E402

SVG = (PROJECT / "theme" / "icon.svg").read_text(encoding="utf-8")
PAGE = "<style>*{{margin:0}}body{{background:{0}}}svg{{display:block;width:{1}px;height:{1}px}}</style>{2}"
# A launcher cuts a maskable icon to its own shape: no round corners, and nothing that matters near the edge.
SQUARE = SVG.replace('rx="7"', "").replace('viewBox="0 0 32 32"', 'viewBox="-2 -2 36 36"')
ICONS = {
    "icon-192.png": (192, SVG, "transparent"),
    "icon-512.png": (512, SVG, "transparent"),
    "maskable.png": (512, SQUARE, "#0b5d6b"),
}


def main() -> None:
    """Write theme/icons/."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found() or None, args=["--no-sandbox", "--disable-gpu"])
        for name, (size, svg, behind) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(PAGE.format(behind, size, svg))
            page.screenshot(path=PROJECT / "theme" / "icons" / name, omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
