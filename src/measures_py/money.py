"""Decimal amounts as people type and print them, and ranges of them.

No number here is ever a float. Arithmetic runs in `EXACT`, 60 digits, far more than any product of
what a request may hold; a figure is rounded once, half away from zero, when it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
FEN = Decimal("0.01")
TEN_THOUSAND = Decimal(10_000)

# What a Chinese keyboard gives in place of ASCII. The ideographic comma 、 separates words, never digits.
_NARROW = str.maketrans("０１２３４５６７８９．，－％　", "0123456789.,-% ")
# Compiled when a number is first read: a reader who counts days must not wait for it.
_PLAIN = r"\d{1,18}(?:\.\d{1,12})?"
_GROUPED = r"\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d{1,12})?"


class Range(NamedTuple):
    """Everything from `low` to `high`, both included; one value when they are equal."""

    low: Decimal
    high: Decimal

    @classmethod
    def exact(cls, value: Decimal) -> Range:
        """The one value."""
        return cls(value, value)

    @classmethod
    def around(cls, values: Iterable[Decimal]) -> Range:
        """The smallest range that holds all of them."""
        found = tuple(values)
        return cls(min(found), max(found))

    @property
    def width(self) -> Decimal:
        """How far the ends are apart."""
        return EXACT.subtract(self.high, self.low)

    def plus(self, other: Range) -> Range:
        """The range of a sum of two figures that do not depend on each other."""
        return Range(EXACT.add(self.low, other.low), EXACT.add(self.high, other.high))

    def minus(self, other: Range) -> Range:
        """The range of a difference of two figures that do not depend on each other."""
        return Range(EXACT.subtract(self.low, other.high), EXACT.subtract(self.high, other.low))

    def times(self, number: int) -> Range:
        """The range of that many times the figure; `number` is not negative."""
        return Range(EXACT.multiply(self.low, Decimal(number)), EXACT.multiply(self.high, Decimal(number)))


def typed(text: str, *, percent: bool = False) -> Decimal | None:
    """The number that a reader typed; None where it is none or could mean two things.

    Full-width digits are read, and so are separators of thousands (a comma or a space, all alike and
    in threes) and a closing 万; a closing % only where a percentage is asked for. `1,5` is refused:
    it could be a fraction.
    """
    plain = text.translate(_NARROW).strip(" ")
    if percent:
        plain = plain.removesuffix("%").rstrip(" ")
    scale = TEN_THOUSAND if plain.endswith("万") and not percent else Decimal(1)
    plain = plain.removesuffix("万").rstrip(" ") if scale != 1 else plain
    if re.fullmatch(_GROUPED, plain, re.ASCII):
        plain = plain.replace(",", "").replace(" ", "")
    return EXACT.multiply(Decimal(plain), scale) if re.fullmatch(_PLAIN, plain, re.ASCII) else None


def places(value: Decimal) -> int:
    """How many decimals a number needs."""
    exponent = EXACT.normalize(value).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def fen(value: Decimal) -> Decimal:
    """An amount rounded half-up to 0.01 yuan; a zero has no sign."""
    return EXACT.add(value.quantize(FEN, context=EXACT), Decimal(0))


def plain(value: Decimal) -> str:
    """A number without an exponent and without zeros that say nothing: `1600`, `0.05`."""
    text = f"{EXACT.normalize(value):f}"
    return "0" if text in ("-0", "0") else text


def amount(value: Decimal) -> str:
    """An amount as it is printed: `1,600.00`, `−12.50` with a true minus sign."""
    rounded = fen(value)
    return f"−{EXACT.minus(rounded):,.2f}" if rounded < 0 else f"{rounded:,.2f}"
