"""Savings answers as HTML, in one language: what the reader sees, at build time and live.

The worked examples on the pages and the live results come from the same lines, so they cannot
differ. Every value is escaped here; the page puts the HTML in as it is.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from measures_py import bars
from measures_py.markup import cites, escape, named, sentences, table
from measures_py.money import amount
from measures_py.savings.render import written
from measures_py.savings.sheet import PROVENANCE

_WORDS = {
    "bars": {"zh": "费用：不用措施与用了措施", "en": "Cost without the measure and with it"},
    "component": {"zh": "项目", "en": "Component"},
    "working": {"zh": "计算过程", "en": "The working"},
    "line": {"zh": "项目", "en": "Line"},
    "formula": {"zh": "公式", "en": "Formula"},
    "numbers": {"zh": "代入数字", "en": "With the figures"},
    "result": {"zh": "结果", "en": "Result"},
    "inputs": {"zh": "所用的数和来源", "en": "The figures used, and where they come from"},
    "figure": {"zh": "数", "en": "Figure"},
    "source": {"zh": "来源", "en": "From"},
    "caveats": {"zh": "注意", "en": "Bear in mind"},
    "yes": {"zh": "是", "en": "yes"},
    "no": {"zh": "否", "en": "no"},
    "from_day": {"zh": "第{}天起{}", "en": "from day {}: {}"},
    "to": {"zh": "{}至{}", "en": "{} to {}"},
    "since": {"zh": "{}起施行", "en": "in force from {}"},
    "verified": {"zh": "{}核对", "en": "checked on {}"},
    "secondary": {"zh": "只见于二手材料", "en": "seen in secondary material only"},
    "case": {"zh": "第{}种", "en": "Case {}"},
    "difference": {"zh": "差额（第二种减第一种）", "en": "Difference (second less first)"},
    "changed": {"zh": "哪些数不同", "en": "What differs"},
    "empty": {"zh": "没有填", "en": "left empty"},
    "counted": {"zh": "计入的", "en": "Counted"},
    "cost": {"zh": "成本", "en": "a cost"},
    "left_out": {"zh": "没有计入的", "en": "Not counted"},
    "lever": {"zh": "措施的做法", "en": "What"},
    "measure": {"zh": "第{}项", "en": "measure {}"},
    "times": {"zh": "{}次", "en": "{} times"},
    "instead": {"zh": "已计入“{}”。{}", "en": "“{}” is counted. {}"},
}
_UNITS = {
    "CNY": ("{}元", "RMB {}"),
    "CNY/day": ("{}元/天", "RMB {} a day"),
    "CNY/hour": ("{}元/小时", "RMB {} an hour"),
    "%": ("{}%", "{}%"),
    "‰": ("{}‰", "{}‰"),
    "day": ("{}天", "{} days"),
    "month": ("{}个月", "{} months"),
    "hour": ("{}小时", "{} hours"),
    "time": ("{}次", "{} times"),
}


def one(answer: dict[str, Any], lang: str, root: str, key: str) -> str:
    """The HTML of an answer of the `savings` call with `ok` true.

    `root` leads from the page to the folder of its language, and `key` makes ids unique on it.
    """
    why = answer["sensitive_why"]
    parts = [
        _headline(answer["results"][answer["main"]], lang),
        _results(answer["results"], answer["main"], lang),
        f'<p class="sensitive">{escape(why[lang])}</p>' if why else "",
        _bars(answer["bars"], lang, key),
        _working(answer["working"], {cite["id"]: cite for cite in answer["cites"]}, lang, root),
        _inputs(answer["inputs"], lang, root),
        sentences(answer["caveats"], lang, _WORDS["caveats"][lang], "caveats"),
        cites(answer["cites"], lang, root),
    ]
    return "".join(part for part in parts if part)


def two(answer: dict[str, Any], lang: str, root: str, key: str) -> str:
    """The HTML of an answer of the `compare` call: each result side by side, then the working of both."""
    head = [_word("line", lang), *(_word("case", lang).format(place) for place in (1, 2)), _word("difference", lang)]
    first, second = (case["results"] for case in answer["cases"])
    rows = [
        [escape(item["label"][lang]), *(_figure(of[name], lang) for of in (first, second)), _figure(item, lang)]
        for name, item in answer["differences"].items()
    ]
    cases = "".join(
        f'<section class="case"><h4>{head[place]}</h4>{one(case, lang, root, f"{key}-{place}")}</section>'
        for place, case in enumerate(answer["cases"], start=1)
    )
    return (
        f'<p class="headline">{escape(answer["headline"][lang])}</p>{table("compare", head, rows)}'
        f"{_changed(answer, lang)}{sentences(answer['caveats'], lang, _word('caveats', lang), 'caveats')}{cases}"
    )


def _changed(answer: dict[str, Any], lang: str) -> str:
    """The inputs in which two cases differ, side by side."""
    head = [_word("figure", lang), *(_word("case", lang).format(place) for place in (1, 2))]
    known = [{entry["name"]: entry for entry in case["inputs"]} for case in answer["cases"]]
    rows = []
    for name in answer["changed"]:
        both = [of.get(name) for of in known]
        label = next(entry["label"][lang] for entry in both if entry)
        rows.append([escape(label), *(escape(value(e, lang) if e else _word("empty", lang)) for e in both)])
    return f"<h4>{_word('changed', lang)}</h4>{table('changed', head, rows)}" if rows else ""


def several(answer: dict[str, Any], lang: str, root: str, key: str) -> str:
    """The HTML of an answer of the `combine` call: the totals, what is counted, and what is not and why."""
    rows = [
        [_titled(case, lang, root), "<br>".join(_labeled(item, lang) for item in case["results"].values())]
        for case in answer["cases"]
        if case["counted"]
    ]
    counted = table("counted", [_word("lever", lang), _word("result", lang)], rows)
    left_out = [
        {lang: f"{_plain_title(item, lang)}{_money(item['amount'], lang)}{_stop(lang)}{_instead(item, lang)}"}
        for item in answer["left_out"]
    ]
    parts = [
        _headline(next(iter(answer["results"].values())), lang),
        _results(answer["results"], "permanent", lang),
        f"<h4>{_word('counted', lang)}</h4>{counted}",
        sentences(left_out, lang, _word("left_out", lang), "left-out"),
        sentences(answer["caveats"], lang, _word("caveats", lang), "caveats"),
    ]
    return f'<section class="combined" id="{escape(key)}">{"".join(part for part in parts if part)}</section>'


def _word(name: str, lang: str) -> str:
    return _WORDS[name][lang]


def _stop(lang: str) -> str:
    return "。" if lang == "zh" else ". "


def _titled(case: dict[str, Any], lang: str, root: str) -> str:
    goods = (f"（{case['goods']}）" if lang == "zh" else f" ({case['goods']})") if case["goods"] else ""
    often = f" × {_word('times', lang).format(case['times'])}" if case["times"] > 1 else ""
    links = " ".join(
        f'<a href="{escape(f"{root}measures/{id}.html")}">{_word("measure", lang).format(int(id[1:]))}</a>'
        for id in case["measures"]
    )
    example = f'<span class="badge open">{PROVENANCE["example"][lang]}</span>' if case["example"] else ""
    return f"{escape(case['title'][lang] + goods + often)} {example} {links}".strip()


def _plain_title(item: dict[str, Any], lang: str) -> str:
    return f"{item['title'][lang]}{'：' if lang == 'zh' else ': '}"


def _instead(item: dict[str, Any], lang: str) -> str:
    return _word("instead", lang).format(item["because_of"]["title"][lang], item["why"][lang])


def _money(figure: dict[str, str], lang: str) -> str:
    """An amount as text; a cost has a minus sign."""
    low, high = (amount(Decimal(figure[end])) for end in ("low", "high"))
    told = low if low == high else _word("to", lang).format(low, high)
    return _in_unit(told, "CNY", lang)


def _in_unit(text: str, unit: str | None, lang: str) -> str:
    return _UNITS[unit][lang == "en"].format(text) if unit in _UNITS else text


def _figure(figure: dict[str, str], lang: str) -> str:
    return f'<span class="figure {_tone(figure)}">{escape(_money(figure, lang))}</span>'


def _tone(figure: dict[str, str]) -> str:
    low, high = Decimal(figure["low"]), Decimal(figure["high"])
    return "more" if low < 0 and high <= 0 else "less" if low >= 0 and high > 0 else "even"


def _cost(figure: dict[str, str], lang: str) -> str:
    return f' <span class="badge open">{_word("cost", lang)}</span>' if _tone(figure) == "more" else ""


def _labeled(item: dict[str, Any], lang: str) -> str:
    return f"{escape(item['label'][lang])}{'：' if lang == 'zh' else ': '}{_figure(item, lang)}"


def _headline(result: dict[str, Any], lang: str) -> str:
    return f'<p class="headline">{escape(result["sentence"][lang])}</p>'


def _results(results: dict[str, Any], main: str, lang: str) -> str:
    """Each result on a card where there are several; a cost says that it is one."""
    if len(results) < 2:
        return ""
    rows = [
        f'<div class="{name}{" main" if name == main else ""}"><dt>{escape(item["label"][lang])}</dt>'
        f"<dd>{_figure(item, lang)}{_cost(item, lang)}</dd></div>"
        for name, item in results.items()
    ]
    return f'<dl class="worth">{"".join(rows)}</dl>'


def _bars(shown: list[dict[str, Any]], lang: str, key: str) -> str:
    if not shown:
        return ""
    head = [_word("component", lang), *(bars.WORDS[side][lang] for side in bars.WORDS)]
    rows = [[escape(bar["label"][lang]), *(escape(bars.span(bar[side])) for side in bars.WORDS)] for bar in shown]
    return f"<h4>{_word('bars', lang)}</h4>{bars.svg(shown, lang, key)}{table('components', head, rows)}"


def _working(lines: list[dict[str, Any]], cited: dict[str, Any], lang: str, root: str) -> str:
    head = [_word(name, lang) for name in ("line", "formula", "numbers", "result")]
    rows = [
        [
            escape(line["label"][lang]) + "".join(_law(cited[id], lang, root) for id in line["cites"]),
            escape(line["formula"][lang]),
            f'<span class="numbers">{escape(line["numbers"])}</span>',
            f'<span class="figure">{escape(_line_result(line["result"], lang))}</span>',
        ]
        for line in lines
    ]
    return f"<h4>{_word('working', lang)}</h4>{table('working', head, rows)}"


def _law(cite: dict[str, Any], lang: str, root: str) -> str:
    """Where a line's formula stands, under its name."""
    name = escape(named(cite, lang))
    linked = f'<a href="{escape(root + cite["href"])}">{name}</a>' if cite["href"] else name
    return f'<small class="stands-in">{linked}</small>'


