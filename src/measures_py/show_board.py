"""The board of all measures as HTML pieces, in one language: groups, a line for each measure, the bar, the count."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from measures_py import eligibility, explain, reasons
from measures_py.ask import Given, State
from measures_py.eligibility import Case
from measures_py.explain import inside
from measures_py.limbs import Leaf
from measures_py.markup import escape
from measures_py.rulebook import Rulebook
from measures_py.standing import Standing, grouped
from measures_py.store import Say
from measures_py.verdict import NEGATIVE, Verdict, relevant

HEADING: dict[str, Say] = {
    Verdict.MAY_APPLY: {"zh": "可以申请，由海关决定", "en": "You may apply; Customs decides"},
    Verdict.MET: {"zh": "写明的条件都符合，可以用", "en": "Text conditions met: use it"},
    Verdict.NEED_ANSWERS: {"zh": "还差回答", "en": "Needs an answer"},
    Verdict.BLOCKED: {"zh": "有一条写明的条件不符合", "en": "A stated condition is not met"},
    Verdict.SERVICE: {"zh": "服务，没有要申请的", "en": "Services: nothing to apply for"},
    Verdict.NOT_APPLICABLE: {"zh": "说的不是您", "en": "Not about you"},
}
_COUNT: dict[str, Say] = {
    Verdict.MAY_APPLY: {"zh": "{} 项可以申请、由海关决定", "en": "{} you may apply for, Customs decides"},
    Verdict.MET: {"zh": "{} 项写明的条件都符合", "en": "{} with the text’s conditions met"},
    Verdict.NEED_ANSWERS: {"zh": "{} 项还差回答", "en": "{} need an answer"},
    Verdict.BLOCKED: {"zh": "{} 项有条件不符合", "en": "{} with a condition not met"},
    Verdict.SERVICE: {"zh": "{} 项是服务", "en": "{} services"},
    Verdict.NOT_APPLICABLE: {"zh": "{} 项说的不是您", "en": "{} not about you"},
}
_LINE: dict[str, Say] = {
    "need": {"zh": "还差 {} 个回答", "en": "{} answers needed"},
    "need_one": {"zh": "还差 1 个回答", "en": "1 answer needed"},
    "quote": {"zh": "“{}”", "en": "“{}”"},
    "about": {"zh": "说的是“{}”", "en": "about “{}”"},
    "limb": {"zh": "{}：{}", "en": "{}: {}"},
}
_TONE = {Verdict.MAY_APPLY: "sea", Verdict.MET: "met", Verdict.NEED_ANSWERS: "open", Verdict.BLOCKED: "stop"}
_BAR = 600


def board(book: Rulebook, found: list[Standing], case: Case, lang: str) -> dict[str, Any]:
    """The groups with their measures, the bar, the count in words, and a line of HTML for each measure."""
    groups = grouped(found)
    return {
        "groups": [
            {"id": group.value, "measures": [item.measure for item in items]} for group, items in groups.items()
        ],
        "bar": bar(groups, lang),
        "summary": summary(groups, lang),
        "html": {item.measure: line(book, item, case, lang) for item in found},
    }


def summary(groups: dict[Verdict, list[Standing]], lang: str) -> str:
    """How many measures stand where, in a sentence; groups with none are left out."""
    told = [_COUNT[group][lang].format(len(items)) for group, items in groups.items() if items]
    return ("，" if lang == "zh" else ", ").join(told) + ("。" if lang == "zh" else ".")


def bar(groups: dict[Verdict, list[Standing]], lang: str) -> str:
    """The counts as one bar with its text alternative."""
    total, x, parts = max(sum(map(len, groups.values())), 1), 0.0, []
    for group, items in groups.items():
        width = _BAR * len(items) / total
        if items:
            tone = _TONE.get(group, "calm")
            parts.append(f'<rect class="{tone}" x="{x:.1f}" y="0" width="{max(width - 2, 1):.1f}" height="14"/>')
        x += width
    label = escape(summary(groups, lang))
    return (
        f'<svg class="bar" viewBox="0 0 {_BAR} 14" preserveAspectRatio="none" role="img" aria-label="{label}">'
        f"{''.join(parts)}</svg>"
    )


def line(book: Rulebook, item: Standing, case: Case, lang: str) -> str:
    """What a measure's row says beside its title: what is missing, or the words that decide."""
    if item.group is Verdict.NEED_ANSWERS:
        count = min(len(other.open) for other in item.limbs if other.verdict is Verdict.NEED_ANSWERS)
        return escape(_LINE["need_one" if count == 1 else "need"][lang].format(count))
    return _line(book, item.limbs[0].limb.id, item.limbs[0].given, case.as_of, lang)


@lru_cache(maxsize=1024)
def _line(book: Rulebook, limb: str, given: Given, as_of: date, lang: str) -> str:
    item = eligibility.state(book, book.by_id[limb], Case(dict(given), as_of))
    title, leaves = item.limb.title, _telling(item)
    clauses = [clause for leaf in leaves[-1:] for clause in explain.clauses(book, leaf)[:1]]
    name = "about" if item.verdict is Verdict.NOT_APPLICABLE else "quote"
    quote = "".join(_LINE[name][lang].format(inside(clause[lang])) for clause in clauses)
    if title and item.verdict is not Verdict.NOT_APPLICABLE:
        return escape(_LINE["limb"][lang].format(title[lang], quote) if quote else title[lang])
    return escape(quote)


def _telling(item: State) -> list[Leaf]:
    """The leaves whose words tell most about a verdict: why not, or what is left open."""
    if item.verdict in NEGATIVE:
        return reasons.deciding(item.limb, item.possible, item.verdict)
    if item.verdict is Verdict.MAY_APPLY:
        return relevant(item.limb, item.possible, never_asked=True)
    return []
