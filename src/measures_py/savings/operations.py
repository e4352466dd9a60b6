"""What may be asked of the levers: one case, two side by side, several added up (contract: `measures_py.call`)."""

from __future__ import annotations

from typing import Any

from measures_py import requests, savings
from measures_py.requests import Errors
from measures_py.savings import combined, compared, sheet
from measures_py.savings.lever import Lever, levers
from measures_py.savings.render import to_json
from measures_py.store import Store

LANGUAGES = ("zh", "en")
type Answer = dict[str, Any]


def one(known: Store, request: Answer, errors: Errors) -> Answer:
    """One case of one lever; with `csv`, its working as a file, too."""
    requests.known_fields(request, ("lever", "inputs", "example", "csv", "show"), errors)
    lang, examples = _language(request, errors), _examples(request.get("example"), "example", errors)
    lever = named(known, request, errors)
    found = savings.worked(lever, request.get("inputs"), errors) if lever else None
    if found is None or errors.found:
        return {}
    answer = _marked(to_json(found, levers(known).words), examples)
    if lang:
        answer["csv"] = sheet.csv(answer, lang, known.notice_sha256)
    return answer


def two(known: Store, request: Answer, errors: Errors) -> Answer:
    """Two cases of one lever side by side, with the difference of each result."""
    requests.known_fields(request, ("lever", "cases", "show"), errors)
    lever = named(known, request, errors)
    cases, examples = _apart(request.get("cases"), errors)
    if not isinstance(cases, list) or len(cases) != compared.CASES:
        errors.add("cases", "wrong_type", None, "两个对象的列表", "a list of two objects")
        return {}
    answer = compared.answer(lever, cases, levers(known).words, errors) if lever else {}
    for case, names in zip(answer.get("cases", ()), examples, strict=False):
        _marked(case, names)
    return answer


def several(known: Store, request: Answer, errors: Errors) -> Answer:
    """Cases of several levers for one consignment or one year, no yuan counted twice; with `csv`, as a file, too."""
    requests.known_fields(request, ("scope", "cases", "csv", "show"), errors)
    lang = _language(request, errors)
    cases, examples = _apart(request.get("cases"), errors)
    answer = combined.answer(levers(known), request.get("scope"), cases, errors)
    if errors.found:
        return {}
    for case, names in zip(answer["cases"], examples, strict=True):
        case["example"] = list(names)
    if lang:
        answer["csv"] = sheet.several(answer, lang, known.notice_sha256)
    return answer


def _language(request: Answer, errors: Errors) -> str:
    """The language of the file that is asked for; empty when none is."""
    lang = request.get("csv")
    if lang is None:
        return ""
    if lang not in LANGUAGES:
        errors.add("csv", "unknown_name", lang, "、".join(LANGUAGES), ", ".join(LANGUAGES))
    return str(lang)


def _examples(given: Any, where: str, errors: Errors) -> tuple[str, ...]:
    """The inputs whose figures are only an example."""
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(name, str) for name in given):
        errors.add(where, "wrong_type", given, *requests.TYPES["list"])
        return ()
    return tuple(given)


def _apart(cases: Any, errors: Errors) -> tuple[Any, list[tuple[str, ...]]]:
    """The cases without what says which of their figures are an example, and that for each."""
    if not isinstance(cases, list):
        return cases, []
    bare = [
        {name: case[name] for name in case if name != "example"} if isinstance(case, dict) else case for case in cases
    ]
    given = [case.get("example") if isinstance(case, dict) else None for case in cases]
    return bare, [_examples(names, f"cases[{index}].example", errors) for index, names in enumerate(given)]


def _marked(answer: Answer, examples: tuple[str, ...]) -> Answer:
    """The answer, figures that are only an example told apart from those of the reader."""
    for entry in answer["inputs"]:
        if entry["name"] in examples and entry["provenance"]["kind"] == "caller":
            entry["provenance"] = {"kind": "example"}
    return answer


def named(known: Store, request: dict[str, Any], errors: Errors, prefix: str = "") -> Lever | None:
    """The lever that a request names; None, with the error noted, when there is none."""
    all_ = levers(known).levers
    name = requests.name_among(request, "lever", all_, errors, prefix)
    return all_[name] if name else None


def described(known: Store) -> list[dict[str, Any]]:
    """The levers as `describe` lists them."""
    return [_lever(lever) for lever in levers(known).levers.values()]


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
                **requests.described(entry.input),
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
