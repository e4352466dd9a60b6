"""The page of changes, the feeds, the guide for language models and the linked data, against each other and the model."""

from __future__ import annotations

import hashlib
import re
import uuid
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from measures_py.authoring.read import DATA
from measures_py.model import Notice
from measures_py.site.published import feed
from tests.site.linked_data import blocks
from tests.site.test_built import PAGES

# rdflib's own JSON-LD reader still uses the older of its two names.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
SCHEMA = Namespace("https://schema.org/")
# Read off the files of background law: one number, and the instrument's own.
NUMBERED = {
    *("discretion-1", "gacc-2018-134", "gacc-2018-14", "gacc-2019-159", "gacc-2019-160", "gacc-2019-87"),
    *("gacc-2020-44", "gacc-2020-69", "gacc-2022-53", "gacc-2023-127", "gacc-2023-200", "gacc-2024-32"),
    *("gacc-2025-194", "gacc-9610-pilot-2024", "mof-2026-16", "order-233", "order-245", "order-251", "order-259"),
    *("order-282", "samr-2019-153"),
}
FOLDERS = [("zh", ""), ("en", "en/")]


@pytest.mark.parametrize(("lang", "folder"), FOLDERS)
def test_the_page_lists_every_change_at_its_anchor(built: Path, notice: Notice, lang: str, folder: str) -> None:
    """Newest day first, each entry with its title, words and the measures it names; measures lead to their own."""
    html = (built / folder / "changes.html").read_text(encoding="utf-8")

    days = re.findall(r'<h2 id="d(\d{4}-\d{2}-\d{2})"', html)
    assert days == sorted({change.date for change in notice.changes}, reverse=True)
    for change in notice.changes:
        entry = re.search(rf'<li id="{change.id}">(.*?)</li>', html, re.DOTALL)
        assert entry, change.id
        assert change.title[lang] in entry[1]
        assert change.text[lang] in entry[1]
        named = re.findall(r'href="measures/(m\d\d)\.html"', entry[1])
        assert named == [id for id in change.measures if id != "all"]
    for measure in notice.measures:
        own = [change for change in notice.changes if measure.id in change.measures]
        page = (built / folder / f"measures/{measure.id}.html").read_text(encoding="utf-8")
        assert (f'href="../changes.html#{measure.id}"' in page) == bool(own)
        assert (f'<div id="{measure.id}">' in html) == bool(own)


@pytest.mark.parametrize(("lang", "folder"), FOLDERS)
def test_the_feed_is_the_list_of_changes(built: Path, notice: Notice, lang: str, folder: str) -> None:
    """Well-formed Atom with an entry for each change, the newest first, each leading to its place on the page."""
    told = feedparser.parse((built / folder / "changes.xml").read_bytes())
    newest = list(reversed(notice.changes))

    assert (told.bozo, told.version, told.feed.language) == (False, "atom10", lang)
    assert told.feed.updated == f"{newest[0].date}T00:00:00Z"
    assert [entry.title for entry in told.entries] == [change.title[lang] for change in newest]
    assert [entry.content[0].value for entry in told.entries] == [change.text[lang] for change in newest]
    assert [entry.updated[:10] for entry in told.entries] == [change.date for change in newest]
    assert [entry.link for entry in told.entries] == [f"changes.html#{change.id}" for change in newest]
    assert [entry.tags[0].term for entry in told.entries] == [change.kind for change in newest]


def test_ids_of_the_feed_are_permanent_and_name_no_host(built: Path, notice: Notice) -> None:
    """UUIDs, each once in both feeds; those of the first version, written down when they became public."""
    texts = [(built / folder / "changes.xml").read_text(encoding="utf-8") for _, folder in FOLDERS]
    ids = [id for text in texts for id in re.findall(r"<id>(.*?)</id>", text)]

    assert len(set(ids)) == len(ids) == 2 * (1 + len(notice.changes))
    assert all(uuid.UUID(id.removeprefix("urn:uuid:")).version == 5 for id in ids)
    assert feed.identity("zh") == "urn:uuid:43b2ce58-8a30-50a7-baab-8bc049a3679f"
    assert feed.text(notice, "zh", "https://measures.example/").count(feed.identity("zh")) == 1


def test_the_guide_has_the_form_of_llms_txt(built: Path, notice: Notice) -> None:
    """One heading, a quoted summary, sections of links; every measure in both languages, and every link leads there."""
    lines = (built / "llms.txt").read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert [line for line in lines[1:] if line.startswith("# ")] == []
    first = next(index for index, line in enumerate(lines) if line.startswith("## "))
    items = [line for line in lines[first:] if line and not line.startswith("## ")]
    parsed = [re.fullmatch(r"- \[([^\]]+)\]\(([^)\s]+)\): (\S.*)", line) for line in items]
    assert [line for line, match in zip(items, parsed, strict=True) if not match] == []
    links = [match[2] for match in parsed if match]
    assert [link for link in links if not (built / link).is_file()] == []
    assert sum(link.startswith("measures/m") for link in links) == len(notice.measures)
    assert sum(link.startswith("en/measures/m") for link in links) == len(notice.measures)
    assert notice.sha256 in lines[4]
    assert "never tell anybody that they meet the conditions" in lines[6]


