"""A saved case opened again: what could be read of it, and what changed since, verdict by verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

from measures_py import case_request, eligibility, requests
from measures_py.eligibility import Case
from measures_py.markup import escape
from measures_py.requests import Errors
from measures_py.rulebook import Rulebook
from measures_py.saved import FORMAT, SCHEMA
from measures_py.show_verdict import BADGE, badge
from measures_py.store import Input, Say, Store
from measures_py.verdict import Verdict

type Item = dict[str, Any]

_WORDS: dict[str, Say] = {
    "saved": {"zh": "打开了 {} 保存的结果。", "en": "Opened a result saved for {}."},
    "same_rules": {"zh": "公告和规则都没有变。", "en": "Neither the notice nor the rules have changed."},
    "new_notice": {"zh": "公告的文本变了。", "en": "The text of the notice has changed."},
    "new_rules": {"zh": "规则变了。", "en": "The rules have changed."},
    "nothing": {"zh": "{} 个结果全都没有变。", "en": "All {} verdicts are the same."},
    "some": {"zh": "{} 个结果变了，{} 个没有变：", "en": "{} verdicts have changed, {} are the same:"},
    "dropped": {"zh": "读不懂、没有采用的内容：", "en": "What could not be read and was left out:"},
    "absent": {"zh": "（没有）", "en": "(none)"},
}
_CAUSE: dict[str, Say] = {
    "rules": {"zh": "因为规则变了", "en": "because the rules changed"},
    "date": {"zh": "因为日期不同", "en": "because the day is another"},
    "answers": {"zh": "因为有回答没有采用", "en": "because an answer was left out"},
    "new": {"zh": "这一分支是新的", "en": "this alternative is new"},
    "gone": {"zh": "这一分支不再有了", "en": "this alternative no longer exists"},
}


def reopened(known: Store, book: Rulebook, text: str, today: date, as_of: Input, errors: Errors) -> dict[str, Any]:
    """The answer to `reopen`, without HTML; a text that is no saved case is noted among the errors."""
    saved = requests.parse(text, Errors())
    if saved.get("format") != FORMAT:
        errors.add("text", "not_saved", text)
        return {}
    dropped = Errors()
    if saved.get("schema") != SCHEMA:
        dropped.add("schema", "unknown_name", saved.get("schema"), str(SCHEMA), str(SCHEMA))
    answers = case_request.answers(saved.get("answers"), book.facts, dropped)
    saved_on = requests.read(saved.get("as_of"), as_of, "as_of", dropped)
    before = _verdicts(saved.get("verdicts"), dropped)
    then = Case(answers, saved_on if isinstance(saved_on, date) else today)
    changes = _changes(known, book, before, then, Case(answers, today), _lost(dropped))
    limbs = len(book.limbs)
    return {
        "ok": True,
        "saved_on": then.as_of.isoformat(),
        "answers": case_request.written(answers, book.facts),
        "dropped": dropped.found,
        "same_notice": saved.get("notice_sha256") == known.notice_sha256,
        "same_rules": saved.get("rules_sha256") == known.rules_sha256,
        "unchanged": limbs - sum(1 for change in changes if change["after"]),
        "changes": changes,
    }


def _verdicts(given: Any, dropped: Errors) -> dict[str, str]:
    if not isinstance(given, list):
        dropped.add("verdicts", "wrong_type", given, *requests.TYPES["list"])
        return {}
    found: dict[str, str] = {}
    for place, item in enumerate(given):
        limb, verdict = (item.get("limb"), item.get("verdict")) if isinstance(item, dict) else (None, None)
        if isinstance(limb, str) and isinstance(verdict, str) and verdict in list(Verdict):
            found[limb] = verdict
        else:
            dropped.add(f"verdicts[{place}]", "unknown_name", verdict, "、".join(Verdict), ", ".join(Verdict))
    return found


def _lost(dropped: Errors) -> set[str]:
    """The facts whose answers were left out, in part or whole."""
    fields = [error["field"].partition("[")[0] for error in dropped.found]
    return {field.removeprefix("answers.") for field in fields if field.startswith("answers.")}


def _changes(known: Store, book: Rulebook, before: dict[str, str], then: Case, now: Case, lost: set[str]) -> list[Item]:
    found: list[Item] = []
    names = {item["id"]: item for item in known.measures}
    for limb in book.limbs:
        after = eligibility.state(book, limb, now).verdict
        if before.get(limb.id) == after:
            continue
        cause = "date"
        if limb.id not in before:
            cause = "new"
        elif not lost.isdisjoint(leaf.fact for leaf in limb.leaves):
            cause = "answers"
        elif before[limb.id] != eligibility.state(book, limb, then).verdict:
            cause = "rules"
        found.append(_change(limb.measure, limb.id, limb.title, before.get(limb.id), after.value, cause, names))
    gone = [limb for limb in before if limb not in book.by_id]
    return found + [_change(limb.partition(".")[0], limb, None, before[limb], None, "gone", names) for limb in gone]


def _change(
    measure: str,
    limb: str,
    title: Say | None,
    before: str | None,
    after: str | None,
    cause: str,
    names: dict[str, Item],
) -> Item:
    about = names.get(measure)
    told = {}
    for lang in requests.LANGUAGES:
        name = f"{about['number']} {about['short_title'][lang]}" if about else limb
        name += f" · {title[lang]}" if title else ""
        old, new = (BADGE[item][1][lang] if item else _WORDS["absent"][lang] for item in (before, after))
        told[lang] = f"{name}{'：' if lang == 'zh' else ': '}{old} → {new}"
    return {"measure": measure, "limb": limb, "title": title, "before": before, "after": after, "cause": cause, **told}


def html(answer: Item, known: Store, lang: str, root: str) -> str:
    """What changed since, for the reader."""
    rules = "same_rules" if answer["same_notice"] and answer["same_rules"] else "new_rules"
    lead = [_WORDS["saved"][lang].format(answer["saved_on"]), _WORDS[rules][lang]]
    if not answer["same_notice"]:
        lead.append(_WORDS["new_notice"][lang])
    changes, same = answer["changes"], answer["unchanged"]
    lead.append(_WORDS["some" if changes else "nothing"][lang].format(*([len(changes), same] if changes else [same])))
    between = "" if lang == "zh" else " "
    return (
        f"<p>{escape(between.join(lead))}</p>{_rows([_changed(item, known, lang, root) for item in changes])}"
        + _dropped(answer["dropped"], lang)
    )


def _changed(item: Item, known: Store, lang: str, root: str) -> str:
    about = next((entry for entry in known.measures if entry["id"] == item["measure"]), None)
    name = escape(f"{about['number']} {about['short_title'][lang]}" if about else item["limb"])
    if about:
        name = f'<a href="{escape(root)}measures/{about["id"]}.html#check">{name}</a>'
    if item["title"]:
        name += f" · {escape(item['title'][lang])}"
    old, new = (badge(v, lang) if v else escape(_WORDS["absent"][lang]) for v in (item["before"], item["after"]))
    return f"{name} {old} → {new} <small>{escape(_CAUSE[item['cause']][lang])}</small>"


def _dropped(items: list[dict[str, str]], lang: str) -> str:
    if not items:
        return ""
    rows = [f"<code>{escape(item['field'])}</code> {escape(item['got'])}" for item in items]
    return f"<p>{_WORDS['dropped'][lang]}</p>{_rows(rows)}"


def _rows(rows: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>" if rows else ""
