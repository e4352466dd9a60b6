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
      (detail: full, or short for measure, limb, title, kind, verdict, headline and open only, or board for none)
      ok
      verdicts        [{measure, limb, title, kind, verdict, headline, because, tree, open, changes, conditions,
                      left_open, next_step}], one for each limb, in the order of the notice
        verdict       not_applicable, blocked, need_answers, may_apply_customs_decides, text_conditions_met,
                      service_nothing_to_apply
        because       [{fact, answer, clauses, background?, kind, zh, en}]; a smallest set of answers that forces
                      the verdict
        tree          [{part: scope | conditions, op: all | any | at_least | not | leaf, status: met | not_met |
                      unknown | left_open, children or (kind, fact?, test?, asks?, clauses, background?)}]
        open          [fact]; unanswered, and the answer still decides
        changes       [[{fact, how: choice | undertake | document, test, clauses, zh, en}]]; every smallest set of
                      changes one may make that lifts a no, cheapest first
        conditions    the same where something must be declared as it is, cannot change, or is an authority's to decide
                      (how: condition | fixed | authority): told, never advised
        left_open     [{kind: consent | unlisted | boundary, clauses, zh, en}]
      next            [{fact, settles, expected, mentions}]; best first; settles: measures at most; expected: on
                      average, counting shares of measures
      shown?          when the request has "show": {"lang", "root"}: {groups: [{id, measures}] in the order of the
                      board, summary, bar, html: {measure: HTML}}; the verdicts in full, or a line each when short
    save          {"answers", "as_of", "format": "json" | "csv" | "paper", "show": {"lang", "root"}} ->
      ok, name, type  the file's name and media type
      text            json: the case with its verdicts, the notice's and the rules' hash, for `reopen`;
                      csv: a table for a spreadsheet; paper: HTML to print, one page of summary and then the details
    reopen        {"text": a file that `save` made, "as_of", "show"?} ->
      ok, saved_on    the day the saved case was judged on
      answers         those that can still be read, as a request has them
      dropped         [{field, code, zh, en, got}]; what could not be read and was left out
      same_notice, same_rules
      unchanged       how many verdicts are the same
      changes         [{measure, limb, title, before, after, cause, zh, en}]; before or after is null where the limb
                      is new or gone; cause: rules, date, answers (some were dropped), new, gone
      html?           the same as HTML, when the request has "show"
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
from measures_py.requests import AS_OF, Errors
from measures_py.store import Rule, Store, store

SCHEMA = 1
MOST_ITEMS = 50

type Operation = Callable[[Store, dict[str, Any], Errors], dict[str, Any]]


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

    requests.known_fields(request, (), errors)
    book = rulebook(known)
    return {
        "ok": True,
        "schema": SCHEMA,
        "notice_sha256": known.notice_sha256,
        "rules_sha256": known.rules_sha256,
        "fact_groups": list(book.groups),
        "facts": case_request.described(book),
        "measures": list(known.measures),
        "deadlines": [_rule(rule) for rule in known.rules.values()],
        "savings": operations.described(known),
        "savings_explained": operations.explained(known),
        "calendar": {"first": known.calendar.first, "last": known.calendar.last},
    }


def deadline(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """The dates of one rule for one case, as the module's docstring lists them."""
    requests.known_fields(request, ("rule", "inputs", "as_of", "show"), errors)
    wanted = requests.view(request.get("show"), ("root", "key"), errors)
    answer = _dated(known, request, "", errors)
    if wanted and not errors.found:
        from measures_py import show

        answer["html"] = show.deadline(answer, wanted["lang"], wanted["root"], wanted["key"])
    return answer


def calendar(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
    """One calendar file, as text, with the dates of several cases."""
    requests.known_fields(request, ("items", "lang"), errors)
    items, lang = request.get("items"), request.get("lang")
    if lang not in requests.LANGUAGES:
        errors.add("lang", "unknown_name", lang, "、".join(requests.LANGUAGES), ", ".join(requests.LANGUAGES))
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


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "ref": rule.ref,
        "measures": list(rule.measures),
        "computed": rule.computed,
        "title": rule.title,
        "rule": rule.words,
        "inputs": [entry.described() for entry in rule.inputs],
        "cites": [{"id": c.id, "basis": c.basis, "source": c.source, "href": c.href or None} for c in rule.cites],
    }


def _later(module: str, name: str) -> Operation:
    """An operation of one of our modules, which is imported when it is first asked for."""

    def called(known: Store, request: dict[str, Any], errors: Errors) -> dict[str, Any]:
        operation: Operation = getattr(import_module(f"measures_py.{module}"), name)
        return operation(known, request, errors)

    return called


OPERATIONS: dict[str, Operation] = {
    "describe": describe,
    "eligibility": _later("case_operations", "verdicts"),
    "deadline": deadline,
    "calendar": calendar,
    "save": _later("case_operations", "save"),
    "reopen": _later("case_operations", "reopen"),
    "savings": _later("savings.operations", "one"),
    "compare": _later("savings.operations", "two"),
    "combine": _later("savings.operations", "several"),
}
