"""What the engine knows at run time: measures, quotes, calendar and the texts of the date rules.

In the reader's browser it is read from `compiled.json`, which the build puts beside this module;
where that file is absent, it is compiled from the YAML files. Nothing here or in the engine needs
more than the standard library.
"""

from __future__ import annotations

import contextlib
import json
import pkgutil
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from measures_py.workdays import Calendar

COMPILED = "compiled.json"

type Say = dict[str, str]
"""One thing said in both languages: `{"zh": ..., "en": ...}`."""


class Choice(NamedTuple):
    """One value of a `one_of` input."""

    id: str
    label: Say


class Input(NamedTuple):
    """One thing a rule asks for; `low` and `high` are bounds in the words of a request, both included.

    `not_before` names a date input that this date cannot precede.
    """

    name: str
    type: str
    required: bool
    label: Say
    help: Say
    low: str
    high: str
    unit: str
    choices: tuple[Choice, ...]
    not_before: str = ""

    def described(self) -> dict[str, Any]:
        """The input as `describe` tells it."""
        told: dict[str, Any] = {
            "name": self.name,
            "type": self.type,
            "unit": self.unit or None,
            "required": self.required,
            "bounds": {"min": self.low, "max": self.high} if self.low else None,
            "label": self.label,
            "help": self.help,
        }
        if self.choices:
            told["choices"] = [{"id": choice.id, "label": choice.label} for choice in self.choices]
        if self.not_before:
            told["not_before"] = self.not_before
        return told


class Cite(NamedTuple):
    """A clause of the notice or a background rule that a date rests on, and how firmly.

    `href` is the page and anchor relative to the root of a language's site, empty where no page
    shows the rule.
    """

    id: str
    basis: str
    quote: Say
    source: str
    href: str


class Rule(NamedTuple):
    """A date rule without its algorithm: what it asks, cites and says."""

    id: str
    ref: str
    measures: tuple[str, ...]
    computed: bool
    title: Say
    words: Say
    inputs: tuple[Input, ...]
    cites: tuple[Cite, ...]
    texts: dict[str, Say]


class Store(NamedTuple):
    """Everything the engine reads; `measures` as `describe` lists them.

    `eligibility` is for `rulebook` to read, `savings` for `savings.lever`.
    """

    notice_sha256: str
    rules_sha256: str
    measures: tuple[dict[str, Any], ...]
    calendar: Calendar
    rules: dict[str, Rule]
    words: dict[str, Say]
    quotes: dict[str, dict[str, str]]
    eligibility: dict[str, Any]
    savings: dict[str, Any]

    # One store is one key, for what is made from it once.
    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


@cache
def store() -> Store:
    """The project's own store, read once."""
    with contextlib.suppress(OSError):
        if text := pkgutil.get_data("measures_py", COMPILED):  # in a folder or, in the browser, in an archive
            return from_json(json.loads(text))
    from measures_py.authoring.compile import compile_store
    from measures_py.authoring.read import read_files

    return from_json(compile_store(read_files()[0]))


def from_json(data: dict[str, Any]) -> Store:
    """The store in what `compile_store` returned."""
    return Store(
        data["notice_sha256"],
        data["rules_sha256"],
        tuple(data["measures"]),
        _calendar(data["calendar"]),
        {item["id"]: _rule(item, data["quotes"]) for item in data["deadlines"]},
        data["words"],
        data["quotes"],
        data["eligibility"],
        data["savings"],
    )


def _calendar(item: dict[str, Any]) -> Calendar:
    off, work = (frozenset(map(date.fromisoformat, item[key])) for key in ("off", "work"))
    return Calendar(item["first"], item["last"], off, work)


def _rule(item: dict[str, Any], quotes: dict[str, Any]) -> Rule:
    return Rule(
        item["id"],
        item["ref"],
        tuple(item["measures"]),
        item["computed"],
        item["title"],
        item["rule"],
        tuple(input_from(entry) for entry in item["inputs"]),
        tuple(cite_from(entry, quotes[entry["id"]]) for entry in item["cites"]),
        item["texts"],
    )


def input_from(item: dict[str, Any]) -> Input:
    """The input in what `compile` made of it."""
    return Input(
        item["name"],
        item["type"],
        item["required"],
        item["label"],
        item["help"],
        item["min"],
        item["max"],
        item["unit"],
        tuple(Choice(choice["id"], {"zh": choice["zh"], "en": choice["en"]}) for choice in item["choices"]),
        item["not_before"],
    )


def cite_from(item: dict[str, Any], quote: dict[str, str]) -> Cite:
    """The citation in what `compile` made of it, with the words it cites."""
    said = {"zh": quote["zh"], "en": quote["en"]}
    return Cite(item["id"], item["basis"], said, quote["source"], item["href"])
