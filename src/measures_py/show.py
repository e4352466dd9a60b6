"""A deadline answer as HTML, in one language: what the reader sees, at build time and live.

The worked examples on the pages and the live results come from the same lines, so they cannot
differ. Every value is escaped here; the page puts the HTML in as it is.
"""

from __future__ import annotations

from typing import Any

from measures_py import timeline
from measures_py.markup import basis, cites, escape, sentences

_STATUS = {
    "in_time": ("met", {"zh": "在期限内", "en": "In time"}),
    "boundary": ("open", {"zh": "正好在边界上", "en": "On the boundary"}),
    "past_ordinary_window": ("stop", {"zh": "已过通常期限", "en": "Past the ordinary window"}),
    "open": ("met", {"zh": "可以办理", "en": "The window is open"}),
    "too_early": ("open", {"zh": "还没到时候", "en": "Too early"}),
    "information": ("calm", {"zh": "日期", "en": "Dates"}),
    "cannot_tell": ("open", {"zh": "判断不了", "en": "Cannot be told"}),
}
_WORDS = {
    "readings": {"zh": "各种算法", "en": "Each way of counting"},
    "why": {"zh": "说明", "en": "Why"},
    "amounts": {"zh": "金额", "en": "Amounts"},
    "still": {"zh": "还可以做什么", "en": "What is still possible"},
    "between": {"zh": "{} 至 {} 之间", "en": "between {} and {}"},
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
        sentences(answer["explanations"], lang, _WORDS["why"][lang], "why"),
        sentences(answer["still_possible"], lang, _WORDS["still"][lang], "still"),
        _calendar(answer["calendar"], lang),
        cites(answer["cites"], lang, root),
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
        f"<li><strong>{_day(entry, lang)}</strong> {basis(entry['status'], lang)} {escape(entry['why'][lang])}</li>"
        for entry in readings
    ]
    return f'<h4>{_WORDS["readings"][lang]}</h4><ul class="readings">{"".join(rows)}</ul>'


def _amounts(amounts: list[dict[str, Any]], lang: str) -> str:
    rows = []
    for amount in amounts:
        working = "".join(f"<li>{escape(line[lang])}</li>" for line in amount["working"])
        value = amount["low"] if amount["low"] == amount["high"] else f"{amount['low']}–{amount['high']}"
        money = f"{value} 元" if lang == "zh" else f"RMB {value}"
        rows.append(f"<div><dt>{escape(amount['label'][lang])}</dt><dd>{escape(money)}<ol>{working}</ol></dd></div>")
    return f'<h4>{_WORDS["amounts"][lang]}</h4><dl class="dates">{"".join(rows)}</dl>' if rows else ""


def _calendar(calendar: dict[str, Any], lang: str) -> str:
    note = calendar.get("note")
    return f'<p class="horizon">{escape(note[lang])}</p>' if note else ""
