"""The working of a case as a CSV file that opens right in a spreadsheet and says which notice it rests on."""

from __future__ import annotations

from typing import Any

from measures_py import spreadsheet
from measures_py.markup import named

_HEAD = {
    "zh": ("部分", "项目", "公式", "数字", "最低", "最高", "单位", "来源"),
    "en": ("Part", "Item", "Formula", "Numbers", "Low", "High", "Unit", "Source"),
}
_WORDS = {
    "result": {"zh": "结果", "en": "Result"},
    "working": {"zh": "计算过程", "en": "Working"},
    "input": {"zh": "所用的数", "en": "Figures used"},
    "caveat": {"zh": "注意", "en": "Caveats"},
    "cite": {"zh": "依据", "en": "Rests on"},
    "total": {"zh": "合计", "en": "Total"},
    "counted": {"zh": "计入", "en": "Counted"},
    "left_out": {"zh": "没有计入", "en": "Not counted"},
    "notice": {"zh": "公告原文的SHA-256", "en": "SHA-256 of the notice’s text"},
    "yes": {"zh": "是", "en": "yes"},
    "no": {"zh": "否", "en": "no"},
    "from_day": {"zh": "第{}天起", "en": "from day {}"},
}
PROVENANCE = {
    "caller": {"zh": "您填写的", "en": "you"},
    "notice": {"zh": "公告", "en": "the notice"},
    "law": {"zh": "法规", "en": "a law"},
    "assumption": {"zh": "我们的假定", "en": "our assumption"},
    "example": {"zh": "示例数字", "en": "example figure"},
}


def csv(answer: dict[str, Any], lang: str, sha256: str) -> str:
    """The file for an answer of the `savings` call, in one language."""
    rows = [_HEAD[lang], _row("", answer["title"][lang], formula=answer["headline"][lang])]
    rows += [_figure("result", item["label"][lang], item, lang) for item in answer["results"].values()]
    cited = {cite["id"]: cite for cite in answer["cites"]}
    for line in answer["working"]:
        source = "; ".join(f"{named(cited[id], lang)} ({id})" for id in line["cites"])
        part = _WORDS["working"][lang]
        rows.append((part, line["label"][lang], line["formula"][lang], line["numbers"], *_ends(line["result"]), source))
    for entry in answer["inputs"]:
        rows += _input(entry, lang)
    rows += [_row(_WORDS["caveat"][lang], entry[lang]) for entry in answer["caveats"]]
    rows += [_row(_WORDS["cite"][lang], cite[lang], source=cite["id"]) for cite in answer["cites"]]
    rows.append(_row(_WORDS["notice"][lang], sha256))
    return spreadsheet.file(rows)


def several(answer: dict[str, Any], lang: str, sha256: str) -> str:
    """The file for an answer of the `combine` call: the totals, each case, what is left out and why."""
    rows = [_HEAD[lang], _row("", answer["headline"][lang])]
    rows += [_figure("total", item["label"][lang], item, lang) for item in answer["results"].values()]
    for case in answer["cases"]:
        part = "counted" if case["counted"] else "left_out"
        source = PROVENANCE["example"][lang] if case["example"] else ""
        for item in case["results"].values():
            figure = _figure(part, _named(case, lang), item, lang)
            rows.append((*figure[:2], item["label"][lang], f"× {case['times']}", *figure[4:7], source))
    for entry in answer["left_out"]:
        why = f"{entry['because_of']['title'][lang]}: {entry['why'][lang]}"
        rows.append(_row(_WORDS["left_out"][lang], entry["title"][lang], formula=why))
    rows += [_row(_WORDS["caveat"][lang], entry[lang]) for entry in answer["caveats"]]
    rows.append(_row(_WORDS["notice"][lang], sha256))
    return spreadsheet.file(rows)


def _named(case: dict[str, Any], lang: str) -> str:
    goods = case["goods"]
    return f"{case['title'][lang]} ({goods})" if goods else str(case["title"][lang])


def _row(part: str, item: str, formula: str = "", source: str = "") -> tuple[str, ...]:
    return (part, item, formula, "", "", "", "", source)


def _figure(part: str, label: str, figure: dict[str, str], lang: str) -> tuple[str, ...]:
    return (_WORDS[part][lang], label, "", "", *_ends(figure), "")


def _ends(figure: dict[str, str]) -> tuple[str, str, str]:
    return figure["low"], figure["high"], figure["unit"]


def _input(entry: dict[str, Any], lang: str) -> list[tuple[str, ...]]:
    part, label, unit = _WORDS["input"][lang], entry["label"][lang], entry["unit"] or ""
    source, value = _source(entry["provenance"], lang), entry["value"]
    if isinstance(value, list):
        days = [(_WORDS["from_day"][lang].format(tier["from_day"]), tier["rate"]) for tier in value]
        return [(part, f"{label}, {day}", "", "", rate, rate, unit, source) for day, rate in days]
    if isinstance(value, dict):
        return [(part, label, "", "", value["low"], value["high"], unit, source)]
    told = _WORDS["yes" if value else "no"][lang] if isinstance(value, bool) else value
    return [(part, label, "", "", told, told, unit, source)]


def _source(provenance: dict[str, Any], lang: str) -> str:
    told = [PROVENANCE[provenance["kind"]][lang]]
    told += [provenance[lang]] if lang in provenance else []
    told += [provenance["why"][lang]] if "why" in provenance else []
    told += [provenance["verified"]] if "verified" in provenance else []
    return "; ".join(told)
