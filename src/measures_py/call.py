"""The one entry point of the engine: `call(name, text) -> text`, JSON in, JSON out.

The browser, the command line and the tests all come through here. Nothing raises: any text gets an
answer with `"ok": true` or every error of the request at once. The same request gives the same
bytes everywhere. Names and fields are public: add, never rename. An operation imports what it needs when
it is first asked for: a reader who counts days does not wait for the verdicts.

    describe      {} -> {"ok", "schema", "notice_sha256", "facts", "measures", "deadlines", "savings", "calendar"}
    deadline      {"rule": id, "inputs": {name: value or null}, "as_of": "2026-11-23"} ->
      ok, rule, ref
      status          in_time, boundary, past_ordinary_window, open, too_early, information, cannot_tell
      headline        {zh, en}; one sentence that leads with the safe date
      dates           {name: {date: iso or null, earliest?, latest?, label}}; bounds beyond the published calendar;
                      names: safe, last, raw and those of the rule, in the order to show them
      readings        [{id, date (or null with bounds), why, status: in_notice | verified_law | by_analogy |
                      our_assumption, outcome: how the judged day stands under this reading}]
      amounts?        [{id, reading, label, low, high, unit: CNY, working: [{zh, en}]}]; decimal strings
      explanations    [{zh, en}]
      still_possible  [{zh, en}]; what the law still allows
      calendar        {known_to, note?}
      timeline        {from, to, events: [{date, until?, kind, label}], rest: [[iso, iso]], windows: [[iso, iso]]};
                      kind: event, today, safe, last, raw, window_start, window_end; rest days near the dates
      cites           [{id, zh, en, source: notice | background, basis: as status of readings, href or null}]
      ics             {uid, events: [{date, alarm, title, description}]}
      html?           the answer as HTML, when the request has "show": {"lang", "root", "key"}
    calendar      {"items": [{"rule", "inputs", "as_of"}], "lang": "zh" | "en"} -> {"ok", "ics": the file as text}
    eligibility   {"answers": {fact: value or null}, "as_of": "2026-11-23", "measures"?: ["m19"], "detail"?} ->
      (detail: full, or short for measure, limb, title, kind, verdict, headline and open only)
      ok
      verdicts        [{measure, limb, title, kind, verdict, headline, because, tree, open, changes, conditions,
                      left_open, next_step}], one for each limb, in the order of the notice
        verdict       not_applicable, blocked, need_answers, may_apply_customs_decides, text_conditions_met,
                      service_nothing_to_apply
        because       [{fact, answer, clauses, kind, zh, en}]; a smallest set of answers that forces the verdict
        tree          [{part: scope | conditions, op: all | any | at_least | not | leaf, status: met | not_met |
                      unknown | left_open, children or (kind, fact?, test?, asks?, clauses, background?)}]
        open          [fact]; unanswered, and the answer still decides
        changes       [[{fact, how: choice | undertake | document, test, clauses, zh, en}]]; every smallest set of
                      changes one may make that lifts a no, cheapest first
        conditions    the same where something must be declared as it is, cannot change, or is an authority's to decide
                      (how: condition | fixed | authority): told, never advised
        left_open     [{kind: consent | unlisted | boundary, clauses, zh, en}]
      next            [{fact, settles, expected, mentions}]; best first; settles at most, expected on average
    savings       {"lever", "inputs": {name: value or null}, "example"?: [input], "csv"?: "zh" | "en"} ->
      (`example` names inputs whose figures are only an example: their provenance says so, here and in the file)
      (a number is a decimal string as people type it: `1234.50`, `1,234.50`, full-width, `1.5万`; a rate is in percent,
      with or without %; a whole number may be a JSON number; wherever `describe` says `range`, {low, high} may stand;
      a tariff is [{from_day, to_day?, rate}])
      ok, lever, ref, title, per (consignment, year, either), main (the result that matters)
      headline        {zh, en}; one sentence for each result, the main one first; a cost is called a cost
      results         {name: {low, high, unit: CNY, label, sentence}}; names: permanent (for good), border (cash at the
                      border), later (VAT of it that is credited later), float (cost of money); one is absent where
                      what it needs is unknown; a cost is negative
      working         [{id, label, formula, numbers, result: {low, high, unit}, cites: [id]}]; `numbers` is the formula
                      with its figures, ranges as [low–high]
      inputs          [{name, label, value, choice?, unit, provenance: {kind: notice | law | caller | example |
                      assumption, cite?, zh?, en?, href?, since?, verified?, how?, why?}}]; what went in, and where it
                      comes from
      sensitive_to    the input whose own range moves the main result most; null without ranges and for ties
      sensitive_why   {zh, en} or null
      bars            [{id, label, without: {low, high, unit}, with: {low, high, unit}}]; each component of the cost;
                      the last one is `total` where there are several
      caveats         [{zh, en}]; the first names what is unknown and so not counted
      cites           as of `deadline`
      csv?            the working as a file, in that language
    compare       {"lever", "cases": [{"inputs", "example"?}, {"inputs", "example"?}]} -> ok, lever, title, headline,
                  cases: two answers as above, differences: {result: {low, high, unit, label}} (second less first),
                  changed: [input], caveats
    combine       {"scope": "consignment" | "year", "cases": [{"lever", "inputs", "example"?, "times"?, "goods"?}],
                  "csv"?} (times and goods for a year only: how often, and which goods; cases of different goods never
                  exclude each other) ->
      ok, scope, headline, results (totals by name), cases: [{index, lever, title, measures, times, goods, counted,
      headline, results, caveats, example}], left_out: [{index, lever, title, because_of: {index, lever, title}, why,
      amount: {low, high, unit, result}}], caveats
    All three give `html`, too, for "show": {"lang", "root", "key"}.
    any error     {"ok": false, "errors": [{field, code, zh, en, got}]}
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

from measures_py import requests
from measures_py.requests import Errors
from measures_py.store import Input, Rule, Store, store

SCHEMA = 1
LANGUAGES = ("zh", "en")
MOST_ITEMS = 50

AS_OF = Input(
    name="as_of",
    type="date",
    required=True,
    label={},
    help={},
    low="2005-01-01",
    high="2099-12-31",
    unit="",
    choices=(),
)


def call(name: str, text: str, known: Store | None = None) -> str:
    """The answer to a request, as JSON text; never raises.

    `known` is what the engine knows; without it, the project's own store is read.
    """
    errors = Errors()
    answer: dict[str, Any] = {}
    try:
        operation = OPERATIONS.get(name)
        if operation is None:
            errors.add("name", "unknown_name", name, "、".join(OPERATIONS), ", ".join(OPERATIONS))
        else:
            request = requests.parse(text, errors)
            if not errors.found:
                answer = operation(known or store(), request, errors)
    except Exception as error:  # a fault of ours must not reach the caller as anything but an answer
        errors.add("", "internal", type(error).__name__)
    return _written({"ok": False, "errors": errors.found} if errors.found else answer)


def _written(answer: dict[str, Any]) -> str:
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    # Half of a surrogate pair in what we echo could not be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def describe(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """Everything a caller must know: questions, measures, date rules with their inputs, and the calendar's years."""
    from measures_py import case_request
    from measures_py.rulebook import rulebook
    from measures_py.savings import operations
    from measures_py.savings.lever import levers

    requests.known_fields(request, (), errors)
    book = rulebook(known)
    return {
        "ok": True,
        "schema": SCHEMA,
        "notice_sha256": known.notice_sha256,
        "fact_groups": list(book.groups),
        "facts": case_request.described(book),
        "measures": list(known.measures),
        "deadlines": [_rule(rule) for rule in known.rules.values()],
        "savings": operations.described(known),
        "savings_explained": [{"measure": id, **said} for id, said in levers(known).explained.items()],
        "calendar": {"first": known.calendar.first, "last": known.calendar.last},
    }


