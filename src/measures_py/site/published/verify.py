"""Whether the files for programs are whole: valid, one for each measure, every address leading somewhere."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs

from measures_py.authoring.findings import Finding
from measures_py.model import LANGUAGES
from measures_py.site.published import addresses, data, feed, guide

# What is wrong with an address on a page, in both languages, or None: (page, address).
Broken = Callable[[str, str], tuple[str, str] | None]

_ATOM = "{http://www.w3.org/2005/Atom}"
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def findings(site: Path, broken: Broken) -> Iterator[Finding]:
    """Every breach in the published files; nothing but the missing file where there is no data at all."""
    if not (site / data.WHOLE).is_file() or not (site / data.SCHEMA_FILE).is_file():
        name = data.WHOLE if not (site / data.WHOLE).is_file() else data.SCHEMA_FILE
        yield Finding(name, 1, "(file)", "缺少文件", "the file is missing")
        return
    validator = jsonschema_rs.Draft202012Validator(json.loads(_read(site, data.SCHEMA_FILE)))
    whole = json.loads(_read(site, data.WHOLE))
    yield from _valid(data.WHOLE, whole, validator)
    for page in sorted((site / "measures").glob("m*.html")):
        name = f"measures/{page.stem}.json"
        if not (site / name).is_file():
            yield Finding(name, 1, "(file)", "缺少文件", "the file is missing")
            continue
        single = json.loads(_read(site, name))
        yield from _valid(name, single, validator)
        if single["measure"] not in whole["measures"]:
            yield Finding(name, 1, "measure", f"与 {data.WHOLE} 不同", f"not the same as in {data.WHOLE}")
    base = whole.get("site") or ""
    for name, near, address in _addresses(site, whole):
        own = address.removeprefix(base) if base else address
        problem = broken("" if base and own != address else near, own)
        if problem:
            yield Finding(name, 1, address, *problem)


def _read(site: Path, name: str) -> str:
    path = site / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _valid(name: str, value: Any, validator: jsonschema_rs.Draft202012Validator) -> Iterator[Finding]:
    for error in validator.iter_errors(value):
        where = ".".join(map(str, error.instance_path)) or "(file)"
        yield Finding(name, 1, where, f"与模式不符：{error.message}", f"not as the schema says: {error.message}")


def _addresses(site: Path, whole: Any) -> Iterator[tuple[str, str, str]]:
    """Every address as (file it stands in, page from whose folder it is meant, address)."""
    for lang in LANGUAGES:
        name = feed.path(lang)
        text = _read(site, name)
        for link in ElementTree.fromstring(text).iter(f"{_ATOM}link") if text else ():  # noqa: S314  # our own file
            yield name, name, link.get("href", "")
        if not text:
            yield name, "", name
    text = _read(site, guide.NAME)
    yield from ((guide.NAME, guide.NAME, address) for address in _LINK.findall(text))
    if not text:
        yield guide.NAME, "", guide.NAME
    for item in (*whole["chapters"], *whole["measures"]):
        for key in ("page", "short_address"):
            yield from ((data.WHOLE, data.WHOLE, address) for address in item.get(key, {}).values())
    for rule in (*whole["deadlines"], *whole["savings"]):
        for cite in rule["cites"]:
            if cite["href"]:
                yield from ((data.WHOLE, data.WHOLE, page) for page in addresses.both(cite["href"]).values())
    for change in whole["changes"]:
        for page in (f"changes.html#{change['id']}", *change["pages"]):
            yield from ((data.WHOLE, data.WHOLE, address) for address in addresses.both(page).values())
