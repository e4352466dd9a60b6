"""The committed list of public ids and addresses: it may only grow.

Other people link to these. `public-ids.txt` has one per line, in the order in which they became
public; a line is never removed. An id that the data no longer have is marked `retired DATE`, or
`retired DATE see ID` where another says the same now, and a retired id is never used again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measures_py.authoring.findings import Finding
from measures_py.authoring.read import Files

NAME = "public-ids.txt"
_LINE = re.compile(r"(?P<id>\S+)(?: retired (?P<date>\d{4}-\d{2}-\d{2})(?: see (?P<see>\S+))?)?")


@dataclass(frozen=True)
class Entry:
    """One line of the list."""

    line: int
    id: str
    retired: str
    see: str = ""


def ids(files: Files) -> list[str]:
    """Every id of the data that others may link to, in the order of the notice."""
    found: list[str] = [item["id"] for item in files.notice.data["preamble"]]
    found += [item["id"] for item in files.notice.data["chapters"]]
    found.append(files.notice.data["attachment"]["id"])
    for document in files.measures:
        found.append(document.data["id"])
        for sentence in document.data["sentences"]:
            found.append(sentence["id"])
            found += [clause["id"] for clause in sentence["clauses"]]
        found += [entry["id"] for entry in document.data["leaves_open"]]
    for document in files.background:
        found += [provision["id"] for provision in document.data["provisions"]]
    found += [f"deadline.{document.data['id']}" for document in files.deadlines]
    found += [f"fact.{fact['id']}" for document in files.facts for fact in document.data["facts"]]
    found += [f"limb.{limb['id']}" for document in files.rules for limb in document.data["limbs"]]
    found += [f"saving.{document.data['id']}" for document in files.levers]
    found += [f"change.{change['id']}" for change in files.changes.data]
    return found


def addresses(measures: list[str]) -> list[str]:
    """Every address of the site that others may link to, relative to its root."""
    return [f"{folder}{page}" for folder in ("", "en/") for page in pages(measures)] + data_files(measures)


def pages(measures: list[str]) -> list[str]:
    """The pages of one language, relative to its folder."""
    found = [
        "index.html",
        "measures/index.html",
        "notice.html",
        "glossary.html",
        "offline.html",
        "about.html",
        "deadlines.html",
        "finder.html",
        "savings.html",
        "proof.html",
        "background.html",
        "changes.html",
        "data.html",
        "check.html",
    ]
    found += [f"measures/{measure}.html" for measure in measures]
    return found + [f"m/{measure[1:]}.html" for measure in measures]


def data_files(measures: list[str]) -> list[str]:
    """The files for other programs, relative to the site's root; they serve both languages, but for the feeds."""
    found = ["measures.json", "measures.schema.json", "measures.csv", "changes.xml", "en/changes.xml", "llms.txt"]
    return found + [f"measures/{measure}.json" for measure in measures]


def entries(path: Path) -> Iterator[Entry]:
    """The lines of the list; ValueError on a line of another form."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"{number}: {line}")
        yield Entry(number, match["id"], match["date"] or "", match["see"] or "")


def findings(files: Files) -> Iterator[Finding]:
    """Where the data and the list disagree; nothing can be said while a file is left out."""
    if not files.complete:
        return
    path = files.folder / NAME
    current = ids(files)
    current += addresses([document.data["id"] for document in files.measures])
    try:
        listed = list(entries(path)) if path.exists() else []
    except ValueError as error:
        yield Finding(NAME, 1, "(line)", f"无法读取：{error}", f"not readable: {error}")
        return
    first: dict[str, Entry] = {}
    for entry in listed:
        if entry.id in first:
            yield Finding(NAME, entry.line, entry.id, "列了两次", "listed twice")
        first[entry.id] = entry
    for id in current:
        known = first.get(id)
        if known is None:
            zh, en = "新的公开 id，请加到清单末尾", "a new public id: add it at the end of the list"
            yield Finding(NAME, len(listed) + 1, id, zh, en)
        elif known.retired:
            zh, en = f"已于 {known.retired} 停用，不得再用", f"retired on {known.retired}; never to be used again"
            yield Finding(NAME, known.line, id, zh, en)
    present = set(current)
    for entry in listed:
        if entry.see and (entry.see not in present or entry.see.endswith(".html") != entry.id.endswith(".html")):
            zh, en = f"see 指向的 {entry.see} 不是现有的同类公开 id", f"{entry.see} is no public id of its kind in use"
            yield Finding(NAME, entry.line, entry.id, zh, en)
        if not entry.retired and entry.id not in present:
            zh, en = (
                "清单中的公开 id 不见了；应保留，或标为 retired",
                "a listed public id is gone; keep it or mark it retired",
            )
            yield Finding(NAME, entry.line, entry.id, zh, en)
