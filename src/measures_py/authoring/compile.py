"""The data files reduced to what the engine reads at run time: one small JSON-able structure.

    files, findings = read_files()
    (package / "compiled.jsonl").write_text(compiled(files), encoding="utf-8")

The same files always give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from measures_py.authoring import compile_levers, compile_rules, holidays
from measures_py.authoring.asked import field, say
from measures_py.authoring.read import Files
from measures_py.authoring.source import Document
from measures_py.store import to_text

SCHEMA = 1

type Homes = dict[str, dict[str, None]]

_CLAUSE = re.compile(r"m\d{2,4}\.")


def compiled(files: Files) -> str:
    """The compiled store as `store.from_text` reads it; its order of keys is kept, as answers show texts in it."""
    return to_text(compile_store(files))


@lru_cache(maxsize=1)
def compile_store(files: Files) -> dict[str, Any]:
    """What `store.from_json` reads: measures, calendar, date rules, and the quotes they cite; to be read only."""
    homes = _homes(files)
    rules = [_rule(document.data, homes) for document in files.deadlines]
    levers = compile_levers.levers(files, lambda rule, near: _href(rule, near, homes))
    cited = {item["id"] for rule in (*rules, *levers["levers"]) for item in rule["cites"]} | compile_rules.cited(files)
    eligibility = compile_rules.rulebook(files, lambda rule, near: _href(rule, near, homes))
    return {
        "schema": SCHEMA,
        "notice_sha256": hashlib.sha256(files.text.encode("utf-8")).hexdigest(),
        "rules_sha256": _version(eligibility),
        "measures": [_measure(document.data) for document in files.measures],
        "calendar": holidays.calendar(files.calendar.data),
        "quotes": {id: quote for id, quote in _quotes(files) if id in cited},
        "deadlines": sorted(rules, key=lambda rule: int(rule["ref"][1:])),
        "words": {key: say(item) for key, item in files.words.data.items()},
        "eligibility": eligibility,
        "savings": levers,
    }


def _version(eligibility: dict[str, Any]) -> str:
    """The SHA-256 of the questions and rules as the engine reads them: what a saved verdict was given under."""
    read = json.dumps([eligibility["facts"], eligibility["limbs"]], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(read.encode("utf-8")).hexdigest()


def _measure(item: dict[str, Any]) -> dict[str, Any]:
    title = item["sentences"][0]
    return {
        "id": item["id"],
        "number": int(item["id"][1:]),
        "title": {"zh": title["zh"].removesuffix("。"), "en": title["en"].removesuffix(".")},
        "short_title": say(item["short_title"]),
    }


def _quotes(files: Files) -> Iterator[tuple[str, dict[str, str]]]:
    for document in files.measures:
        for sentence in document.data["sentences"]:
            for item in (sentence, *sentence["clauses"]):
                yield item["id"], {**say(item), "source": "notice"}
    for document in files.background:
        for provision in document.data["provisions"]:
            yield provision["id"], {**_provision(document, provision), "source": "background"}


def _provision(document: Document, item: dict[str, Any]) -> dict[str, str]:
    instrument, article, says = document.data["instrument"], item["article"], item["says"]
    return {
        "zh": f"{instrument['zh']}{'' if instrument['zh'].endswith('》') else '，'}{article['zh']}：{says['zh']}",
        "en": f"{instrument['en']}, {article['en']}: {says['en']}",
    }


def _rule(item: dict[str, Any], homes: Homes) -> dict[str, Any]:
    return {
        "id": item["id"],
        "ref": item["ref"],
        "measures": item["measures"],
        "computed": item["computed"] == "yes",
        "title": say(item["title"]),
        "rule": say(item["rule"]),
        "inputs": [field(entry) for entry in item["inputs"]],
        "cites": [
            {"id": entry["id"], "basis": entry["basis"], "href": _href(entry["id"], item["measures"], homes)}
            for entry in item["cites"]
        ],
        "texts": {key: say(text) for key, text in item["texts"].items()},
    }


def _homes(files: Files) -> Homes:
    """The measures on whose pages each provision is shown, in the order of the notice."""
    homes: Homes = defaultdict(dict)
    for measure in files.measures:
        for item in measure.data["background"]:
            homes[item["ref"]][measure.data["id"]] = None
    return homes


def _href(id: str, measures: list[str], homes: Homes) -> str:
    """Where the words are: the clause itself, or the rule on a page of one of these measures or on that of all."""
    if _CLAUSE.match(id):
        measure, _, rest = id.partition(".")
        return f"measures/{measure}.html#{rest.replace('.', '-')}"
    shown = homes.get(id, {})
    nearest = next((measure for measure in (*measures, *shown) if measure in shown), "")
    return f"{f'measures/{nearest}' if nearest else 'background'}.html#rule-{id.replace('.', '-')}"
