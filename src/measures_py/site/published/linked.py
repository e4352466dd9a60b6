"""The linked data (JSON-LD, in the vocabulary of schema.org) that each page carries about itself.

The context is written out, so that nobody has to fetch one. Where the site has no address, ids are relative
and resolve against the page. What stands here says no more than the page: the site is not official, nothing is
dated but law that was seen to be in force, and an instrument is `Legislation` only with a number of its own.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

from measures_py.model import LANGUAGES, Instrument, Measure, Notice
from measures_py.site import words
from measures_py.site.published import addresses, data, schema_org, table
from measures_py.site.published import words as told

type Node = dict[str, Any]

_NUMBER = re.compile(r"\D+(?:〔\d{4}〕|\d{4}年第|第)\d+号")


def pages(notice: Notice, lang: str, base: str) -> dict[str, str]:
    """The linked data of every page that has some, as text, by the page's address in its language's folder."""
    site = _Site(notice, lang, base)
    found = {f"measures/{measure.id}.html": site.measure(measure) for measure in notice.measures}
    found["index.html"] = site.home()
    for page, name in words.PAGE_NAME.items():
        found.setdefault(page, site.page(page, name[lang]))
    return {page: schema_org.text(nodes) for page, nodes in found.items()}


def numbered(instrument: Instrument) -> str:
    """The number of an instrument that is one number and its own, else nothing.

    Several numbers, or the order by which it was amended or published again, are not.
    """
    number = instrument.number.zh if instrument.number else ""
    return number if _NUMBER.fullmatch(number) else ""


class _Site:
    """The nodes of the pages of one language."""

    def __init__(self, notice: Notice, lang: str, base: str) -> None:
        self.notice, self.lang, self.base = notice, lang, base
        self.legislation = {own.id: list(self._legislation(own)) for own in notice.instruments}

    def measure(self, measure: Measure) -> list[Node]:
        """The page of a measure: the service, the law named beside it, the way to the page."""
        page, lang = f"measures/{measure.id}.html", self.lang
        short = measure.short_title[lang]
        cited = {self.notice.provision(bearing.provision)[0].id: None for bearing in measure.background}
        laws = [node for id in cited for node in self.legislation[id]]
        service: Node = {
            "@type": "GovernmentService",
            "@id": self.address(page, page, "#service"),
            "name": measure.title[lang],
            "alternateName": short,
            "description": f"{measure.summary[lang]} {words.UNOFFICIAL_SUMMARY[lang]}",
            "identifier": measure.id,
            "serviceType": words.KIND[measure.kind][lang],
            "provider": {"@type": "GovernmentOrganization", "name": told.CUSTOMS[lang]},
            "subjectOf": {"@id": self.source()["@id"]},
            "mainEntityOfPage": {"@id": self.address(page, page)},
        }
        audience = next(row.text for row in measure.glance if row.key == "for_whom")
        if audience:
            service["audience"] = {"@type": "Audience", "audienceType": audience[lang]}
        chapter = self.notice.chapter_of(measure)
        way = [
            ("index.html", words.SITE_TITLE[lang]),
            ("measures/index.html", words.ALL_TITLE[lang]),
            (f"measures/index.html#{chapter.id}", chapter.short[lang]),
            (page, f"{measure.number} {short}"),
        ]
        about = self.document(page, short, measure.summary[lang])
        about |= {"isBasedOn": self.source(), "mainEntity": {"@id": service["@id"]}}
        about["encoding"] = self.file(page, f"measures/{measure.id}.json", "application/json")
        if laws:
            about["citation"] = laws
        return [about, service, self.way(page, way)]

    def home(self) -> list[Node]:
        """The site itself."""
        here = "index.html"
        site = self.document(here, words.SITE_TITLE[self.lang], words.UNOFFICIAL[self.lang], "WebSite")
        return [site | {"isBasedOn": self.source()}]

    def page(self, page: str, name: str) -> list[Node]:
        """Any other page; the page of the data tells its files, too."""
        about = self.document(page, name, words.PAGE_ABOUT[page][self.lang] if page in words.PAGE_ABOUT else "")
        way = [("index.html", words.SITE_TITLE[self.lang]), (page, name)]
        nodes = [about, self.way(page, way)]
        if page == "data.html":
            dataset = self.document(page, words.SITE_TITLE[self.lang], told.FILE_WHOLE[self.lang], "Dataset")
            dataset |= {"@id": self.address(page, page, "#dataset"), "isBasedOn": self.source()}
            dataset["inLanguage"] = list(LANGUAGES)
            dataset["distribution"] = [
                self.file(page, data.WHOLE, "application/json", "DataDownload"),
                self.file(page, table.NAME, "text/csv", "DataDownload"),
            ]
            nodes.append(dataset)
        return nodes

    def document(self, page: str, name: str, description: str, kind: str = "WebPage") -> Node:
        """What a page of ours is: its name, language and license."""
        node: Node = {"@type": kind, "@id": self.address(page, page), "name": name, "inLanguage": self.lang}
        if description:
            node["description"] = description
        return node | {"license": {"@id": told.LICENCE}, "isAccessibleForFree": True}

    def source(self) -> Node:
        """The notice, by the hash of its text; its date is not confirmed, so it has none."""
        name = base64.urlsafe_b64encode(bytes.fromhex(self.notice.sha256)).decode("ascii").rstrip("=")
        return {
            "@type": "CreativeWork",
            "@id": f"ni:///sha-256;{name}",
            "name": self.notice.title[self.lang],
            "inLanguage": "zh",
            "creator": {"@type": "GovernmentOrganization", "name": told.CUSTOMS[self.lang]},
        }

    def file(self, page: str, file: str, type: str, kind: str = "MediaObject") -> Node:
        """A file for programs, at the site's root."""
        where = self.base + file if self.base else addresses.upward(addresses.page(self.lang, page)) + file
        return {"@type": kind, "encodingFormat": type, "contentUrl": {"@id": where}}

    def way(self, page: str, steps: list[tuple[str, str]]) -> Node:
        """The breadcrumbs to a page."""
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": {"@id": self.address(page, step)}}
            for number, (step, name) in enumerate(steps, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def address(self, page: str, target: str, fragment: str = "") -> str:
        """A page of this language as seen from another: absolute where the site has an address."""
        if self.base:
            return self.base + addresses.page(self.lang, target) + fragment
        return addresses.upward(page) + target + fragment

    def _legislation(self, instrument: Instrument) -> Iterator[Node]:
        number = numbered(instrument)
        if not number:
            return
        node: Node = {
            "@type": "Legislation",
            "name": instrument.title[self.lang],
            "legislationIdentifier": number,
            "inLanguage": "zh",
        }
        if "not_checked" not in (instrument.start, instrument.until):
            node["temporalCoverage"] = f"{instrument.start}/{'..' if instrument.until == 'none' else instrument.until}"
        yield node
