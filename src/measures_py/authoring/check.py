"""Every rule that the data must keep, checked in one go; each breach is a finding.

Shape is checked by `schema`. Here: the Chinese is the notice's own, every English is fresh, the
languages agree, references lead somewhere, and public ids are permanent.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from measures_py import text
from measures_py.authoring import case_examples, change_list, date_rules, glossary, lever_files, public_ids, rule_files
from measures_py.authoring.findings import Finding
from measures_py.authoring.language import FORBIDDEN, disagreements
from measures_py.authoring.read import DATA, Files, read_files
from measures_py.authoring.source import Document, Path_
from measures_py.model import LANGUAGES, digest

SHORT_TITLE_LIMIT = 45

Rules = tuple[Callable[[Files], Iterable[Finding]], ...]


def check(folder: Path = DATA) -> list[Finding]:
    """Every finding over the data in `folder`, in the order of files and lines; empty when all is well."""
    return check_files(folder)[1]


def check_files(folder: Path = DATA, rules: Rules | None = None) -> tuple[Files, list[Finding]]:
    """The files in `folder` and every finding over them, by all rules or by those given.

    A file of the wrong shape is reported and left out; what can be checked of the others still is.
    """
    files, misshapen = read_files(folder)
    return files, sorted({*misshapen, *findings(files, rules or (*BEFORE_PAGES, *OF_TEXTS))})


def findings(files: Files, rules: Rules) -> list[Finding]:
    """What some rules find in files that were read."""
    return sorted({finding for rule in rules for finding in rule(files)})


def _verbatim(files: Files) -> Iterator[Finding]:
    """The text is the notice, and each sentence of the data is the slice of it that bears its id."""
    file = (files.folder / "notice.zh.txt").name
    wanted = files.notice.data.get("sha256")
    actual = hashlib.sha256(files.text.encode("utf-8")).hexdigest()
    if wanted and actual != wanted:
        yield Finding(
            file,
            1,
            "sha256",
            f"原文已改动：{actual}，应为 {wanted}",
            f"the text was altered: {actual}, expected {wanted}",
        )
    try:
        slices = {piece.id: piece.text for piece in text.segment(files.text) if piece.id}
    except ValueError as error:
        yield Finding(file, 1, "(text)", f"无法切分：{error}", f"cannot be cut into sentences: {error}")
        return
    seen: set[str] = set()
    for document, path, item in _sentences(files):
        seen.add(item["id"])
        own = slices.get(item["id"])
        if own is None:
            yield document.finding((*path, "id"), "公告没有这一句", "the notice has no such sentence")
        elif own != item["zh"]:
            yield document.finding(
                (*path, "zh"), f"与原文不符；原文：{own}", f"differs from the notice, which reads: {own}"
            )
    for missing in sorted(slices.keys() - seen) if files.complete else ():
        owner = next((d for d in files.measures if d.data["id"] == missing.split(".")[0]), files.notice)
        yield owner.finding((), f"缺少 {missing}", f"{missing} is missing")


def _sentences(files: Files) -> Iterator[tuple[Document, Path_, dict[str, Any]]]:
    frame = files.notice
    for index, item in enumerate(frame.data["preamble"]):
        yield frame, ("preamble", index), item
    for index, item in enumerate(frame.data["chapters"]):
        yield frame, ("chapters", index), item
    if frame.data["attachment"]:
        yield frame, ("attachment",), frame.data["attachment"]
    for document in files.measures:
        for index, item in enumerate(document.data["sentences"]):
            yield document, ("sentences", index), item


def _quotes(files: Files) -> Iterator[Finding]:
    """Clauses and slogans are verbatim spans of their sentence, in order, without overlap."""
    for document, path, sentence in _sentences(files):
        for index, slogan in enumerate(sentence.get("slogans", ())):
            if slogan not in sentence["zh"]:
                yield document.finding(
                    (*path, "slogans", index), f"句中没有：{slogan}", f"not in the sentence: {slogan}"
                )
        ends = {"zh": 0, "en": 0}
        spans: list[tuple[int, int]] = []
        for index, clause in enumerate(sentence.get("clauses", ())):
            where = (*path, "clauses", index)
            for lang in ("zh", "en"):
                start = sentence[lang].find(clause[lang], ends["zh"] if lang == "zh" else 0)
                if start < 0:
                    yield document.finding(
                        (*where, lang),
                        f"引文不在句中（或次序、重叠有误）：{clause[lang]}",
                        f"this quote is not in its sentence, or out of order, or overlapping: {clause[lang]}",
                    )
                    continue
                end = start + len(clause[lang])
                if lang == "zh":
                    ends["zh"] = end
                elif any(start < other_end and other_start < end for other_start, other_end in spans):
                    yield document.finding(
                        (*where, lang), f"与另一引文重叠：{clause[lang]}", f"overlaps another quote: {clause[lang]}"
                    )
                else:
                    spans.append((start, end))


def _identities(files: Files) -> Iterator[Finding]:
    """Ids follow their place and are given once; 43 measures; files are named by their id."""
    seen: dict[str, str] = {}
    for document in (files.notice, *files.measures, *files.background):
        for path, item in document.mappings:
            own = item.get("id")
            if not isinstance(own, str):
                continue
            if own in seen:
                yield document.finding(
                    (*path, "id"), f"id 重复，已在 {seen[own]}", f"duplicate id, already in {seen[own]}"
                )
            seen[own] = document.file
    for document in (*files.measures, *files.background):
        own = document.data["id"]
        if Path(document.file).stem != own:
            yield document.finding(("id",), f"文件名应为 {own}.yml", f"the file should be named {own}.yml")
    for document in files.measures:
        yield from _numbering(document)
    for document in files.background:
        for index, item in enumerate(document.data["provisions"]):
            if not item["id"].startswith(document.data["id"] + "."):
                yield document.finding(
                    ("provisions", index, "id"),
                    f"应以 {document.data['id']}. 开头",
                    f"should begin with {document.data['id']}.",
                )


def _numbering(document: Document) -> Iterator[Finding]:
    data = document.data
    expected: list[tuple[Path_, str, str]] = []
    for s, sentence in enumerate(data["sentences"]):
        expected.append((("sentences", s, "id"), sentence["id"], f"{data['id']}.s{s + 1}"))
        for c, clause in enumerate(sentence["clauses"]):
            expected.append((("sentences", s, "clauses", c, "id"), clause["id"], f"{sentence['id']}.c{c + 1}"))
    for o, entry in enumerate(data["leaves_open"]):
        expected.append((("leaves_open", o, "id"), entry["id"], f"{data['id']}.o{o + 1}"))
    for path, actual, wanted in expected:
        if actual != wanted:
            yield document.finding(path, f"应为 {wanted}；现为 {actual}", f"expected {wanted}; got {actual}")


def _references(files: Files) -> Iterator[Finding]:
    """Every id that is pointed at exists: clauses, measures, provisions, tags, successors."""
    cited = {item["id"] for _, _, item in _sentences(files)}
    for document in files.measures:
        for sentence in document.data["sentences"]:
            cited.update(clause["id"] for clause in sentence["clauses"])
    measures = {document.data["id"] for document in files.measures}
    provisions = {item["id"] for document in files.background for item in document.data["provisions"]}
    instruments = {document.data["id"] for document in files.background}
    tags = {key: {item["id"] for item in items} for key, items in files.tags.data.items()}

    for document in files.measures:
        targets: list[tuple[Path_, str, Iterable[str]]] = []
        for path, item in document.mappings:
            if "from" in item:
                own = item["from"] if isinstance(item["from"], list) else [item["from"]]
                targets.extend(((*path, "from"), target, cited) for target in own)
            if "about" in item:
                targets.append(((*path, "about"), item["about"], cited))
            if "ref" in item:
                targets.append(((*path, "ref"), item["ref"], provisions))
            if "measure" in item:
                targets.append(((*path, "measure"), item["measure"], measures - {document.data["id"]}))
        for key, values in document.data["tags"].items():
            targets.extend((("tags", key), value, tags[key]) for value in values)
            if "any" in values and len(values) > 1:
                yield document.finding(("tags", key), "any 须单独使用", "`any` stands alone")
        for path, target, known in targets:
            if target not in known and (files.complete or known is cited):
                yield document.finding(path, f"没有 {target}", f"there is no {target}")
            elif re.match(r"m\d\d\.", target) and not target.startswith(document.data["id"]):
                yield document.finding(path, f"{target} 属于另一项措施", f"{target} belongs to another measure")
    for index, target in enumerate(files.notice.data["figures"]):
        if files.complete and target not in cited:
            yield files.notice.finding(("figures", index), f"没有 {target}", f"there is no {target}")
    for document in files.background:
        successor = document.data["in_force"]["replaced_by"]
        if successor != "none" and successor not in instruments:
            yield document.finding(("in_force", "replaced_by"), f"没有 {successor}", f"there is no {successor}")


def _fresh(files: Files) -> Iterator[Finding]:
    """Each English was made from the Chinese that stands beside it now."""
    for document, path, item in files.bilingual:
        wanted = digest(item["zh"])
        if item.get("of") != wanted:
            yield document.finding(
                (*path, "en"),
                f"中文改过，英文待确认：核对后把 of 改为 {wanted}",
                f"stale: the Chinese has changed; check the English, then set its `of` to {wanted}",
            )


def _agreement(files: Files) -> Iterator[Finding]:
    """Figures and codes stand in both languages; forbidden words in neither."""
    for document, path, item in files.bilingual:
        for what, lacking in disagreements(item["zh"], item["en"]):
            language = "中文" if lacking == "zh" else "英文"
            yield document.finding(
                (*path, lacking), f"{language}里缺 {what}", f"{what} stands in the other language only"
            )
        if word := FORBIDDEN.search(item["en"]):
            yield document.finding((*path, "en"), f"英文不得用 {word[0]}", f"“{word[0]}” is not to be used")


def _titles(files: Files) -> Iterator[Finding]:
    """Short titles are short, and no two measures share one."""
    seen: dict[str, str] = {}
    for document in files.measures:
        for lang in LANGUAGES:
            title = document.data["short_title"][lang]
            if lang == "en" and len(title) > SHORT_TITLE_LIMIT:
                yield document.finding(
                    ("short_title", lang),
                    f"{len(title)} 个字符，最多 {SHORT_TITLE_LIMIT}",
                    f"{len(title)} characters; at most {SHORT_TITLE_LIMIT}",
                )
            if title in seen:
                yield document.finding(
                    ("short_title", lang), f"与 {seen[title]} 的短标题相同", f"{seen[title]} has the same short title"
                )
            seen[title] = document.data["id"]


# What must hold before a page can be made of the data; and what the texts must keep, which no page depends on.
BEFORE_PAGES: Rules = (
    _verbatim,
    _quotes,
    _identities,
    _references,
    _titles,
    date_rules.calendar,
    date_rules.rules,
    date_rules.placeholders,
    rule_files.findings,
    lever_files.findings,
    case_examples.findings,
    change_list.findings,
    public_ids.findings,
)
OF_TEXTS: Rules = (_fresh, _agreement, glossary.findings)
