"""One point of a case: every input a single figure, and what a lever works out from them, line by line."""

from __future__ import annotations

from decimal import Decimal

from measures_py.money import EXACT, fen
from measures_py.savings.lever import Lever
from measures_py.savings.tariff import Tiers

ONE = Decimal(1)
NOTHING = Decimal(0)
_PARTS = {"%": Decimal(100), "‰": Decimal(1000)}

type Point = Decimal | str | bool | Tiers


class Figures:
    """The ledger of one point.

    `lines` maps each line of the working to its figure, amounts rounded to the fen; `bars` each component to its
    cost without and with the measure; `used` names the constants that went in.
    """

    def __init__(self, lever: Lever, answers: dict[str, Point]) -> None:
        self.lever = lever
        self.answers = answers
        self.lines: dict[str, Decimal] = {}
        self.steps: dict[str, str] = {}
        self.bars: dict[str, tuple[Decimal, Decimal]] = {}
        self.used: dict[str, None] = {}

    def has(self, *names: str) -> bool:
        """Whether all those inputs are known."""
        return all(name in self.answers for name in names)

    def __getitem__(self, name: str) -> Decimal:
        """An input as a number, a rate as a fraction of 1; KeyError when it is unknown."""
        value = self.answers[name]
        if not isinstance(value, Decimal):
            raise TypeError(f"{name} is not a number")
        return EXACT.divide(value, _PARTS.get(self.lever.asked(name).input.unit, ONE))

    def or_nothing(self, name: str) -> Decimal:
        """An input that adds a component, or nothing where that component is left out."""
        return self[name] if self.has(name) else NOTHING

    def choice(self, name: str) -> Point | None:
        """The answer to a question with choices; None when it is unknown."""
        return self.answers.get(name)

    def tiers(self, name: str) -> Tiers:
        """A tariff; KeyError when it is unknown."""
        value = self.answers[name]
        if not isinstance(value, tuple):
            raise TypeError(f"{name} is not a tariff")
        return value

    def constant(self, name: str) -> Decimal:
        """A figure of the notice, a law or ours, a rate as a fraction of 1."""
        self.used[name] = None
        found = self.lever.constants[name]
        return EXACT.divide(found.value, _PARTS.get(found.unit, ONE))

    @property
    def year(self) -> Decimal:
        """The days of a year by which interest is worked out."""
        return Decimal(str(self.answers["day_base"]))

    def line(self, id: str, value: Decimal) -> Decimal:
        """Write down a line of the working; the figure itself, not rounded."""
        self.lines[id] = fen(value) if self.lever.lines[id].unit == "CNY" else value
        return value

    def step(self, name: str, text: str) -> None:
        """Note how a figure that is no single product came about, for the numbers of a line."""
        self.steps[name] = text

    def bar(self, id: str, without: Decimal, with_: Decimal) -> None:
        """A component of the cost, without the measure and with it."""
        self.bars[id] = (fen(without), fen(with_))
