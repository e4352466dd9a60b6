"""The facts and the rules reduced to what the engine reads at run time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from measures_py.authoring.asked import bounds, say
from measures_py.authoring.read import Files
from measures_py.authoring.rule_files import OPERATORS, leaves

type Node = dict[str, Any]
type Href = Callable[[str, list[str]], str]


def rulebook(files: Files, href: Href) -> dict[str, Any]:
    """What `rulebook.from_json` reads; `href` gives the page of a provision near some measures."""
    return {
        "groups": [{"id": document.data["group"], "label": say(document.data["label"])} for document in files.facts],
        "facts": facts(files),
        "limbs": [
            _limb(limb, document.data["id"], href) for document in files.rules for limb in document.data["limbs"]
        ],
        "words": {key: say(item) for key, item in files.verdict_words.data.items()},
    }


def facts(files: Files) -> list[dict[str, Any]]:
    """What `facts.from_json` reads, with the clauses that make us ask each."""
    why: dict[str, list[str]] = defaultdict(list)
    for _, leaf in _leaves(files):
        if "fact" in leaf:
            why[leaf["fact"]] += [id for id in leaf["clauses"] if id not in why[leaf["fact"]]]
    return [
        _fact(item, document.data["group"], why[item["id"]])
        for document in files.facts
        for item in document.data["facts"]
    ]


def _leaves(files: Files) -> Iterator[tuple[str, Node]]:
    for document in files.rules:
        for limb in document.data["limbs"]:
            for key in ("scope", "conditions"):
                for _, leaf in leaves(limb.get(key, {"all": []}), ()):
                    yield limb["id"], leaf


def _fact(item: Node, group: str, why: list[str]) -> dict[str, Any]:
    low, high = bounds(item["type"])
    return {
        "id": item["id"],
        "group": group,
        "type": item["type"],
        "changeable": item["changeable"],
        "declare_as_is": item["declare_as_is"] == "yes",
        "label": say(item["label"]),
        "help": say(item["help"]),
        "unit": item.get("unit", ""),
        "choices": [{"id": choice["id"], "label": say(choice)} for choice in item.get("choices", ())],
        "min": low,
        "max": high,
        "why": why,
    }


def cited(files: Files) -> set[str]:
    """The ids of every clause and provision that a leaf rests on."""
    found: set[str] = set()
    for _, leaf in _leaves(files):
        found |= {*leaf["clauses"], *leaf.get("background", ())}
    return found


def _limb(item: Node, measure: str, href: Href) -> dict[str, Any]:
    return {
        "id": item["id"],
        "measure": measure,
        "kind": item["kind"],
        "title": say(item["title"]) if "title" in item else None,
        "next": say(item["next"]),
        "scope": _node(item.get("scope"), measure, href),
        "conditions": _node(item.get("conditions"), measure, href),
    }


def _node(item: Node | None, measure: str, href: Href) -> Node | None:
    if item is None:
        return None
    if "not" in item:
        return {"not": _node(item["not"], measure, href)}
    for key in ("all", "any", "among"):
        if key in item:
            least = {"all": len(item[key]), "any": 1}.get(key) or int(item["at_least"])
            return {"least": least, "among": [_node(child, measure, href) for child in item[key]]}
    operator = next((key for key in OPERATORS if key in item), "")
    value = item.get(operator, "")
    return {
        "fact": item.get("fact", ""),
        "operator": operator,
        "values": ([value] if operator == "is" else value) if operator in ("is", "one_of") else [],
        "limit": value if operator in ("below", "at_most") else "0",
        "months": _months(value) if operator == "within" else 0,
        "kind": item.get("kind", "factual"),
        "quotes": [[id, words] for id, words in item["clauses"].items()],
        "background": [[id, href(id, [measure])] for id in item.get("background", ())],
    }


def _months(value: str) -> int:
    """Months after the day as a positive number, months before it as a negative one."""
    number = int(re.findall(r"\d+", value)[0])
    return number if value.endswith("after") else -number
