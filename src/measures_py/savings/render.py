"""The JSON form of a worked case: results, working, inputs with their provenance, caveats, headline and bars."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from measures_py.money import Range, amount, fen, plain
from measures_py.savings.corners import Worked
from measures_py.savings.lever import Constant
from measures_py.savings.request import Answer
from measures_py.store import Say

_OPTIONAL = re.compile(r"\[(\w+)(?:(!?=)(\w+))?\? ([^\]]*)\]")
_PLACE = re.compile(r"\{(\w+)\}")


def to_json(worked: Worked, words: dict[str, Say]) -> dict[str, Any]:
    """The answer to a savings request, in the fixed order of its keys."""
    lever = worked.lever
    texts = {**words, **lever.texts}  # a lever's own text goes first
    return {
        "ok": True,
        "lever": lever.id,
        "ref": lever.ref,
        "title": lever.title,
        "per": lever.per,
        "main": lever.main,
        "headline": headline(texts, lever.main, worked.results),
        "results": {
            name: result(texts, name, value, lever.lines[name].label, taxed="border" in worked.results)
            for name, value in worked.results.items()
        },
        "working": [_line(worked, id) for id in lever.lines if id in worked.lines],
        "inputs": _inputs(worked, texts),
        "sensitive_to": worked.sensitive_to,
        "sensitive_why": _sensitive(worked, texts),
        "bars": _bars(worked, texts),
        "caveats": _caveats(worked, texts),
        "cites": [
            {"id": c.id, **c.quote, "source": c.source, "basis": c.basis, "href": c.href or None} for c in lever.cites
        ],
    }


def say(texts: dict[str, Say], key: str, **values: Say) -> Say:
    """A text with its places filled."""
    text = texts[key]
    return {lang: text[lang].format(**{name: value[lang] for name, value in values.items()}) for lang in text}


def money(value: Range) -> Say:
    """An amount, or two, as a sentence names them: `1,600.00元`, `RMB 1,600.00`."""
    low, high = amount(value.low), amount(value.high)
    if low == high:
        return {"zh": f"{low}元", "en": f"RMB {low}"}
    return {"zh": f"{low}元至{high}元", "en": f"RMB {low} to {high}"}


def ends(value: Range, unit: str) -> dict[str, str]:
    """The ends of a figure as a result carries them."""
    low, high = ((f"{fen(end):f}" if unit == "CNY" else plain(end)) for end in (value.low, value.high))
    return {"low": low, "high": high, "unit": unit}


def headline(texts: dict[str, Say], main: str, results: dict[str, Range]) -> Say:
    """One sentence for each result, the main one first; a cost is called a cost."""
    taxed = "border" in results
    ordered = sorted(results, key=lambda name: name != main)
    parts = [_told(texts, name, results[name], taxed=taxed) for name in ordered]
    return {"zh": "".join(part["zh"] for part in parts), "en": " ".join(part["en"] for part in parts)}


def result(texts: dict[str, Say], name: str, value: Range, label: Say, *, taxed: bool) -> dict[str, Any]:
    """A result as an answer carries it: its ends, what it is, and the sentence that tells it."""
    return {**ends(value, "CNY"), "label": label, "sentence": _told(texts, name, value, taxed=taxed)}


def _told(texts: dict[str, Say], name: str, value: Range, *, taxed: bool) -> Say:
    # Where no tax is involved, what is saved needs no "for good" to set it apart from cash at the border.
    gain = name if taxed or name != "permanent" else "saved"
    low, high = fen(value.low), fen(value.high)
    if low == high == 0:
        return say(texts, f"head_{gain}_none")
    if low >= 0:
        return say(texts, f"head_{gain}_less", amount=money(value))
    cost = Range(-value.high, -value.low)
    if high <= 0:
        return say(texts, f"head_{name}_more", amount=money(cost))
    values = {"cost": money(Range.exact(cost.high)), "saved": money(Range.exact(value.high))}
    return say(texts, f"head_{name}_either", **values)


def _line(worked: Worked, id: str) -> dict[str, Any]:
    line = worked.lever.lines[id]
    return {
        "id": id,
        "label": line.label,
        "formula": {lang: _chosen(line.formula[lang], worked) for lang in line.formula},
        "numbers": _PLACE.sub(lambda place: _figure(place[1], worked), _chosen(line.numbers, worked)),
        "result": ends(worked.lines[id], line.unit),
        "cites": list(line.cites),
    }


def _chosen(template: str, worked: Worked) -> str:
    """The template with each part that stands only in some cases kept or dropped; no sign of a sum comes first."""
    text = _OPTIONAL.sub(lambda part: part[4] if _stands(part, worked) else "", template).strip()
    for sign in ("＋", "+"):
        text = text.removeprefix(sign).strip()
    return text[:1].upper() + text[1:]


def _stands(part: re.Match[str], worked: Worked) -> bool:
    """Whether a part stands: its figure is known, or its question is, or is not, answered so."""
    name, sign, wanted = part[1], part[2], part[3]
    if not sign:
        return name in worked.lines or name in worked.used or name in worked.answers
    answer = worked.answers.get(name)
    told = {True: "yes", False: "no"}.get(answer, "") if isinstance(answer, bool) else answer
    return (told == wanted) == (sign == "=")


def _figure(name: str, worked: Worked) -> str:
    """A figure as it stands in the working; a range in square brackets."""
    lever = worked.lever
    if name in worked.lines:
        value, unit, exact = worked.lines[name], lever.lines[name].unit, False
    elif name in lever.constants:
        constant = lever.constants[name]
        return f"{plain(constant.value)}{constant.unit if constant.unit in '%‰' else ''}"
    elif name in worked.steps:
        return worked.steps[name]
    else:
        answer = worked.answers[name]
        if not isinstance(answer, Range):
            return str(answer)
        value, unit, exact = answer, lever.asked(name).input.unit, True
    low, high = (written(end, unit, exact=exact) for end in (value.low, value.high))
    if low == high:
        return f"({low})" if low.startswith("−") else low
    return f"[{low}–{high}]"


def written(value: Decimal, unit: str, *, exact: bool = True) -> str:
    """A figure with its sign of percent and its thousands apart; amounts that were worked out have two decimals."""
    if unit == "CNY" and not (exact and value == value.to_integral_value()):
        return amount(value)
    whole, _, fraction = plain(value).partition(".")
    grouped = f"{int(whole):,}" if whole.lstrip("-") else whole
    text = f"{grouped}.{fraction}" if fraction else grouped
    return f"{text.replace('-', '−')}{'%' if unit == '%' else ''}"


def _inputs(worked: Worked, texts: dict[str, Say]) -> list[dict[str, Any]]:
    """Every figure that went in, with where it comes from: the reader, us, the notice, or a law with its date."""
    lever = worked.lever
    found = []
    for entry in lever.inputs:
        if entry.name not in worked.answers:
            continue
        own = entry.name in worked.assumed
        provenance: dict[str, Any] = {"kind": "assumption" if own else "caller"}
        if own:
            key = f"assumed_{entry.name}"
            provenance["why"] = say(texts, key)
        value = _echo(worked.answers[entry.name])
        told: dict[str, Any] = {"name": entry.name, "label": entry.input.label, "value": value}
        labels = [choice.label for choice in entry.input.choices if choice.id == value]
        told |= {"choice": labels[0]} if labels else {}
        found.append({**told, "unit": entry.input.unit or None, "provenance": provenance})
    return found + [constant(lever.constants[name]) for name in worked.used]


def _echo(answer: Answer) -> Any:
    """An answer as a request would give it, in plain figures."""
    if isinstance(answer, str | bool):
        return answer
    if isinstance(answer, Range):
        return {"low": plain(answer.low), "high": plain(answer.high)} if answer.width else plain(answer.low)
    return [{"from_day": tier.from_day, "rate": plain(tier.rate)} for tier in answer]


def constant(item: Constant) -> dict[str, Any]:
    """A figure that is not the reader's as an input of an answer: what it is, and where it comes from."""
    provenance: dict[str, Any] = {"kind": item.kind}
    if item.cite:
        provenance |= {"cite": item.cite.id, **item.cite.quote, "href": item.cite.href or None}
    if item.since:
        provenance["since"] = item.since
    if item.verified:
        provenance |= {"verified": item.verified, "how": item.how}
    if item.why:
        provenance["why"] = item.why
    value, unit = plain(item.value), item.unit or None
    return {"name": item.name, "label": item.label, "value": value, "unit": unit, "provenance": provenance}


