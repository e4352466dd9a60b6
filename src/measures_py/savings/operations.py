"""What may be asked of the levers: one case, two side by side, several added up (contract: `measures_py.call`)."""

from __future__ import annotations

from typing import Any

from measures_py import requests, savings, show_savings
from measures_py.requests import Errors
from measures_py.savings import combined, compared, examples, sheet
from measures_py.savings.lever import Lever, levers
from measures_py.savings.render import to_json
from measures_py.store import Store


def one(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """One case of one lever; with `csv`, its working as a file, too."""
    wanted, lang = _view(request, errors), _language(request, errors)
    requests.known_fields(request, ("lever", "inputs", "example", "csv", "show"), errors)
    names = examples.names(request.get("example"), "example", errors)
    lever = named(known, request, errors)
    found = savings.worked(lever, request.get("inputs"), errors) if lever else None
    if found is None or errors.found:
        return {}
    answer = examples.marked(to_json(found, levers(known).words), names)
    if lang:
        answer["csv"] = sheet.csv(answer, lang, known.notice_sha256)
    return answer | ({"html": show_savings.one(answer, *wanted)} if wanted else {})


def two(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """Two cases of one lever side by side, with the difference of each result."""
    wanted = _view(request, errors)
    requests.known_fields(request, ("lever", "cases", "show"), errors)
    lever = named(known, request, errors)
    cases, names = examples.apart(request.get("cases"), errors)
    if not isinstance(cases, list) or len(cases) != compared.CASES:
        errors.add("cases", "wrong_type", None, "两个对象的列表", "a list of two objects")
        return {}
    answer = compared.answer(lever, cases, levers(known).words, errors) if lever else {}
    if not answer or errors.found:
        return {}
    for case, own in zip(answer["cases"], names, strict=True):
        examples.marked(case, own)
    return answer | ({"html": show_savings.two(answer, *wanted)} if wanted else {})


def several(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """Cases of several levers for one consignment or one year, no yuan counted twice; with `csv`, as a file, too."""
    wanted, lang = _view(request, errors), _language(request, errors)
    requests.known_fields(request, ("scope", "cases", "csv", "show"), errors)
    cases, names = examples.apart(request.get("cases"), errors)
    answer = combined.answer(levers(known), request.get("scope"), cases, errors)
    if not answer or errors.found:
        return {}
    for case, own in zip(answer["cases"], names, strict=True):
        case["example"] = list(own)
    if lang:
        answer["csv"] = sheet.several(answer, lang, known.notice_sha256)
    return answer | ({"html": show_savings.several(answer, *wanted)} if wanted else {})


def _language(request: dict[str, Any], errors: Errors) -> str:
    """The language of the file that is asked for; empty when none is."""
    lang = request.get("csv")
    if lang is None:
        return ""
    if lang not in requests.LANGUAGES:
        errors.add("csv", "unknown_name", lang, "、".join(requests.LANGUAGES), ", ".join(requests.LANGUAGES))
    return str(lang)


def _view(request: dict[str, Any], errors: Errors) -> tuple[str, str, str] | None:
    """The language, the way to its folder and the key of ids, when the answer is to be shown."""
    wanted = requests.view(request.get("show"), ("root", "key"), errors)
    return (wanted["lang"], wanted["root"], wanted["key"]) if wanted else None


def named(known: Store, request: dict[str, Any], errors: Errors, prefix: str = "") -> Lever | None:
    """The lever that a request names; None, with the error noted, when there is none."""
    all_ = levers(known).levers
    name = requests.name_among(request, "lever", all_, errors, prefix)
    return all_[name] if name else None


def described(known: Store) -> list[dict[str, Any]]:
    """The levers as `describe` lists them."""
    return [_lever(lever) for lever in levers(known).levers.values()]


def explained(known: Store) -> list[dict[str, Any]]:
    """Why a measure has no lever, as `describe` lists it."""
    return [{"measure": id, **said} for id, said in levers(known).explained.items()]


def _lever(lever: Lever) -> dict[str, Any]:
    return {
        "id": lever.id,
        "ref": lever.ref,
        "measures": list(lever.measures),
        "per": lever.per,
        "main": lever.main,
        "title": lever.title,
        "formula": lever.formula,
        "inputs": [
            {
                **entry.input.described(),
                "range": entry.ranged,
                "at_most": entry.at_most or None,
                "free_days": entry.free or None,
                "calls_for": list(entry.calls_for),
                "otherwise": entry.otherwise or None,
            }
            for entry in lever.inputs
        ],
        "one_needed": list(lever.needs),
        "constants": [
            {"name": c.name, "value": str(c.value), "unit": c.unit or None, "label": c.label, "from": c.kind}
            for c in lever.constants.values()
        ],
        "results": [{"id": name, "label": lever.lines[name].label} for name in lever.results],
        "assumptions": list(lever.assumptions),
        "caveats": list(lever.caveats),
        "excludes": [
            {"lever": e.lever, "why": e.why, "unless": {"own": e.unless[0], "other": e.unless[1]} if e.unless else None}
            for e in lever.excludes
        ],
        "cites": [{"id": c.id, "basis": c.basis, "source": c.source, "href": c.href or None} for c in lever.cites],
        "example": lever.example,
    }
