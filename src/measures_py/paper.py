"""A case as pages to print, in one language: one page of summary, then every measure that may matter in full."""

from __future__ import annotations

from measures_py import eligibility, show_board, show_verdict
from measures_py.eligibility import Case
from measures_py.markup import escape
from measures_py.rulebook import Rulebook
from measures_py.standing import Standing, grouped, standings
from measures_py.store import Say, Store
from measures_py.verdict import Verdict

_WORDS: dict[str, Say] = {
    "title": {
        "zh": "大连海关 43 项惠企措施，哪些与您有关",
        "en": "Which of the 43 Dalian Customs measures for businesses concern you",
    },
    "as_of": {"zh": "判断日期 {}", "en": "Judged on {}"},
    "answers": {"zh": "您的回答", "en": "Your answers"},
    "none": {"zh": "还没有回答。", "en": "No answer yet."},
    "details": {"zh": "逐项说明", "en": "The details"},
    "unofficial": {
        "zh": "非官方说明，以大连海关公告中文原文为准，是否适用由海关决定；解读说明附件未取得。",
        "en": "Unofficial explanation. The Chinese notice of Dalian Customs prevails and Customs decides; its "
        "attachment of explanatory notes was not available.",
    },
    "check": {
        "zh": "公告 SHA-256 {}；规则版本 SHA-256 {}",
        "en": "Notice SHA-256 {}; rules version SHA-256 {}",
    },
}
_SHOWN = (Verdict.MAY_APPLY, Verdict.MET, Verdict.NEED_ANSWERS, Verdict.BLOCKED)
_COLON = {"zh": "：", "en": ": "}


def pages(known: Store, book: Rulebook, case: Case, lang: str, root: str) -> str:
    """The HTML of both parts, without the page around it."""
    groups = grouped(standings(eligibility.states(book, case)))
    details = [
        f"<h3>{_name(known, item, lang)}</h3>{show_verdict.measure(known, book, item, case, lang, root)}"
        for group in _SHOWN
        for item in groups[group]
    ]
    return f'{_summary(known, book, groups, case, lang)}<div class="details"><h2>{_WORDS["details"][lang]}</h2>' + (
        "".join(f'<section class="one">{detail}</section>' for detail in details) + "</div>"
    )


def _summary(known: Store, book: Rulebook, groups: dict[Verdict, list[Standing]], case: Case, lang: str) -> str:
    parts = [
        f"<h2>{_WORDS['title'][lang]}</h2>",
        f'<p class="judged">{_WORDS["as_of"][lang].format(case.as_of.isoformat())}</p>',
        f'<p class="summary">{escape(show_board.summary(groups, lang))}</p>',
        show_board.bar(groups, lang),
        *(_group(known, book, group, items, case, lang) for group, items in groups.items() if items),
        f"<h3>{_WORDS['answers'][lang]}</h3>{_answers(book, case, lang)}",
        f'<p class="small">{_WORDS["unofficial"][lang]}</p>',
        f'<p class="small hash">{_WORDS["check"][lang].format(known.notice_sha256, known.rules_sha256)}</p>',
        '<p class="small address"></p>',
    ]
    return f'<div class="summary-page">{"".join(parts)}</div>'


def _name(known: Store, item: Standing, lang: str) -> str:
    about = next(entry for entry in known.measures if entry["id"] == item.measure)
    return f"<b>{about['number']}</b> {escape(about['short_title'][lang])}"


def _group(known: Store, book: Rulebook, group: Verdict, items: list[Standing], case: Case, lang: str) -> str:
    heading = f"<h3>{escape(show_board.HEADING[group][lang])} <b>{len(items)}</b></h3>"
    names = [_name(known, item, lang) for item in items]
    if group not in _SHOWN:
        return f'{heading}<p class="names">{" · ".join(names)}</p>'
    lines = [show_board.line(book, item, case, lang) for item in items]
    rows = [
        f"<li>{name}{f' <span>{line}</span>' if line else ''}</li>" for name, line in zip(names, lines, strict=True)
    ]
    return f"{heading}<ul>{''.join(rows)}</ul>"


def _answers(book: Rulebook, case: Case, lang: str) -> str:
    told = [
        f"{escape(fact.label[lang])} <b>{escape(fact.told(case.answers[id])[lang])}</b>"
        for id, fact in book.facts.items()
        if id in case.answers
    ]
    return f'<p class="answers">{" · ".join(told)}</p>' if told else f"<p>{_WORDS['none'][lang]}</p>"
