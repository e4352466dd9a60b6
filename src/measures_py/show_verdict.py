"""The verdicts on one measure as HTML, in one language: what the reader sees, at build time and live.

The examples on the pages and the live answers come from the same lines, so they cannot differ.
Every value is escaped here; the page puts the HTML in as it is.
"""

from __future__ import annotations

from typing import Any

from measures_py import carried, eligibility
from measures_py.eligibility import Case
from measures_py.explain import inside
from measures_py.markup import escape
from measures_py.rulebook import Rulebook
from measures_py.standing import Standing
from measures_py.store import Say, Store
from measures_py.verdict import NEGATIVE, Verdict

type Item = dict[str, Any]

# How a verdict is shown: its tone, and its name in a badge.
BADGE: dict[str, tuple[str, Say]] = {
    Verdict.MAY_APPLY: ("sea", {"zh": "可以申请，海关决定", "en": "May apply; Customs decides"}),
    Verdict.MET: ("met", {"zh": "写明的条件都符合", "en": "Text conditions met"}),
    Verdict.NEED_ANSWERS: ("open", {"zh": "还差回答", "en": "Needs an answer"}),
    Verdict.BLOCKED: ("stop", {"zh": "有条件不符合", "en": "A condition is not met"}),
    Verdict.SERVICE: ("calm", {"zh": "服务，不用申请", "en": "Nothing to apply for"}),
    Verdict.NOT_APPLICABLE: ("calm", {"zh": "说的不是您", "en": "Not about you"}),
}
_WORDS: dict[str, Say] = {
    "because": {"zh": "决定这个结果的句子", "en": "The sentences that decide this"},
    "answered": {"zh": "您答的：{}", "en": "Your answer: {}"},
    "still": {"zh": "还差 {} 个回答，才能判断。", "en": "{} answers are needed before anything can be said."},
    "still_one": {"zh": "还差 1 个回答，才能判断。", "en": "One answer is needed before anything can be said."},
    "open": {"zh": "还差的回答", "en": "Answers still needed"},
    "changes": {"zh": "要怎样才不同（由您决定）", "en": "What would have to differ, and is yours to decide"},
    "conditions": {"zh": "什么情形才不同（照实申报，不是建议）", "en": "In which case it would differ (no advice)"},
    "left": {"zh": "公告没有定下来的", "en": "What stays open, and who decides"},
    "next": {"zh": "下一步", "en": "What to do next"},
    "expect": {"zh": "会怎样", "en": "What to expect"},
    "later": {"zh": "答完以后，如果适用", "en": "If it turns out to apply"},
    "calendars": {"zh": "这一项的期限", "en": "Dates of this measure"},
    "worth": {"zh": "算算值多少钱", "en": "Work out what it is worth"},
    "background": {"zh": "背景规定", "en": "background rule"},
    "and": {"zh": "；并且", "en": "; and "},
    "or": {"zh": "下面任一种：", "en": "Any one of these:"},
}
_LEFT: dict[str, Say] = {
    "consent": {"zh": "由海关决定", "en": "Customs decides"},
    "unlisted": {"zh": "公告没有列明", "en": "not spelled out in the notice"},
    "boundary": {"zh": "正好在界限上", "en": "on the boundary"},
}


def measure(known: Store, book: Rulebook, item: Standing, case: Case, lang: str, root: str) -> str:
    """The verdicts on the limbs of a measure in full; `root` leads from the page to the folder of its language."""
    parts = [_limb(book, eligibility.told(book, limb, case), lang, root) for limb in item.limbs]
    return "".join(parts) + _dates(known, item, lang, root) + _savings(known, item, case, lang, root)


def badge(verdict: str, lang: str) -> str:
    """A verdict's name in its tone."""
    tone, name = BADGE[verdict]
    return f'<span class="badge {tone}">{escape(name[lang])}</span>'


def lead(told: Item, lang: str) -> str:
    """A verdict's badge and its sentence; questions still open are only counted, as they are listed below it."""
    count = len(told["open"])
    name = "still_one" if count == 1 else "still"
    said = _WORDS[name][lang].format(count) if count else told["headline"][lang]
    return f'<p class="status">{badge(told["verdict"], lang)}</p><p class="headline">{escape(said)}</p>'


def _limb(book: Rulebook, told: Item, lang: str, root: str) -> str:
    title = f'<p class="limb">{escape(told["title"][lang])}</p>' if told["title"] else ""
    parts = (
        title,
        lead(told, lang),
        _because(book, told["because"], lang, root),
        _open(book, told["open"], lang),
        _ways("changes", told["changes"], lang),
        _ways("conditions", told["conditions"], lang),
        _left(told["left_open"], lang, root),
        _next(told, lang),
    )
    return f'<div class="verdict" data-limb="{escape(told["limb"])}">{"".join(parts)}</div>'


