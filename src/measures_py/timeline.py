"""A deadline's timeline as SVG, from the `timeline` part of an answer: wide for a screen, narrow for a phone.

Runs at build time and in the reader's browser alike, so a worked example and a live answer are the
same picture. Both pictures carry the same text alternative; the page shows one of them at a time.
Colours come from the page's style sheet by class.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from unicodedata import east_asian_width

from measures_py.markup import escape

_WIDE, _LEFT, _RIGHT = 720, 24, 696
_ROW, _AXIS_GAP = 20, 18
_LONG, _SHORT = 90, 6  # days without an event that are drawn short, and how short
_NARROW, _SPINE, _STEP = 340, 22, 54


def svg(timeline: dict[str, Any], lang: str, key: str) -> str:
    """The two pictures one after the other; `key` makes their ids unique on a page."""
    events = sorted(timeline["events"], key=lambda event: (event["date"], event["kind"]))
    if not events:
        return ""
    told = ("；" if lang == "zh" else "; ").join(_told(event, lang) for event in events)
    return _wide(timeline, events, lang, f"{key}-w", told) + _narrow(events, lang, f"{key}-n", told)


def _told(event: dict[str, Any], lang: str) -> str:
    until = f"–{event['until']}" if event.get("until") else ""
    return f"{event['date']}{until} {event['label'][lang]}"


def _frame(cls: str, width: int, height: float, key: str, lang: str, told: str, parts: list[str]) -> str:
    title = "时间线" if lang == "zh" else "Timeline"
    return (
        f'<svg class="timeline {cls}" viewBox="0 0 {width} {height:g}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{title}</title><desc id="{key}-d">{escape(told)}</desc>{"".join(parts)}</svg>'
    )


def _wide(timeline: dict[str, Any], events: list[dict[str, Any]], lang: str, key: str, told: str) -> str:
    x, broken = _scale(timeline, events)
    labels = [(x(event["date"]), _told(event, lang), event["kind"]) for event in events]
    widths = [_width(text) * (13.6 if kind == "safe" else 12.5) for _, text, kind in labels]
    rows = _rows([(at, width) for (at, _, _), width in zip(labels, widths, strict=True)])
    axis = (max(rows) + 1) * _ROW + _AXIS_GAP
    parts = [_band(x(start), x(_after(end)), axis, 26, "rest") for start, end in timeline["rest"]]
    parts += [_band(x(start), x(end), axis, 12, "window") for start, end in timeline["windows"]]
    parts.append(f'<path class="axis" d="M{_LEFT} {axis}H{_RIGHT}"/>')
    texts: list[str] = []  # after the marks, so that no line runs through a word
    for (at, text, kind), width, row in zip(labels, widths, rows, strict=True):
        y = (max(rows) - row + 1) * _ROW
        parts.append(f'<path class="mark {kind}" d="M{at} {y + 4}V{axis + 14}"/>')
        left = min(max(at - width / 2, 2), _WIDE - 2 - width)
        texts.append(f'<text class="{kind}" x="{left:.1f}" y="{y}">{escape(text)}</text>')
    if broken:
        parts.append(f'<path class="break" d="M{broken - 7} {axis + 9}l6 -18m4 18l6 -18"/>')
    parts += texts
    parts += [
        f'<text class="end" x="{_LEFT}" y="{axis + 34}">{timeline["from"]}</text>',
        f'<text class="end right" x="{_RIGHT}" y="{axis + 34}">{timeline["to"]}</text>',
    ]
    return _frame("wide", _WIDE, axis + 42, key, lang, told, parts)


def _scale(timeline: dict[str, Any], events: list[dict[str, Any]]) -> tuple[Callable[[str], float], float]:
    """Where a day stands on the wide picture, and where the axis is broken, if it is.

    When one stretch without an event takes most of the time, it is drawn short, so that the days
    that matter and the rest days among them have room.
    """
    first, last = date.fromisoformat(timeline["from"]), date.fromisoformat(timeline["to"])
    span = max((last - first).days, 1)
    days = sorted({first, last, *(date.fromisoformat(event["date"]) for event in events)})
    days = [day for day in days if first <= day <= last]
    gap, start = max(((later - day).days, day) for day, later in pairwise(days)) if len(days) > 1 else (0, first)
    cut, back = start + timedelta(days=5), start + timedelta(days=gap - 14)
    squeezed = gap > _LONG and gap > span / 2
    hidden = (back - cut).days - _SHORT if squeezed else 0

    def x(day: str) -> float:
        at = min(max(date.fromisoformat(day), first), last)
        offset = float((at - first).days)
        if squeezed and at > cut:
            offset -= hidden * min((at - cut).days / (back - cut).days, 1.0)
        return round(_LEFT + (_RIGHT - _LEFT) * offset / (span - hidden), 1)

    return x, round((x(cut.isoformat()) + x(back.isoformat())) / 2, 1) if squeezed else 0.0


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _band(start: float, end: float, axis: float, height: float, cls: str) -> str:
    return (
        f'<rect class="{cls}" x="{start}" y="{axis - height / 2}" width="{max(end - start, 1):.1f}" height="{height}"/>'
    )


def _width(text: str) -> float:
    """The width of a text in ems, near enough to keep labels apart."""
    return sum(1.0 if east_asian_width(letter) in "WF" else 0.56 for letter in text)


def _rows(labels: list[tuple[float, float]]) -> list[int]:
    """The lowest row for each label, (middle, width), in which it touches no other."""
    taken: list[list[tuple[float, float]]] = []
    rows: list[int] = []
    for middle, width in labels:
        start = min(max(middle - width / 2, 2), _WIDE - 2 - width)
        end = start + width + 10
        row = next((n for n, spans in enumerate(taken) if all(end < a or b < start for a, b in spans)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append((start, end))
        rows.append(row)
    return rows


def _narrow(events: list[dict[str, Any]], lang: str, key: str, told: str) -> str:
    """One event below the other, with the days between them in words."""
    parts = [f'<path class="axis" d="M{_SPINE} 14V{14 + _STEP * (len(events) - 1)}"/>']
    for index, event in enumerate(events):
        y = 14 + _STEP * index
        parts.append(f'<circle class="mark {event["kind"]}" cx="{_SPINE}" cy="{y}" r="6"/>')
        parts.append(f'<text class="{event["kind"]}" x="44" y="{y + 5}">{escape(event["date"])}</text>')
        parts.append(f'<text class="label" x="130" y="{y + 5}">{escape(event["label"][lang])}</text>')
        if index + 1 < len(events):
            days = (date.fromisoformat(events[index + 1]["date"]) - date.fromisoformat(event["date"])).days
            between = f"{days} 天" if lang == "zh" else f"{days} day{'' if days == 1 else 's'}"
            parts.append(f'<text class="between" x="44" y="{y + 31}">{between if days else ""}</text>')
    return _frame("narrow", _NARROW, 14 + _STEP * (len(events) - 1) + 16, key, lang, told, parts)
