"""The data files reduced to what the engine reads at run time: one small JSON-able structure.

    files, findings = read_files()
    (package / "compiled.json").write_text(compiled_json(files), encoding="utf-8")

The same files always give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from measures_py.authoring import compile_levers, compile_rules, holidays
from measures_py.authoring.read import Files
from measures_py.authoring.source import Document

SCHEMA = 1

# Bounds of an input whose file sets none.
BOUNDS = {"date": ("2005-01-01", "2099-12-31"), "money": ("0", "1000000000000"), "integer": ("0", "1000000")}


def compiled_json(files: Files) -> str:
    """The compiled store as JSON text; its order of keys is kept, as answers show texts in it."""
    return json.dumps(compile_store(files), ensure_ascii=False, separators=(",", ":"))


def compile_store(files: Files) -> dict[str, Any]:
    """What `store.from_json` reads: measures, calendar, date rules, and the quotes they cite."""
    homes = {measure.data["id"]: [item["ref"] for item in measure.data["background"]] for measure in files.measures}
    rules = [_rule(document.data, homes) for document in files.deadlines]
    levers = compile_levers.levers(files, lambda rule, near: _href(rule, near, homes))
    cited = {item["id"] for rule in (*rules, *levers["levers"]) for item in rule["cites"]} | compile_rules.cited(files)
    return {
        "schema": SCHEMA,
        "notice_sha256": hashlib.sha256(files.text.encode("utf-8")).hexdigest(),
        "measures": [_measure(document.data) for document in files.measures],
        "calendar": holidays.calendar(files.calendar.data),
        "quotes": {id: quote for id, quote in _quotes(files) if id in cited},
        "deadlines": sorted(rules, key=lambda rule: int(rule["ref"][1:])),
        "words": {key: _say(item) for key, item in files.words.data.items()},
        "eligibility": compile_rules.rulebook(files, lambda rule, near: _href(rule, near, homes)),
        "savings": levers,
    }


def _say(item: dict[str, Any]) -> dict[str, str]:
    return {"zh": item["zh"], "en": item["en"]}


def _measure(item: dict[str, Any]) -> dict[str, Any]:
    title = item["sentences"][0]
    return {
        "id": item["id"],
        "number": int(item["id"][1:]),
        "title": {"zh": title["zh"].removesuffix("。"), "en": title["en"].removesuffix(".")},
        "short_title": _say(item["short_title"]),
    }


def _quotes(files: Files) -> Iterator[tuple[str, dict[str, str]]]:
    for document in files.measures:
        for sentence in document.data["sentences"]:
            for item in (sentence, *sentence["clauses"]):
                yield item["id"], {**_say(item), "source": "notice"}
    for document in files.background:
        for provision in document.data["provisions"]:
            yield provision["id"], {**_provision(document, provision), "source": "background"}


def _provision(document: Document, item: dict[str, Any]) -> dict[str, str]:
    instrument, article, says = document.data["instrument"], item["article"], item["says"]
    return {
        "zh": f"{instrument['zh']}{'' if instrument['zh'].endswith('》') else '，'}{article['zh']}：{says['zh']}",
        "en": f"{instrument['en']}, {article['en']}: {says['en']}",
    }


def _rule(item: dict[str, Any], homes: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "id": item["id"],
        "ref": item["ref"],
        "measures": item["measures"],
        "computed": item["computed"] == "yes",
        "title": _say(item["title"]),
        "rule": _say(item["rule"]),
        "inputs": [_input(entry) for entry in item["inputs"]],
        "cites": [
            {"id": entry["id"], "basis": entry["basis"], "href": _href(entry["id"], item["measures"], homes)}
            for entry in item["cites"]
        ],
        "texts": {key: _say(text) for key, text in item["texts"].items()},
    }


def _input(item: dict[str, Any]) -> dict[str, Any]:
    low, high = BOUNDS.get(item["type"], ("", ""))
    return {
        "name": item["name"],
        "type": item["type"],
        "required": item["required"] == "yes",
        "label": _say(item["label"]),
        "help": _say(item["help"]),
        "min": item.get("min", low),
        "max": item.get("max", high),
        "unit": item.get("unit", "CNY" if item["type"] == "money" else ""),
        "choices": [{"id": choice["id"], **_say(choice)} for choice in item.get("choices", ())],
        "not_before": item.get("not_before", ""),
    }


def _href(id: str, measures: list[str], homes: dict[str, list[str]]) -> str:
    """Where a reader finds the words: the clause itself, or the rule on a page of one of these measures."""
    head, _, rest = id.partition(".")
    if head in homes:
        return f"measures/{head}.html#{rest.replace('.', '-')}"
    shown = [measure for measure in (*measures, *homes) if id in homes[measure]]
    return f"measures/{shown[0]}.html#rule-{id.replace('.', '-')}" if shown else ""