def _part(name: str, rows: list[str], lang: str, lead: str = "") -> str:
    if not rows:
        return ""
    items = "".join(f"<li>{row}</li>" for row in rows)
    return f'<h4>{escape(_WORDS[name][lang])}</h4>{lead}<ul class="{name}">{items}</ul>'


def _because(book: Rulebook, items: list[Item], lang: str, root: str) -> str:
    rows = []
    for item in items:
        answered = escape(_WORDS["answered"][lang].format(item["answer"][lang]))
        asked = escape(book.facts[item["fact"]].label[lang])
        told = f'<span class="answered"><span class="asked">{asked}</span> <b>{answered}</b></span>'
        rows.append(f"{quotes(item['clauses'], lang, root)}{_background(item, lang, root)} {told}")
    return _part("because", rows, lang)


def quotes(clauses: list[Item], lang: str, root: str) -> str:
    """The clauses in Chinese, with English on an English page, each a link to its place."""
    return " ".join(_quote(clause, lang, root) for clause in clauses)


def _quote(clause: Item, lang: str, root: str) -> str:
    other = f' <span lang="en" class="en">“{escape(inside(clause["en"]))}”</span>' if lang == "en" else ""
    words = f'<span lang="zh" class="quote">“{escape(inside(clause["zh"]))}”</span>{other}'
    return f'<a href="{escape(root + place(clause["id"]))}">{words}</a>'


def place(clause: str) -> str:
    """The page and anchor of a clause or sentence: `measures/m07.html#s2-c1`."""
    page, _, rest = clause.partition(".")
    return f"measures/{page}.html#{rest.replace('.', '-')}"


def _background(item: Item, lang: str, root: str) -> str:
    rules = [
        f'<a href="{escape(root + rule["href"])}">{escape(rule[lang])}</a>' if rule["href"] else escape(rule[lang])
        for rule in item.get("background", ())
    ]
    told = f'<span class="label">{_WORDS["background"][lang]}</span> {" ".join(rules)}'
    return f' <span class="rests-on">{told}</span>' if rules else ""


def _open(book: Rulebook, facts: list[str], lang: str) -> str:
    rows = [
        f'<a href="#q-{escape(id)}" data-ask="{escape(id)}">{escape(book.facts[id].label[lang])}</a>' for id in facts
    ]
    return _part("open", rows, lang)


def _ways(name: str, ways: list[list[Item]], lang: str) -> str:
    """Each way on a line of its own; what belongs to one way is joined by “and”."""
    rows = [escape(_WORDS["and"][lang].join(item[lang] for item in way)) for way in ways]
    lead = f'<p class="any">{_WORDS["or"][lang]}</p>' if len(rows) > 1 else ""
    return _part(name, [_capital(row) for row in rows], lang, lead)


def _left(items: list[Item], lang: str, root: str) -> str:
    rows = []
    for item in items:
        kind = f'<span class="label">{escape(_LEFT[item["kind"]][lang])}</span>'
        rows.append(f"{kind} {quotes(item['clauses'], lang, root)}{_background(item, lang, root)}")
    return _part("left", rows, lang)


def _next(told: Item, lang: str) -> str:
    verdict = told["verdict"]
    if verdict in NEGATIVE:
        return ""
    name = {Verdict.SERVICE: "expect", Verdict.NEED_ANSWERS: "later"}.get(verdict, "next")
    return f'<h4>{escape(_WORDS[name][lang])}</h4><p class="next">{escape(told["next_step"][lang])}</p>'


def _dates(known: Store, item: Standing, lang: str, root: str) -> str:
    """Links to the date calculators, for a measure that may come into play."""
    if item.group is Verdict.NOT_APPLICABLE:
        return ""
    rows = [
        f'<a href="{escape(f"{root}measures/{item.measure}.html#{rule.id}")}">{escape(rule.title[lang])}</a>'
        for rule in known.rules.values()
        if rule.computed and item.measure in rule.measures
    ]
    return _part("calendars", rows, lang)


def _savings(known: Store, item: Standing, case: Case, lang: str, root: str) -> str:
    """Links to the savings of a measure that may come into play, filled in with what the answers already tell."""
    if item.group is Verdict.NOT_APPLICABLE:
        return ""
    rows = []
    for lever in known.savings["levers"]:
        if item.measure in lever["measures"]:
            address = f"{root}savings.html#{carried.fragment(lever['id'], case.answers)}"
            rows.append(f'<a href="{escape(address)}">{escape(lever["title"][lang])}</a>')
    return _part("worth", rows, lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
