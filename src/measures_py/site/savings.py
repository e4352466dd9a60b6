"""The savings calculators as the pages show them: each lever with its form and an example worked by the engine."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from measures_py import show_savings
from measures_py.call import call
from measures_py.model import LANGUAGES
from measures_py.savings import render
from measures_py.savings.lever import levers
from measures_py.site.dates import Example
from measures_py.store import Say, Store

Described = dict[str, Any]


@dataclass(frozen=True)
class Savings:
    """Every lever as `describe` tells it, each with an example for either place of its form."""

    known: Store
    levers: tuple[Described, ...]
    explained: dict[str, Say]
    answers: dict[str, Described] = field(default_factory=dict)
    worked: dict[tuple[str, str], Example] = field(default_factory=dict)

    def of(self, measure: str) -> list[Described]:
        """The calculators of one measure."""
        return [lever for lever in self.levers if measure in lever["measures"]]

    def example(self, lever: Described, root: str) -> Example:
        """The worked example of a lever on a page from which `root` leads to the language's folder; worked once."""
        if (lever["id"], root) not in self.worked:
            self.worked[lever["id"], root] = self._work(lever, root)
        return self.worked[lever["id"], root]

    def supplied(self, lever: Described, lang: str, root: str) -> list[tuple[str, str, Markup]]:
        """The figures that nobody need enter: what each is, the figure, and where it comes from."""
        constants = levers(self.known).levers[lever["id"]].constants.values()
        told = [render.constant(constant) for constant in constants]
        return [
            (entry["label"][lang], show_savings.value(entry, lang), _safe(entry["provenance"], lang, root))
            for entry in told
        ]

    def _work(self, lever: Described, root: str) -> Example:
        if lever["id"] not in self.answers:
            self.answers[lever["id"]] = self._answer(lever)
        answer, key = self.answers[lever["id"]], f"{lever['id']}-example"
        html = {lang: show_savings.one(answer, lang, root, key) for lang in LANGUAGES}
        return Example({lang: _given(answer["inputs"], lang) for lang in LANGUAGES}, html)

    def _answer(self, lever: Described) -> Described:
        asked = {"lever": lever["id"], "inputs": lever["example"], "example": list(lever["example"])}
        answer: Described = json.loads(call("savings", json.dumps(asked), self.known))
        if not answer["ok"]:
            raise ValueError(f"the example of {lever['id']} is refused: {answer['errors']}")
        return answer


def _given(inputs: list[Described], lang: str) -> str:
    """The figures of an example as a line of words."""
    colon, comma, stop = ("：", "；", "。") if lang == "zh" else (": ", "; ", ".")
    told = (
        entry["label"][lang].rstrip("？?") + colon + show_savings.value(entry, lang)
        for entry in inputs
        if entry["provenance"]["kind"] == "example"
    )
    return comma.join(told) + stop


def _safe(provenance: dict[str, Any], lang: str, root: str) -> Markup:
    return Markup(show_savings.source(provenance, lang, root))  # noqa: S704 - every value is escaped there


def savings(known: Store) -> Savings:
    """The calculators of a store."""
    described = json.loads(call("describe", "{}", known))
    return Savings(known, tuple(described["savings"]), levers(known).explained)