def _line_result(figure: dict[str, str], lang: str) -> str:
    if figure["unit"] == "CNY":
        return _money(figure, lang)
    low, high = (written(Decimal(figure[end]), figure["unit"]) for end in ("low", "high"))
    return _in_unit(low if low == high else _word("to", lang).format(low, high), figure["unit"], lang)


def _inputs(entries: list[dict[str, Any]], lang: str, root: str) -> str:
    head = [_word(name, lang) for name in ("line", "figure", "source")]
    rows = [[escape(e["label"][lang]), escape(value(e, lang)), source(e["provenance"], lang, root)] for e in entries]
    return f"<h4>{_word('inputs', lang)}</h4>{table('inputs', head, rows)}"


def value(entry: dict[str, Any], lang: str) -> str:
    """A figure that went into a case, as text with its unit."""
    given, unit = entry["value"], entry["unit"]
    if isinstance(given, bool):
        return _word("yes" if given else "no", lang)
    if isinstance(given, list):
        comma = "；" if lang == "zh" else "; "
        tiers = ((tier["from_day"], _in_unit(_plain(tier["rate"]), "CNY/day", lang)) for tier in given)
        return comma.join(_word("from_day", lang).format(*tier) for tier in tiers)
    if isinstance(given, dict):
        return _in_unit(_word("to", lang).format(_plain(given["low"]), _plain(given["high"])), unit, lang)
    return _in_unit(_plain(given), unit, lang) if unit else entry.get("choice", {}).get(lang, _plain(given))


def _plain(text: str) -> str:
    return written(Decimal(text), "") if text.replace(".", "", 1).isdigit() else text


def source(provenance: dict[str, Any], lang: str, root: str) -> str:
    """Where a figure comes from, as HTML: who gave it, the law with its dates, why it is assumed."""
    kind = provenance["kind"]
    told = [f'<span class="badge calm {kind}">{escape(PROVENANCE[kind][lang])}</span>']
    if "cite" in provenance:
        words = escape(provenance[lang])
        told.append(f'<a href="{escape(root + provenance["href"])}">{words}</a>' if provenance["href"] else words)
    if "why" in provenance:
        told.append(escape(provenance["why"][lang]))
    told += [escape(text) for text in _dates(provenance, lang)]
    return " ".join(told)


def _dates(provenance: dict[str, Any], lang: str) -> list[str]:
    """When a law came into force and when it was checked; what was not checked is not dated."""
    told = [
        _word(name, lang).format(provenance[name])
        for name in ("since", "verified")
        if provenance.get(name, "")[:1].isdigit()
    ]
    if provenance.get("how") == "secondary":
        told.append(_word("secondary", lang))
    return [("（{}）" if lang == "zh" else "({})").format(("，" if lang == "zh" else ", ").join(told))] if told else []
