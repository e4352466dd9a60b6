"""Whether the two languages of a field say the same: numbers, codes, glossary terms, forbidden words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import snowballstemmer

from measures_py.model import Term
from measures_py.text import chinese_number

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBER_WORDS = (
    {word: value for value, word in enumerate(_WORDS)}
    | {month: number for number, month in enumerate(_MONTHS, start=1)}
    | {"first": 1, "second": 2, "third": 3, "once": 1, "twice": 2, "thirty": 30, "half": 6, "single": 1}
    | {"hundred": 100, "thousand": 1000, "fifty": 50, "quarter": 4}
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CODES = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_HAN_NUMERAL = re.compile(r"[一二三四五六七八九十百千零]+")
_HALF_YEAR = re.compile("半年")

# Codes that a language writes in its own way, and words that never appear in our English.
_FREE_CODES = {"RMB", "GACC", "PRC", "FTZ", "APP", "CNY", "US", "EU", "WTO", "WCO", "NDRC", "VAT", "KB", "MB", "PDF"}
FORBIDDEN = re.compile(r"\b(?:in)?eligib\w*|\bqualif(?:y|ies) for\b|\betc\b", re.IGNORECASE)


def _figures(text: str) -> set[str]:
    return {_plain(figure) for figure in _DIGITS.findall(text)}


def _plain(figure: str) -> str:
    figure = re.sub(r",(?=\d{3})", "", figure).rstrip(".,")
    whole, _, fraction = figure.partition(".")
    return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")


def _numbers_in_words(zh: str, en: str) -> tuple[set[str], set[str]]:
    """Numbers that each language spells out, as figures."""
    han = {str(chinese_number(numeral)) for numeral in _HAN_NUMERAL.findall(zh)}
    han |= {"6"} if _HALF_YEAR.search(zh) else set()
    words = {str(_NUMBER_WORDS[word]) for word in re.findall(r"[a-z]+", en.lower()) if word in _NUMBER_WORDS}
    return han, words


def disagreements(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Each figure or code that stands in one language only, as (what, the language that lacks it).

    A figure in one language may be a word in the other: `3个月` is `three months`.
    """
    han, words = _numbers_in_words(zh, en)
    zh_figures, en_figures = _figures(_ten_thousands(zh)), _figures(en)
    for figure in sorted(zh_figures - en_figures - words):
        yield figure, "en"
    for figure in sorted(en_figures - zh_figures - han):
        yield figure, "zh"
    zh_codes, en_codes = (set(_CODES.findall(text)) for text in (zh, en))
    for code in sorted(zh_codes - _FREE_CODES):
        if code.lower() not in en.lower():
            yield code, "en"
    for code in sorted(en_codes - _FREE_CODES):
        if code.lower() not in zh.lower():
            yield code, "zh"


def _ten_thousands(zh: str) -> str:
    return re.sub(r"(\d+)万", lambda match: f"{int(match[1]) * 10_000}", zh)


_stem = snowballstemmer.stemmer("english")


@lru_cache(maxsize=4096)
def stems(en: str) -> str:
    """The stemmed words of an English text, joined and fenced by spaces."""
    words = re.findall(r"[^\W_]+(?:’[a-z]+)?", en.lower().replace("'", "’").replace("’s", "").replace("s’", "s"))
    return " " + " ".join(_stem.stemWords(words)) + " "


class Glossary:
    """Finds the glossary's Chinese terms in a text and whether their English stands beside them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {term.zh: term for term in terms}
        longest_first = sorted(self.terms, key=len, reverse=True)
        self._pattern = re.compile("|".join(re.escape(zh) for zh in longest_first))

    def occurring(self, zh: str) -> list[str]:
        """The terms in a Chinese text, once each; of overlapping terms the longest."""
        return list(dict.fromkeys(self._pattern.findall(zh))) if self.terms else []

    def missing(self, zh: str, en: str) -> Iterator[Term]:
        """Each term in `zh` whose English, in no listed form, is in `en`."""
        plain = en.lower()
        for name in self.occurring(zh):
            term = self.terms[name]
            forms = (term.en, *term.variants)
            if not any(form.lower() in plain for form in forms) and not any(stems(form) in stems(en) for form in forms):
                yield term
