"""A deadline answer as HTML, in one language: what the reader sees, at build time and live.

The worked examples on the pages and the live results come from the same lines, so they cannot
differ. Every value is escaped here; the page puts the HTML in as it is.
"""

from __future__ import annotations

from typing import Any

from measures_py import timeline
from measures_py.timeline import escape

_STATUS = {
    "in_time": ("met", {"zh": "在期限内", "en": "In time"}),
    "boundary": ("open", {"zh": "正好在边界上", "en": "On the boundary"}),
    "past_ordinary_window": ("stop", {"zh": "已过通常期限", "en": "Past the ordinary window"}),
    "open": ("met", {"zh": "可以办理", "en": "The window is open"}),
    "too_early": ("open", {"zh": "还没到时候", "en": "Too early"}),
    "information": ("calm", {"zh": "日期", "en": "Dates"}),
    "cannot_tell": ("open", {"zh": "判断不了", "en": "Cannot be told"}),
}
_BASIS = {
    "in_notice": {"zh": "公告写明", "en": "in the notice"},
    "verified_law": {"zh": "核对过的法规", "en": "verified law"},
    "by_analogy": {"zh": "类推", "en": "by analogy"},
    "our_assumption": {"zh": "我们的假定", "en": "our assumption"},
}
_WORDS = {
    "readings": {"zh": "各种算法", "en": "Each way of counting"},
    "why": {"zh": "说明", "en": "Why"},
    "amounts": {"zh": "金额", "en": "Amounts"},
    "still": {"zh": "还可以做什么", "en": "What is still possible"},
    "cites": {"zh": "依据", "en": "What this rests on"},
    "between": {"zh": "{} 至 {} 之间", "en": "between {} and {}"},
    "notice": {"zh": "公告", "en": "the notice"},
    "background": {"zh": "背景规定", "en": "background rule"},
}


def deadline(answer: dict[str, Any], lang: str, root: str, key: str) -> str:
    """The HTML of an answer of the `deadline` call with `ok` true.

    `root` leads from the page to the folder of its language, and `key` makes ids unique on it.
    """
    tone, status = _STATUS[answer["status"]]
    parts = [
        f'<p class="status"><span class="badge {tone}">{escape(status[lang])}</span></p>',
        f'<p class="headline">{escape(answer["headline"][lang])}</p>',
        _dates(answer["dates"], lang),
        timeline.svg(answer["timeline"], lang, key) if answer.get("timeline") else "",
        _amounts(answer.get("amounts", []), lang),
        _readings(answer["readings"], lang),
        _sentences(answer["explanations"], lang, "why"),
        _sentences(answer["still_possible"], lang, "still"),
        _calendar(answer["calendar"], lang),
        _cites(answer["cites"], lang, root),
    ]
    return "".join(part for part in parts if part)


def _day(value: dict[str, Any], lang: str) -> str:
    if value.get("date"):
        return f'<time datetime="{escape(value["date"])}">{escape(value["date"])}</time>'
    return escape(_WORDS["between"][lang].format(value.get("earliest") or "…", value.get("latest") or "…"))


def _dates(dates: dict[str, Any], lang: str) -> str:
    rows = [
        f'<div class="{escape(name)}"><dt>{escape(value["label"][lang])}</dt><dd>{_day(value, lang)}</dd></div>'
        for name, value in dates.items()
        if value.get("date") or value.get("earliest") or value.get("latest")
    ]
    return f'<dl class="dates">{"".join(rows)}</dl>' if rows else ""


def _readings(readings: list[dict[str, Any]], lang: str) -> str:
    if len(readings) < 2:
        return ""
    rows = [
        f"<li><strong>{_day(reading, lang)}</strong> {_basis(reading, lang)} {escape(reading['why'][lang])}</li>"
        for reading in readings
    ]
    return f'<h4>{_WORDS["readings"][lang]}</h4><ul class="readings">{"".join(rows)}</ul>'


def _basis(reading: dict[str, Any], lang: str) -> str:
    basis = _BASIS.get(reading.get("status", ""))
    return f'<span class="badge calm">{escape(basis[lang])}</span>' if basis else ""


def _amounts(amounts: list[dict[str, Any]], lang: str) -> str:
    rows = []
    for amount in amounts:
        working = "".join(f"<li>{escape(line[lang])}</li>" for line in amount["working"])
        value = amount["low"] if amount["low"] == amount["high"] else f"{amount['low']}–{amount['high']}"
        money = f"{value} 元" if lang == "zh" else f"RMB {value}"
        rows.append(f"<div><dt>{escape(amount['label'][lang])}</dt><dd>{escape(money)}<ol>{working}</ol></dd></div>")
    return f'<h4>{_WORDS["amounts"][lang]}</h4><dl class="dates">{"".join(rows)}</dl>' if rows else ""


def _sentences(sentences: list[dict[str, str]], lang: str, heading: str) -> str:
    if not sentences:
        return ""
    rows = "".join(f"<li>{escape(sentence[lang])}</li>" for sentence in sentences)
    return f'<h4>{_WORDS[heading][lang]}</h4><ul class="{heading}">{rows}</ul>'


def _calendar(calendar: dict[str, Any], lang: str) -> str:
    note = calendar.get("note")
    return f'<p class="horizon">{escape(note[lang])}</p>' if note else ""


def _cites(cites: list[dict[str, Any]], lang: str, root: str) -> str:
    rows = []
    for cite in cites:
        other = f' <span lang="en">{escape(cite["en"])}</span>' if lang == "en" else ""
        kind = f'<span class="label">{escape(_WORDS[cite["source"]][lang])}</span>'
        quote = (
            f"{_quote(cite)}{other}"
            if lang == "zh" or cite["source"] == "notice"
            else f"<span>{escape(cite['en'])}</span>"
        )
        if cite["href"]:
            quote = f'<a href="{escape(root + cite["href"])}">{quote}</a>'
        rows.append(f"<li>{kind} {quote} {_basis({'status': cite['basis']}, lang)}</li>")
    return f'<h4>{_WORDS["cites"][lang]}</h4><ul class="cites">{"".join(rows)}</ul>' if rows else ""


def _quote(cite: dict[str, Any]) -> str:
    mark = ("「", "」") if cite["source"] == "notice" else ("", "")
    return f'<span lang="zh">{mark[0]}{escape(cite["zh"])}{mark[1]}</span>'