@pytest.mark.parametrize(("lang", "folder"), FOLDERS)
def test_every_head_leads_to_the_feed_and_the_data(built: Path, notice: Notice, lang: str, folder: str) -> None:
    """Of the page's own language; the JSON of a measure on its page, that of everything on the others."""
    for name in [*PAGES, *(f"measures/{measure.id}.html" for measure in notice.measures)]:
        path = built / folder / name
        links = dict(
            re.findall(
                r'<link rel="alternate" type="application/(json|atom\+xml)"[^>]* href="([^"]+)"',
                path.read_text(encoding="utf-8"),
            )
        )
        if name != "404.html":
            assert (path.parent / links["atom+xml"]).resolve() == built / folder / "changes.xml", name
            wanted = name.replace(".html", ".json") if "/m" in name else "measures.json"
            assert (path.parent / links["json"]).resolve() == built / wanted, name


def _graph(path: Path, address: str) -> tuple[Graph, list[dict[str, Any]]]:
    (block,) = blocks(path)
    assert block["@context"] == {"@vocab": "https://schema.org/"}  # nothing for a parser to fetch
    graph = Graph()
    graph.parse(data=path.read_text(encoding="utf-8").split('"application/ld+json">')[1].split("</script>")[0],
                format="json-ld", publicID=address)  # fmt: skip
    return graph, block["@graph"]


@pytest.mark.parametrize(("lang", "folder"), FOLDERS)
def test_the_linked_data_of_a_measure_say_what_its_page_says(
    built: Path, notice: Notice, lang: str, folder: str
) -> None:
    """One service of Dalian Customs with the notice's title, resting on the notice by its hash, undated; the law with
    a number, and only that, as legislation; the way to the page, each step of it there.
    """
    text = (DATA / "notice.zh.txt").read_bytes()
    name_of_text = urlsafe_b64encode(hashlib.sha256(text).digest()).decode().rstrip("=")  # RFC 6920
    legislated = set()
    for measure in notice.measures:
        name = f"{folder}measures/{measure.id}.html"
        address = f"https://host.example/copy/{name}"
        graph, _ = _graph(built / name, address)
        (service,) = graph.subjects(RDF.type, SCHEMA.GovernmentService)
        assert service == URIRef(f"{address}#service")
        assert graph.value(service, SCHEMA.name) == Literal(measure.title[lang])
        assert graph.value(service, SCHEMA.identifier) == Literal(measure.id)
        provider = graph.value(service, SCHEMA.provider)
        assert graph.value(provider, SCHEMA.name) == Literal({"zh": "大连海关", "en": "Dalian Customs"}[lang])
        source = graph.value(service, SCHEMA.subjectOf)
        assert graph.value(URIRef(address), SCHEMA.isBasedOn) == source == URIRef(f"ni:///sha-256;{name_of_text}")
        instruments = {notice.provision(bearing.provision)[0] for bearing in measure.background}
        laws = {str(graph.value(law, SCHEMA.name)) for law in graph.subjects(RDF.type, SCHEMA.Legislation)}
        assert laws == {own.title[lang] for own in instruments if own.id in NUMBERED}, measure.id
        legislated |= {own.id for own in instruments if own.title[lang] in laws}
        steps = sorted(
            (int(str(graph.value(step, SCHEMA.position))), str(graph.value(step, SCHEMA.item)))
            for step in graph.subjects(RDF.type, SCHEMA.ListItem)
        )
        assert [position for position, _ in steps] == [1, 2, 3, 4]
        assert steps[-1][1] == address
        for _, step in steps:
            assert (built / step.removeprefix("https://host.example/copy/").partition("#")[0]).is_file(), step
        (content,) = graph.objects(None, SCHEMA.contentUrl)
        assert str(content) == urljoin("https://host.example/copy/", f"measures/{measure.id}.json")
        dated = {SCHEMA.datePublished, SCHEMA.dateCreated, SCHEMA.validFrom, SCHEMA.dateModified}
        assert dated & set(graph.predicates()) == set()
    assert legislated <= NUMBERED


def test_other_pages_have_linked_data_too(built: Path) -> None:
    """Each is a page with the way to it; the home page is the site, the page of the data a data set with its files."""
    for _, folder in FOLDERS:
        for name in PAGES:
            if name == "404.html":
                assert blocks(built / folder / name) == []
                continue
            address = f"https://host.example/{folder}{name}"
            graph, nodes = _graph(built / folder / name, address)
            kind = SCHEMA.WebSite if name == "index.html" else SCHEMA.WebPage
            assert list(graph.subjects(RDF.type, kind)) == [URIRef(address)], name
            assert all("GovernmentService" not in node["@type"] for node in nodes)
        graph, _ = _graph(built / folder / "data.html", f"https://host.example/{folder}data.html")
        files = {str(item) for item in graph.objects(None, SCHEMA.contentUrl)}
        assert files == {"https://host.example/measures.json", "https://host.example/measures.csv"}