def deadline(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """The dates of one rule for one case, as the module's docstring lists them."""
    requests.known_fields(request, ("rule", "inputs", "as_of", "show"), errors)
    return _dated(known, request, "", errors)


def calendar(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """One calendar file, as text, with the dates of several cases."""
    requests.known_fields(request, ("items", "lang"), errors)
    items, lang = request.get("items"), request.get("lang")
    if lang not in LANGUAGES:
        errors.add("lang", "unknown_name", lang, "、".join(LANGUAGES), ", ".join(LANGUAGES))
    if not isinstance(items, list) or not 0 < len(items) <= MOST_ITEMS:
        errors.add("items", "wrong_type", None, f"1 至 {MOST_ITEMS} 项的列表", f"a list of 1 to {MOST_ITEMS} items")
        return {}
    answers = []
    for number, item in enumerate(items):
        if isinstance(item, dict):
            answers.append((_dated(known, item, f"items[{number}].", errors), item.get("as_of")))
        else:
            errors.add(f"items[{number}]", "wrong_type", item, *requests.TYPES["object"])
    from measures_py import ics

    return {} if errors.found else {"ok": True, "ics": ics.calendar(answers, str(lang))}


def _dated(known: Store, request: dict[str, Any], prefix: str, errors: Errors) -> dict[str, Any]:
    name = requests.name_among(request, "rule", known.rules, errors)
    today = requests.read(request.get("as_of"), AS_OF, f"{prefix}as_of", errors)
    if name is None:
        return {}
    given = requests.answers(request.get("inputs"), known.rules[name].inputs, errors)
    from measures_py import deadlines

    return {} if errors.found else deadlines.answer(known, known.rules[name], given, today)


def _wanted_view(given: Any, errors: Errors) -> dict[str, str]:
    """What `show` asks for: the language, the way to its folder, and a key for ids; empty when not asked."""
    if given is None:
        return {}
    fits = isinstance(given, dict) and given.get("lang") in LANGUAGES
    if not fits or not all(isinstance(given.get(part), str) for part in ("root", "key")):
        errors.add("show", "wrong_type", None, "{lang, root, key}", "{lang, root, key}")
        return {}
    return dict(given)


def verdicts(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """The verdicts on one case, as the module's docstring lists them."""
    from measures_py import case_request, eligibility
    from measures_py.rulebook import rulebook

    book = rulebook(known)
    asked = case_request.read(request, AS_OF, book, errors)
    return eligibility.answer(book, asked.case, asked.measures, full=asked.full) if asked else {}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "ref": rule.ref,
        "measures": list(rule.measures),
        "computed": rule.computed,
        "title": rule.title,
        "rule": rule.words,
        "inputs": [requests.described(entry) for entry in rule.inputs],
        "cites": [{"id": c.id, "basis": c.basis, "source": c.source, "href": c.href or None} for c in rule.cites],
    }


def _shown(
    operation: Callable[[Store, dict[str, Any], Errors], dict[str, Any]],
    html: Callable[[dict[str, Any], str, str, str], str],
) -> Callable[[Store, dict[str, Any], Errors], dict[str, Any]]:
    """The operation, its answer with `html` when the request asks for it."""

    def asked(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
        wanted = _wanted_view(request.get("show"), errors)
        answer = operation(known, request, errors)
        if wanted and not errors.found:
            answer["html"] = html(answer, wanted["lang"], wanted["root"], wanted["key"])
        return answer

    return asked


def _later(module: str, name: str) -> Callable[..., Any]:
    """A function of one of our modules, imported when it is first called."""

    def called(*given: Any) -> Any:
        return getattr(import_module(f"measures_py.{module}"), name)(*given)

    return called


OPERATIONS: dict[str, Callable[[Store, dict[str, Any], Errors], dict[str, Any]]] = {
    "describe": describe,
    "eligibility": verdicts,
    "deadline": _shown(deadline, _later("show", "deadline")),
    "calendar": calendar,
    "savings": _shown(_later("savings.operations", "one"), _later("show_savings", "one")),
    "compare": _shown(_later("savings.operations", "two"), _later("show_savings", "two")),
    "combine": _shown(_later("savings.operations", "several"), _later("show_savings", "several")),
}