def _sensitive(worked: Worked, texts: dict[str, Say]) -> Say | None:
    """What moves the main result most, or why nothing can be named; None where there is nothing to name."""
    name = worked.sensitive_to
    if name:
        return say(texts, "sensitive", label=worked.lever.asked(name).input.label)
    ranged = any(isinstance(value, Range) and value.width for value in worked.answers.values())
    if not ranged:
        return None
    main = worked.results[worked.lever.main]
    return say(texts, "sensitive_tie" if main.width else "sensitive_none")


def _bars(worked: Worked, texts: dict[str, Say]) -> list[dict[str, Any]]:
    """Each component of the cost without the measure and with it, and the total where there are several."""
    lines = worked.lever.lines
    shown = [
        (id, texts.get(f"bar_{id}") or lines[id].label, *both)
        for id, both in worked.bars.items()
        if any(side.high for side in both)  # a tax that is not levied is no component
    ]
    if len(shown) > 1:
        shown.append(("total", texts["bar_total"], *worked.total))
    return [
        {"id": id, "label": label, "without": ends(without, "CNY"), "with": ends(with_, "CNY")}
        for id, label, without, with_ in shown
    ]


def _caveats(worked: Worked, texts: dict[str, Say]) -> list[Say]:
    """What is left out, what is assumed, and what the reader must know."""
    lever = worked.lever
    unknown = [entry.input.label for entry in lever.inputs if entry.name not in worked.answers]
    found: list[Say] = []
    if unknown:
        marks = {"zh": "、", "en": "; "}
        labels = {lang: mark.join(_quoted(label[lang]) for label in unknown) for lang, mark in marks.items()}
        found.append(say(texts, "not_counted", labels=labels))
    return [*found, *lever.assumptions, *lever.caveats, texts["rounding"]]


def _quoted(label: str) -> str:
    """A label as it stands in a list: a question in quotes, so that its mark does not end the sentence."""
    return f"“{label}”" if label.endswith(("？", "?")) else label
