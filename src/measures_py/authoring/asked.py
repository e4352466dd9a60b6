"""What date rules, levers and facts ask, as the engine reads it, and answers kept in YAML as a request has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# Bounds of an input whose file sets none, and the unit of one that names none, by type.
BOUNDS = {
    "date": ("2005-01-01", "2099-12-31"),
    "money": ("0", "1000000000000"),
    "rate": ("0", "1000"),
    "number": ("0", "1000000"),
    "integer": ("0", "1000000"),
    "tiers": ("0", "1000000"),
}
UNITS = {"money": "CNY", "rate": "%", "tiers": "CNY/day"}


def say(item: Mapping[str, Any]) -> dict[str, str]:
    """The two languages of a text, without the hash that ties them."""
    return {"zh": item["zh"], "en": item["en"]}


def bounds(kind: str) -> tuple[str, str]:
    """The least and the greatest value of a type; two empty texts where it has none."""
    return BOUNDS.get(kind, ("", ""))


def field(item: Mapping[str, Any]) -> dict[str, Any]:
    """One input of a date rule or a lever, as `store.Input` holds it."""
    low, high = bounds(item["type"])
    return {
        "name": item["name"],
        "type": item["type"],
        "required": item["required"] == "yes",
        "label": say(item["label"]),
        "help": say(item["help"]),
        "min": item.get("min", low),
        "max": item.get("max", high),
        "unit": item.get("unit", UNITS.get(item["type"], "")),
        "choices": [{"id": choice["id"], **say(choice)} for choice in item.get("choices", ())],
        "not_before": item.get("not_before", ""),
    }


def as_request(given: Mapping[str, Any], kinds: Mapping[str, str]) -> dict[str, Any]:
    """Answers by name, all text in YAML, as JSON has them; what does not fit stays, for the engine to refuse."""
    return {name: _typed(value, kinds.get(name, "")) for name, value in given.items()}


def _typed(value: Any, kind: str) -> Any:
    if not isinstance(value, str):
        return value
    if kind == "yes_no":
        return {"yes": True, "no": False}.get(value, value)
    return int(value) if kind == "integer" and re.fullmatch(r"-?\d+", value) else value
