"""Working out a case whose inputs may be ranges: the formula at every corner of what was given.

Each formula rises or falls steadily with each input while the others stand still (each module says
why), so its lowest and highest figures over all that the ranges hold are found at corners, where
every input is at one of its ends. Inputs that stand in a formula twice are one figure at each
corner, so nothing is widened. Rounding never turns an order round, so it keeps what holds.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from itertools import product
from typing import NamedTuple

from measures_py.money import EXACT, Range
from measures_py.savings.figures import NOTHING, Figures, Point
from measures_py.savings.lever import Lever
from measures_py.savings.request import Answer, Given

type Formula = Callable[[Figures], None]


class Worked(NamedTuple):
    """What came out: the lines of the working in order, components without and with, and what moves it most.

    `answers` are those that went in, `assumed` the ones among them that are our assumption.
    """

    lever: Lever
    answers: dict[str, Answer]
    assumed: tuple[str, ...]
    lines: dict[str, Range]
    steps: dict[str, str]
    bars: dict[str, tuple[Range, Range]]
    total: tuple[Range, Range]
    used: tuple[str, ...]
    sensitive_to: str | None

    @property
    def results(self) -> dict[str, Range]:
        """What was found, by the name of the result."""
        return {name: self.lines[name] for name in self.lever.results if name in self.lines}


def work(given: Given, formula: Formula) -> Worked:
    """The outcome of a lever for a case."""
    answers, assumed = _completed(given)
    open_ = [name for name, value in answers.items() if isinstance(value, Range) and value.width]
    with localcontext(EXACT):
        corners = [_at(given.lever, answers, dict(zip(open_, ends, strict=True))) for ends in _ends(len(open_))]
        for figures in corners:
            formula(figures)
        total = _total(corners)
    first = corners[0]
    return Worked(
        lever=given.lever,
        answers=answers,
        assumed=assumed,
        lines={id: Range.around(figures.lines[id] for figures in corners) for id in first.lines},
        steps={name: _between(first.steps[name], corners[-1].steps[name]) for name in first.steps},
        bars={
            id: (Range.around(f.bars[id][0] for f in corners), Range.around(f.bars[id][1] for f in corners))
            for id in first.bars
        },
        total=total,
        used=tuple(first.used),
        sensitive_to=_moves_most(open_, [figures.lines[given.lever.main] for figures in corners]),
    )


def _total(corners: list[Figures]) -> tuple[Range, Range]:
    """All components together, without the measure and with it."""
    sums = [[sum(ends, NOTHING) for ends in zip(*figures.bars.values(), strict=True)] for figures in corners]
    return Range.around(pair[0] for pair in sums), Range.around(pair[1] for pair in sums)


def _completed(given: Given) -> tuple[dict[str, Answer], tuple[str, ...]]:
    """The answers with what is taken, as an assumption, for some that are unknown."""
    found, assumed = dict(given.answers), []
    for entry in given.lever.inputs:
        if entry.name in found or not entry.otherwise:
            continue
        low, dots, high = entry.otherwise.partition("..")
        found[entry.name] = Range(Decimal(low), Decimal(high)) if dots else entry.otherwise
        assumed.append(entry.name)
    return found, tuple(assumed)


def _ends(number: int) -> list[tuple[bool, ...]]:
    """Every way to take the low or the high end of so many ranges; all low first, all high last."""
    return list(product((False, True), repeat=number))


def _at(lever: Lever, answers: dict[str, Answer], high: dict[str, bool]) -> Figures:
    def point(name: str, value: Answer) -> Point:
        if isinstance(value, Range):
            return value.high if high.get(name) else value.low
        return value

    return Figures(lever, {name: point(name, value) for name, value in answers.items()})


def _between(low: str, high: str) -> str:
    return low if low == high else f"[{low} … {high}]"


def _moves_most(names: list[str], mains: list[Decimal]) -> str | None:
    """The input whose own range can change the main result most, whatever the others are within theirs.

    None when there is no range, when none changes anything, and when two change it equally.
    """
    swings: list[tuple[Decimal, str]] = []
    for place, name in enumerate(names):
        bit = 1 << (len(names) - 1 - place)  # `product` turns the last name fastest
        pairs = ((mains[at], mains[at | bit]) for at in range(len(mains)) if not at & bit)
        swings.append((max(EXACT.abs(EXACT.subtract(high, low)) for low, high in pairs), name))
    swings.sort(key=lambda swing: swing[0], reverse=True)
    if not swings or not swings[0][0] or (len(swings) > 1 and swings[0][0] == swings[1][0]):
        return None
    return swings[0][1]
