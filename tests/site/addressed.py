"""What a site that was built with an address must say of it in its files for programs."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.robotparser import RobotFileParser

import feedparser

from measures_py.site.published import verify
from tests.site.linked_data import blocks

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


def check(site: Path, base: str) -> None:
    """Sitemaps, robots.txt, JSON, feeds, guide and linked data all name the same addresses, and each exists."""
    _sitemaps(site, base)
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.site_maps() == [f"{base}sitemap.xml", f"{base}en/sitemap.xml"]
    assert robots.can_fetch("*", f"{base}measures/m19.html")
    assert json.loads((site / "measures.json").read_text(encoding="utf-8"))["site"] == base
    for folder in ("", "en/"):
        told = feedparser.parse((site / folder / "changes.xml").read_bytes())
        links = [link.href for entry in told.entries for link in entry.links] + [link.href for link in told.feed.links]
        assert [link for link in links if not link.startswith(base + folder)] == []
        nodes = blocks(site / folder / "measures/m19.html")[0]["@graph"]
        (way,) = (node for node in nodes if node["@type"] == "BreadcrumbList")
        assert way["itemListElement"][-1]["item"]["@id"] == f"{base}{folder}measures/m19.html"
    assert f"]({base}en/measures/m19.html)" in (site / "llms.txt").read_text(encoding="utf-8")

    def broken(_: str, address: str) -> tuple[str, str] | None:
        return None if (site / address.partition("#")[0]).is_file() else (address, address)

    assert [finding.message("en") for finding in verify.findings(site, broken)] == []


def _sitemaps(site: Path, base: str) -> None:
    """Each language's sitemap has every page of it but short addresses, sheets and the 404 page, with both alternates."""
    for folder in ("", "en/"):
        pages = {path.relative_to(site).as_posix() for path in (site / folder).rglob("*.html")}
        pages = {page.removeprefix(folder) for page in pages if folder or not page.startswith("en/")}
        pages = {page for page in pages if not page.startswith(("m/", "sheets/")) and page != "404.html"}
        found = ElementTree.parse(site / folder / "sitemap.xml").getroot().findall(f"{SITEMAP}url")

        assert sorted(url.findtext(f"{SITEMAP}loc", "") for url in found) == sorted(f"{base}{folder}{p}" for p in pages)
        for url in found:
            page = url.findtext(f"{SITEMAP}loc", "").removeprefix(base + folder)
            alternates = {link.get("hreflang"): link.get("href") for link in url.findall(ALTERNATE)}
            assert alternates == {"zh": base + page, "en": f"{base}en/{page}", "x-default": base + page}
