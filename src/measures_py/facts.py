"""The questions one may be asked: typed, in both languages, and how each answer may lawfully change.

An answer is a bool, a choice's id, a set of them, a date, an amount or a whole number. A fact that is
not among the answers is unknown, which is never false and never zero.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from measures_py.store import Say

type Answer = bool | str | frozenset[str] | date | Decimal | int
type Answers = dict[str, Answer]

YES_NO: dict[bool, Say] = {True: {"zh": "是", "en": "yes"}, False: {"zh": "否", "en": "no"}}
BETWEEN: Say = {"zh": "、", "en": "; "}
NONE: Say = {"zh": "都不是", "en": "none of these"}


class Fact(NamedTuple):
    """One question; `changeable` is fixed, choice, undertake, document or authority.

    `declare_as_is` marks what must be stated truthfully, so that nobody is ever advised to answer
    otherwise. `why` holds the clauses that make us ask; `choices` maps ids to labels.
    """

    id: str
    group: str
    type: str
    changeable: str
    declare_as_is: bool
    label: Say
    help: Say
    unit: str
    choices: dict[str, Say]
    low: str
    high: str
    why: tuple[str, ...]

    @property
    def how(self) -> str:
        """How the answer can come to differ: `condition` where it must be declared as it is.

        What an authority decides is declared as it is too, but can come to differ.
        """
        return "condition" if self.declare_as_is and self.changeable != "authority" else self.changeable

    def told(self, answer: Answer) -> Say:
        """An answer in words."""
        if isinstance(answer, bool):
            return YES_NO[answer]
        if isinstance(answer, frozenset):
            chosen = [label for id, label in self.choices.items() if id in answer]
            return listed(chosen) if chosen else NONE
        if isinstance(answer, str):
            return self.choices[answer]
        return self.amount(answer)

    def amount(self, value: Decimal | int | date) -> Say:
        """A number or a date in words, money with its unit."""
        if isinstance(value, date):
            return {"zh": value.isoformat(), "en": value.isoformat()}
        if self.unit == "CNY":
            return {"zh": f"{value:.2f}元", "en": f"RMB {value:,.2f}"}
        return {"zh": str(value), "en": str(value)}


def listed(items: list[Say], between: Say = BETWEEN, last: Say | None = None) -> Say:
    """Several things in one breath, `甲、乙`, `a; b`, the last one joined by `last` when given; empty for none."""
    if len(items) < 2 or last is None:
        return {lang: between[lang].join(item[lang] for item in items) for lang in between}
    head = listed(items[:-1], between)
    return {lang: head[lang] + last[lang] + items[-1][lang] for lang in between}


def from_json(items: list[dict[str, Any]]) -> dict[str, Fact]:
    """The facts as `compile_rules` wrote them, by id, in the order in which they are shown."""
    return {
        item["id"]: Fact(
            id=item["id"],
            group=item["group"],
            type=item["type"],
            changeable=item["changeable"],
            declare_as_is=item["declare_as_is"],
            label=item["label"],
            help=item["help"],
            unit=item["unit"],
            choices={choice["id"]: choice["label"] for choice in item["choices"]},
            low=item["min"],
            high=item["max"],
            why=tuple(item["why"]),
        )
        for item in items
    }
