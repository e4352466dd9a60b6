"""Costs without a measure and with it as SVG, from the `bars` part of an answer: wide for a screen, narrow for a phone.

Runs at build time and in the reader's browser alike. A range is drawn solid to its low end and
hatched to its high end. Colours come from the page's style sheet by class.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from measures_py.markup import escape
from measures_py.money import amount

WORDS = {"without": {"zh": "不用措施", "en": "without"}, "with": {"zh": "用了措施", "en": "with"}}
_TITLE = {"zh": "不用措施与用了措施的费用", "en": "Cost without the measure and with it"}
_WIDE, _NARROW, _TEXT = 720, 340, 260  # widths, and the room that texts take beside a bar
_BAR, _GAP, _LINE = 14, 8, 20


def svg(bars: list[dict[str, Any]], lang: str, key: str) -> str:
    """The two pictures one after the other; `key` makes their ids unique on a page."""
    most = max((Decimal(bar[side]["high"]) for bar in bars for side in WORDS), default=Decimal(0))
    if most <= 0:
        return ""
    told = ("；" if lang == "zh" else "; ").join(_told(bar, lang) for bar in bars)
    return "".join(_picture(bars, lang, f"{key}-{cls[0]}", cls, most, told) for cls in ("wide", "narrow"))


def span(figure: dict[str, str]) -> str:
    """A figure of an answer as it is printed, or two with a dash between."""
    low, high = amount(Decimal(figure["low"])), amount(Decimal(figure["high"]))
    return low if low == high else f"{low}–{high}"


def _told(bar: dict[str, Any], lang: str) -> str:
    both = ", ".join(f"{WORDS[side][lang]} {span(bar[side])}" for side in WORDS)
    return f"{bar['label'][lang]}: {both}"


def _picture(bars: list[dict[str, Any]], lang: str, key: str, cls: str, most: Decimal, told: str) -> str:
    wide = cls == "wide"
    width, left = (_WIDE, _TEXT) if wide else (_NARROW, 0)
    parts: list[str] = []
    y = 0
    for bar in bars:
        y += _LINE
        parts.append(f'<text class="label" x="0" y="{y - 7}">{escape(bar["label"][lang])}</text>')
        for side in WORDS:
            y += 0 if wide else _LINE
            base = y + _BAR - 2 if wide else y - 5
            parts.append(f'<text class="{side}" x="0" y="{base}">{WORDS[side][lang]} {escape(span(bar[side]))}</text>')
            parts += _bar(bar[side], side, left, y, width - left, most)
            y += _BAR + _GAP
        y += _GAP
    return (
        f'<svg class="bars {cls}" viewBox="0 0 {width} {y}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{_TITLE[lang]}</title><desc id="{key}-d">{escape(told)}</desc>{"".join(parts)}</svg>'
    )


def _bar(figure: dict[str, str], side: str, left: int, y: int, room: int, most: Decimal) -> list[str]:
    """The solid part to the low end and, where the figure is a range, the rest to its high end."""
    low, high = (float(round(max(Decimal(figure[end]), Decimal(0)) / most * room, 1)) for end in ("low", "high"))
    parts = [f'<path class="base" d="M{left} {y}v{_BAR}"/>']
    if low > 0:
        parts.append(f'<rect class="{side}" x="{left}" y="{y}" width="{low:g}" height="{_BAR}"/>')
    if high > low:
        more = round(high - low, 1)
        parts.append(f'<rect class="{side} more" x="{left + low:g}" y="{y}" width="{more:g}" height="{_BAR}"/>')
    return parts
