"""What the files of the date rules and the calendar must keep beyond their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from measures_py.authoring import holidays
from measures_py.authoring.findings import Finding
from measures_py.authoring.read import Files
from measures_py.authoring.source import Document, once

_PLACE = re.compile(r"\{(\w+)\}")


def calendar(files: Files) -> Iterator[Finding]:
    """The years added by hand are whole, cited, and agree with the library where it has them."""
    yield from holidays.findings(files.calendar)
    provisions = {item["id"] for document in files.background for item in document.data["provisions"]}
    for index, entry in enumerate(files.calendar.data["years"]):
        if files.complete and entry["cites"] not in provisions:
            where = ("years", index, "cites")
            yield files.calendar.finding(where, f"没有 {entry['cites']}", f"there is no {entry['cites']}")


def rules(files: Files) -> Iterator[Finding]:
    """Rules are named by their id, given once, and what they point at exists."""
    yield from once(files.deadlines)
    known = _citable(files)
    for document in files.deadlines:
        yield from _inputs(document)
        yield from _example(document)
        if files.complete:
            yield from _targets(document, files, known)


def _inputs(document: Document) -> Iterator[Finding]:
    names = [entry["name"] for entry in document.data["inputs"]]
    for index, entry in enumerate(document.data["inputs"]):
        where = ("inputs", index)
        if names.index(entry["name"]) != index:
            yield document.finding((*where, "name"), "名称重复", "this name is given twice")
        if entry.get("not_before", names[0]) not in names[:index] and index:
            yield document.finding((*where, "not_before"), "只能指前面的输入", "names no input before this one")
        if (entry["type"] == "one_of") != ("choices" in entry):
            yield document.finding(where, "one_of 才有 choices，也必须有", "`choices` go with one_of, and only with it")


def _example(document: Document) -> Iterator[Finding]:
    """A rule that is computed has an example, which gives nothing that the rule does not ask."""
    if document.data["computed"] == "yes" and "example" not in document.data:
        yield document.finding((), "缺少 example", "an `example` is missing")
    asked = {entry["name"] for entry in document.data["inputs"]}
    for name in document.data.get("example", {"inputs": {}})["inputs"]:
        if name not in asked:
            yield document.finding(("example", "inputs", name), "规则没有这个输入", "the rule has no such input")


def _citable(files: Files) -> set[str]:
    """The ids of all sentences, clauses and provisions."""
    known = {item["id"] for d in files.background for item in d.data["provisions"]}
    for measure in files.measures:
        for sentence in measure.data["sentences"]:
            known |= {sentence["id"], *(clause["id"] for clause in sentence["clauses"])}
    return known


def _targets(document: Document, files: Files, known: set[str]) -> Iterator[Finding]:
    measures = {measure.data["id"] for measure in files.measures}
    for index, target in enumerate(document.data["measures"]):
        if target not in measures:
            yield document.finding(("measures", index), f"没有 {target}", f"there is no {target}")
    for index, entry in enumerate(document.data["cites"]):
        if entry["id"] not in known:
            yield document.finding(("cites", index, "id"), f"没有 {entry['id']}", f"there is no {entry['id']}")


def placeholders(files: Files) -> Iterator[Finding]:
    """A sentence has the same places to fill in both languages."""
    for document in (*files.deadlines, files.words, files.verdict_words, *files.levers, files.levers_words):
        for path, item in document.mappings:
            if not isinstance(item.get("zh"), str) or not isinstance(item.get("en"), str):
                continue
            zh, en = (set(_PLACE.findall(item[lang])) for lang in ("zh", "en"))
            for name in sorted(zh ^ en):
                where = (*path, "en" if name in zh else "zh")
                yield document.finding(where, f"缺 {{{name}}}", f"{{{name}}} stands in the other language only")
