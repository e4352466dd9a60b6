"""A case to take away: as JSON that can be opened again, as a table for a spreadsheet, or as pages to print."""

from __future__ import annotations

import json
from typing import Any

from measures_py import case_request, eligibility, paper, spreadsheet
from measures_py.eligibility import Case
from measures_py.rulebook import Rulebook
from measures_py.show_verdict import BADGE
from measures_py.standing import grouped, standings
from measures_py.store import Say, Store

FORMAT = "measures-case"
SCHEMA = 1
FORMATS = ("json", "csv", "paper")

type Row = tuple[str, str, str, str, str, str, str]

_HEAD: dict[str, Row] = {
    "zh": ("类别", "编号", "名称", "分支或问题", "结果", "说明", "下一步"),
    "en": ("Kind", "Number", "Name", "Alternative", "Result", "Explanation", "Next step"),
}
_KIND: dict[str, Say] = {
    "measure": {"zh": "措施", "en": "measure"},
    "answer": {"zh": "回答", "en": "answer"},
    "source": {"zh": "依据", "en": "source"},
    "as_of": {"zh": "判断日期", "en": "Judged on"},
    "notice": {"zh": "公告 SHA-256", "en": "Notice SHA-256"},
    "rules": {"zh": "规则版本 SHA-256", "en": "Rules version SHA-256"},
    "unofficial": {
        "zh": "非官方说明，以大连海关公告中文原文为准，由海关决定。",
        "en": "Unofficial explanation. The Chinese notice of Dalian Customs prevails, and Customs decides.",
    },
}


def file(known: Store, book: Rulebook, case: Case, format: str, view: dict[str, str]) -> dict[str, Any]:
    """The answer to `save`: the file's name, its media type and its text."""
    lang = view.get("lang", "zh")
    name = f"measures-{case.as_of.isoformat()}"
    match format:
        case "csv":
            return {"ok": True, "name": f"{name}.csv", "type": "text/csv", "text": table(known, book, case, lang)}
        case "paper":
            text = paper.pages(known, book, case, lang, view.get("root", ""))
            return {"ok": True, "name": f"{name}.html", "type": "text/html", "text": text}
    text = json.dumps(document(known, book, case), ensure_ascii=False, indent=1) + "\n"
    return {"ok": True, "name": f"{name}.json", "type": "application/json", "text": text}


def document(known: Store, book: Rulebook, case: Case) -> dict[str, Any]:
    """The case with its verdicts, and what they were given under."""
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "as_of": case.as_of.isoformat(),
        "notice_sha256": known.notice_sha256,
        "rules_sha256": known.rules_sha256,
        "answers": case_request.written(case.answers, book.facts),
        "verdicts": [
            {"measure": item.limb.measure, "limb": item.limb.id, "verdict": item.verdict.value}
            for item in eligibility.states(book, case)
        ],
    }


def table(known: Store, book: Rulebook, case: Case, lang: str) -> str:
    """The case and its verdicts as a file for a spreadsheet."""
    rows = [_HEAD[lang], *_measures(known, book, case, lang)]
    for id, answer in case.answers.items():
        fact = book.facts[id]
        rows.append((_KIND["answer"][lang], "", id, fact.label[lang], fact.told(answer)[lang], "", ""))
    for key, value in _sources(known, case):
        rows.append((_KIND["source"][lang], "", _KIND[key][lang], "", value, "", ""))
    rows.append((_KIND["source"][lang], "", _KIND["unofficial"][lang], "", "", "", ""))
    return spreadsheet.file(rows)


def _measures(known: Store, book: Rulebook, case: Case, lang: str) -> list[Row]:
    about = {item["id"]: item for item in known.measures}
    rows: list[Row] = []
    for items in grouped(standings(eligibility.states(book, case))).values():
        for standing in items:
            name = about[standing.measure]["short_title"][lang]
            for limb in standing.limbs:
                said = eligibility.brief(book, limb, case)
                title = said["title"][lang] if said["title"] else ""
                result, told = BADGE[said["verdict"]][1][lang], said["headline"][lang]
                next_step = limb.limb.next[lang]
                number = str(about[standing.measure]["number"])
                rows.append((_KIND["measure"][lang], number, name, title, result, told, next_step))
    return rows


def _sources(known: Store, case: Case) -> tuple[tuple[str, str], ...]:
    return (("as_of", case.as_of.isoformat()), ("notice", known.notice_sha256), ("rules", known.rules_sha256))
