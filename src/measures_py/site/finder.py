"""The finder and the checks on the measure pages: the questions, and what the engine says at build time."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from measures_py import case_request, facts, show_verdict
from measures_py.authoring import case_examples
from measures_py.authoring.read import Files
from measures_py.call import call
from measures_py.explain import inside
from measures_py.facts import Fact
from measures_py.model import LANGUAGES
from measures_py.requests import Errors
from measures_py.site import words
from measures_py.store import Store

SCHEMA = "1"
NONE = "none"

type Described = dict[str, Any]


@dataclass(frozen=True)
class Worked:
    """A case worked at build time: what it is, what was answered, its address, and the verdict in a sentence."""

    title: dict[str, str]
    given: dict[str, str]
    fragment: str
    html: dict[str, str]


@dataclass(frozen=True)
class Finder:
    """The questions as `describe` lists them, and everything about them that stands on a page before any script."""

    known: Store
    facts: tuple[Described, ...]
    groups: tuple[Described, ...]
    asked: dict[str, tuple[str, ...]]
    examples: dict[str, Any]
    quotes: dict[str, dict[str, str]]
    answered: dict[str, Any] = field(default_factory=dict)

    def of_group(self, group: str) -> list[Described]:
        """The questions of one group."""
        return [fact for fact in self.facts if fact["group"] == group]

    def of(self, measure: str) -> list[Described]:
        """The questions that the rules of a measure ask."""
        return [fact for fact in self.facts if fact["id"] in self.asked.get(measure, ())]

    def why(self, fact: Described, measure: str = "") -> list[tuple[int, str, dict[str, str]]]:
        """The clauses that make us ask: number of the measure, place, and words; of one measure only when given."""
        return [
            (int(id[1:3]), show_verdict.place(id), {lang: inside(self.quotes[id][lang]) for lang in LANGUAGES})
            for id in fact["why"]
            if id.startswith(measure)
        ]

    def board(self, lang: str) -> Described:
        """The board with no answer given."""
        shown: Described = self._answer(lang, "", detail="short")["shown"]
        return shown

    def first(self) -> list[Described]:
        """The questions to ask first, best first, with how many measures each can settle."""
        found = self._answer(LANGUAGES[0], "", detail="short")["next"]
        return [{"fact": item["fact"], "settles": item["settles"]} for item in found]

    def verdict(self, measure: str, lang: str, root: str) -> str:
        """The verdicts on a measure with no answer given."""
        html: str = self._answer(lang, root)["shown"]["html"][measure]
        return html

    def firms(self) -> list[tuple[Described, str]]:
        """The cases to try, each with the fragment that opens it."""
        return [(firm, self.fragment(firm["answers"])) for firm in self.examples["firms"]]

    def worked(self, measure: str, root: str) -> list[Worked]:
        """The worked cases of a measure on a page from which `root` leads to the language's folder."""
        return [self._work(measure, case, root) for case in self.examples["measures"].get(measure, ())]

    def fragment(self, answers: dict[str, Any]) -> str:
        """The part of an address that reopens a case of the examples."""
        state = {"v": SCHEMA, **{id: _written(value) for id, value in answers.items()}, "as_of": self.examples["as_of"]}
        return urlencode(state, safe=",")

    def _work(self, measure: str, case: Described, root: str) -> Worked:
        known = facts.from_json(self.known.eligibility["facts"])
        answers = case_examples.answers(case["answers"], known)
        best = _best(self._answer(LANGUAGES[0], root, measures=[measure], answers=answers))
        html = {lang: show_verdict.lead(best, lang) for lang in LANGUAGES}
        given = {lang: _told(answers, known, lang) for lang in LANGUAGES}
        return Worked(case["title"], given, self.fragment(case["answers"]), html)

    def _answer(self, lang: str, root: str, **asked: Any) -> Described:
        request = {"as_of": self.examples["as_of"], **asked, "show": {"lang": lang, "root": root}}
        text = json.dumps(request, sort_keys=True)
        if text not in self.answered:
            answer = json.loads(call("eligibility", text, self.known))
            if not answer["ok"]:
                raise ValueError(f"the engine refuses an example: {answer['errors']}")
            self.answered[text] = answer
        found: Described = self.answered[text]
        return found


def _best(answer: Described) -> Described:
    """The verdict that speaks for the only measure of an answer."""
    group = next(group["id"] for group in answer["shown"]["groups"] if group["measures"])
    found: Described = next(told for told in answer["verdicts"] if told["verdict"] == group)
    return found


def _written(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ",".join(value) or NONE


def _told(answers: dict[str, Any], known: dict[str, Fact], lang: str) -> str:
    """Answers as a line of words."""
    read = case_request.answers(answers, known, Errors())
    told = (words.labelled(known[id].label[lang], known[id].told(value)[lang], lang) for id, value in read.items())
    return ("；" if lang == "zh" else "; ").join(told)


def finder(files: Files, known: Store) -> Finder:
    """The finder of these data files; `known` is what the engine knows of them."""
    described = json.loads(call("describe", "{}", known))
    asked: dict[str, list[str]] = {}
    for fact in described["facts"]:
        for id in fact["why"]:
            asked.setdefault(id[:3], []).append(fact["id"])
    return Finder(
        known,
        tuple(described["facts"]),
        tuple(described["fact_groups"]),
        {measure: tuple(dict.fromkeys(ids)) for measure, ids in asked.items()},
        files.case_examples.data,
        known.quotes,
    )


def script(found: Finder) -> str:
    """What the page's script must know of the questions: their type, or the choices of those that have some."""
    told = {
        fact["id"]: {"type": fact["type"], "choices": [choice["id"] for choice in fact.get("choices", ())]}
        for fact in found.facts
    }
    return f"self.measuresFacts={json.dumps(told, separators=(',', ':'))};\n"
