"""One case of a date rule: its checked answers, today, the calendar, and the rule's own words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from measures_py.deadlines.result import Mark
from measures_py.deadlines.wording import Value, filled
from measures_py.store import Rule, Say, Store
from measures_py.workdays import Calendar, Day

type Answer = date | Decimal | int | bool | str


class Case(NamedTuple):
    """A rule with the answers to what it asks; an answer that is absent is unknown, never no or zero."""

    rule: Rule
    store: Store
    answers: dict[str, Answer]
    today: date

    @property
    def calendar(self) -> Calendar:
        """The published working days."""
        return self.store.calendar

    def has(self, name: str) -> bool:
        """Whether that input was answered."""
        return name in self.answers

    def day(self, name: str) -> date:
        """The answer to a date input; KeyError when it is unknown."""
        return self._typed(name, date)

    def number(self, name: str) -> int:
        """The answer to an integer input; KeyError when it is unknown."""
        return self._typed(name, int)

    def money(self, name: str) -> Decimal:
        """The answer to a money input, in yuan; KeyError when it is unknown."""
        return self._typed(name, Decimal)

    def judged(self, name: str) -> date:
        """The day of the act if it was given, else today."""
        return self.day(name) if self.has(name) else self.today

    def says(self, name: str, answer: Answer) -> bool:
        """Whether that input was answered so; an unknown answer is neither."""
        return self.has(name) and self.answers[name] == answer

    def say(self, key: str, **values: Value) -> Say:
        """A text of the rule's file, or a shared one, with its places filled."""
        own = self.rule.texts.get(key)
        return filled(own if own is not None else self.store.words[key], **values)

    def head(self, key: str, **values: Value) -> Say:
        """A headline: it leads with one date, so of a bounded safe day it gives the earliest."""
        safe = values.get("safe")
        return self.say(key, **values | {"safe": safe.earliest}) if isinstance(safe, Day) else self.say(key, **values)

    def mark(self, name: str, kind: str = "event") -> tuple[Mark, ...]:
        """A date input as a mark on the timeline; none while it is unknown."""
        label = next(entry.label for entry in self.rule.inputs if entry.name == name)
        return (Mark(Day.exact(self.day(name)), kind, label),) if self.has(name) else ()

    def _typed[T](self, name: str, kind: type[T]) -> T:
        answer = self.answers[name]
        if not isinstance(answer, kind):
            raise TypeError(f"{name} is not a {kind.__name__}")
        return answer
