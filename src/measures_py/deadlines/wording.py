"""Sentences in both languages with their dates and numbers filled in."""

from __future__ import annotations

from datetime import date

from measures_py.store import Say
from measures_py.workdays import Day

_WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

type Value = date | Day | int | str | Say


def written(value: Value, lang: str) -> str:
    """A value as that language writes it: `2026年10月8日（周四）`, `Thu 8 Oct 2026`."""
    if isinstance(value, Day):
        return _between(value, lang)
    if isinstance(value, date):
        return _date(value, lang)
    if isinstance(value, dict):
        return value[lang]
    return str(value)


def filled(text: Say, **values: Value) -> Say:
    """The sentence with each `{name}` replaced by its value."""
    return {lang: text[lang].format(**{name: written(value, lang) for name, value in values.items()}) for lang in text}


def _date(day: date, lang: str) -> str:
    weekday = _WEEKDAYS[lang][day.weekday()]
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日（周{weekday}）"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _between(day: Day, lang: str) -> str:
    if day.known:
        return _date(day.known, lang)
    earliest, latest = _date(day.earliest, lang), _date(day.latest, lang)
    return f"{earliest}至{latest}之间的一天" if lang == "zh" else f"a day between {earliest} and {latest}"
