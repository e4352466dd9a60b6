"""A savings lever without its arithmetic: what it asks, shows, cites, assumes and says."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from measures_py.store import Cite, Input, Say, Store, cite_from, input_from

# What a lever can find, in the order in which it is shown. Names are public: add, never rename.
RESULTS = ("permanent", "border", "later", "float")


class Asked(NamedTuple):
    """An input with what only amounts need.

    `ranged` tells whether a low and a high may be given, `at_most` names an earlier input that this
    one cannot exceed, `free` the one with the free days of this tariff, `calls_for` those without
    which it means nothing. `otherwise` is what is taken while it is unknown, as an assumption of
    ours: a choice, or everything that it could be, as `low..high`.
    """

    input: Input
    ranged: bool
    at_most: str
    free: str
    calls_for: tuple[str, ...]
    otherwise: str

    @property
    def name(self) -> str:
        """What a request calls it."""
        return self.input.name


class Constant(NamedTuple):
    """A figure that is not the reader's: from the notice, from a law, or ours.

    Of a law, `since` is when it came into force, `verified` the day on which it was checked, and `how`.
    """

    name: str
    value: Decimal
    unit: str
    label: Say
    kind: str
    cite: Cite | None
    since: str
    verified: str
    how: str
    why: Say | None


class Line(NamedTuple):
    """One line of the working; `numbers` has a place for each figure that goes into it.

    In `formula` and `numbers`, `[name? ...]` stands only where that figure is known, and `[name=answer? ...]` or
    `[name!=answer? ...]` only where that question is, or is not, answered so.
    """

    id: str
    label: Say
    formula: Say
    numbers: str
    unit: str
    cites: tuple[str, ...]


class Exclusion(NamedTuple):
    """Another lever that counts the same yuan, and why.

    With `unless`, the two may stand together while that input of this lever and that of the other are one figure.
    """

    lever: str
    why: Say
    unless: tuple[str, str] | None


class Lever(NamedTuple):
    """A lever as the engine reads it; `main` is the result that matters, `per` what one case covers."""

    id: str
    ref: str
    measures: tuple[str, ...]
    per: str
    main: str
    title: Say
    formula: Say
    inputs: tuple[Asked, ...]
    needs: tuple[str, ...]
    constants: dict[str, Constant]
    lines: dict[str, Line]
    cites: tuple[Cite, ...]
    assumptions: tuple[Say, ...]
    caveats: tuple[Say, ...]
    excludes: tuple[Exclusion, ...]
    texts: dict[str, Say]
    example: dict[str, Any]

    @property
    def results(self) -> tuple[str, ...]:
        """What it can find: the lines of the working that bear the name of a result."""
        return tuple(name for name in RESULTS if name in self.lines)

    def asked(self, name: str) -> Asked:
        """The input of that name; KeyError when there is none."""
        for entry in self.inputs:
            if entry.name == name:
                return entry
        raise KeyError(name)


class Levers(NamedTuple):
    """Every lever by its id, the sentence for each measure that has none, and the shared words."""

    levers: dict[str, Lever]
    explained: dict[str, Say]
    words: dict[str, Say]


@cache
def levers(known: Store) -> Levers:
    """The levers of a store, read once."""
    data = known.savings
    return Levers({item["id"]: _lever(item, known.quotes) for item in data["levers"]}, data["explained"], data["words"])


def _lever(item: dict[str, Any], quotes: dict[str, dict[str, str]]) -> Lever:
    return Lever(
        id=item["id"],
        ref=item["ref"],
        measures=tuple(item["measures"]),
        per=item["per"],
        main=item["main"],
        title=item["title"],
        formula=item["formula"],
        inputs=tuple(
            Asked(
                input_from(entry),
                entry["ranged"],
                entry["at_most"],
                entry["free"],
                tuple(entry["calls_for"]),
                entry["otherwise"],
            )
            for entry in item["inputs"]
        ),
        needs=tuple(item["needs"]),
        constants={entry["name"]: _constant(entry, quotes) for entry in item["constants"]},
        lines={entry["id"]: _line(entry) for entry in item["lines"]},
        cites=tuple(cite_from(entry, quotes[entry["id"]]) for entry in item["cites"]),
        assumptions=tuple(item["assumptions"]),
        caveats=tuple(item["caveats"]),
        excludes=tuple(_exclusion(entry) for entry in item["excludes"]),
        texts=item["texts"],
        example=item["example"],
    )


def _constant(item: dict[str, Any], quotes: dict[str, dict[str, str]]) -> Constant:
    cite = item["cite"]
    return Constant(
        item["name"],
        Decimal(item["value"]),
        item["unit"],
        item["label"],
        item["from"],
        cite_from(cite, quotes[cite["id"]]) if cite else None,
        item["since"],
        item["verified"],
        item["how"],
        item["why"],
    )


def _line(item: dict[str, Any]) -> Line:
    return Line(item["id"], item["label"], item["formula"], item["numbers"], item["unit"], tuple(item["cites"]))


def _exclusion(item: dict[str, Any]) -> Exclusion:
    unless = item["unless"]
    return Exclusion(item["lever"], item["why"], (unless["own"], unless["other"]) if unless else None)
