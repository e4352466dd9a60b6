"""The date calculators as the pages show them: each rule with its form and an example worked by the engine."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from measures_py import show
from measures_py.authoring.asked import as_request
from measures_py.authoring.compile import compile_store
from measures_py.authoring.read import Files
from measures_py.call import call
from measures_py.deadlines.wording import written
from measures_py.model import LANGUAGES
from measures_py.site import words
from measures_py.store import Store, from_json

Described = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A case worked at build time: what was given, in words, and the answer as the reader will see it."""

    given: dict[str, str]
    html: dict[str, str]


@dataclass(frozen=True)
class Dates:
    """Every date rule as `describe` tells it, the computed ones each with an example for either place of its form."""

    known: Store
    rules: tuple[Described, ...]
    cases: dict[str, dict[str, Any]]
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    worked: dict[tuple[str, str], Example] = field(default_factory=dict)

    @property
    def computed(self) -> list[Described]:
        """The rules that have a calculator."""
        return [rule for rule in self.rules if rule["computed"]]

    @property
    def explained(self) -> list[Described]:
        """The rules that are only explained: no text gives them a quantity."""
        return [rule for rule in self.rules if not rule["computed"]]

    def of(self, measure: str) -> list[Described]:
        """The calculators of one measure."""
        return [rule for rule in self.computed if measure in rule["measures"]]

    def explained_for(self, measure: str) -> list[Described]:
        """What is only explained for one measure."""
        return [rule for rule in self.explained if measure in rule["measures"]]

    def example(self, rule: Described, root: str) -> Example:
        """The worked example of a rule on a page from which `root` leads to the language's folder; worked once."""
        if (rule["id"], root) not in self.worked:
            self.worked[rule["id"], root] = self._work(rule, root)
        return self.worked[rule["id"], root]

    def _work(self, rule: Described, root: str) -> Example:
        case, key = self.cases[rule["id"]], f"{rule['id']}-example"
        if rule["id"] not in self.answers:
            self.answers[rule["id"]] = self._answer(rule["id"], case)
        answer = self.answers[rule["id"]]
        html = {lang: show.deadline(answer, lang, root, key) for lang in LANGUAGES}
        return Example({lang: self._given(rule, case, lang) for lang in LANGUAGES}, html)

    def _answer(self, rule: str, case: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(call("deadline", json.dumps({"rule": rule, **case}), self.known))
        if not answer["ok"]:
            raise ValueError(f"the example of {rule} is refused: {answer['errors']}")
        return answer

    def _given(self, rule: Described, case: dict[str, Any], lang: str) -> str:
        """The answers of an example as a line of words."""
        told = [
            words.labelled(field["label"][lang], _value(field, case["inputs"][field["name"]], lang), lang)
            for field in rule["inputs"]
            if field["name"] in case["inputs"]
        ]
        told.append(words.labelled(words.TODAY[lang], _day(case["as_of"], lang), lang))
        return ("；" if lang == "zh" else "; ").join(told)


def _value(field: Described, value: Any, lang: str) -> str:
    if field["type"] == "date":
        return _day(value, lang)
    if field["type"] == "yes_no":
        return (words.YES if value else words.NO)[lang]
    if field["type"] == "one_of":
        return next(str(choice["label"][lang]) for choice in field["choices"] if choice["id"] == value)
    return f"{value} {'元' if lang == 'zh' else 'RMB'}" if field["type"] == "money" else str(value)


def _day(iso: str, lang: str) -> str:
    from datetime import date

    return written(date.fromisoformat(iso), lang)


def dates(files: Files) -> Dates:
    """The calculators of these data files."""
    known = from_json(compile_store(files))
    described = json.loads(call("describe", "{}", known))
    return Dates(known, tuple(described["deadlines"]), _cases(files))


def _cases(files: Files) -> dict[str, dict[str, Any]]:
    """The examples as requests."""
    found = {}
    for document in files.deadlines:
        if "example" in document.data:
            given = document.data["example"]
            kinds = {entry["name"]: entry["type"] for entry in document.data["inputs"]}
            found[document.data["id"]] = {"inputs": as_request(given["inputs"], kinds), "as_of": given["as_of"]}
    return found
