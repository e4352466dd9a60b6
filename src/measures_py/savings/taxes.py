"""Duty, consumption tax and VAT at import: freight kept out of the value, preference, late relief, returned goods.

The law: VAT is due on value + duty + consumption tax (VAT Law art. 14), consumption tax on
(value + duty) ÷ (1 − its rate) (Provisional Regulations art. 9). Each tax is worked out from what was
given, not from another tax already rounded, and rounded once, half-up to the fen.

Every figure here rises or falls steadily with each input while the others stand still, so the ends
of a range give the ends of the result.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from measures_py.savings.figures import NOTHING, ONE, Figures


class Base(NamedTuple):
    """A duty, and what the two other taxes are worked out on: the value with the duty."""

    duty: Decimal
    taxed: Decimal

    def minus(self, other: Base) -> Base:
        """What this one has more."""
        return Base(self.duty - other.duty, self.taxed - other.taxed)


UNTAXED = Base(NOTHING, NOTHING)


def freight(case: Figures) -> None:
    """L1: the taxes on freight for the leg inside China, and on the insurance deemed from it, no longer due."""
    value = case["freight"]
    if case.choice("insurance_deemed") is True:
        value *= ONE + case.constant("deemed_insurance")
    case.line("value", value)
    _three(case, _dutiable(value, case["duty_rate"]), UNTAXED)


def preference(case: Figures) -> None:
    """L7c: the duty between the rate now paid and the preferential one, with the taxes that contain it.

    A preferential rate above the present one gives a cost.
    """
    value = case["value"]
    _three(case, _dutiable(value, case["rate_before"]), _dutiable(value, case["rate_after"]))


def returned_goods(case: Figures) -> None:
    """L7e: the import taxes on goods that come back, less the export rebate that is repaid first."""
    _three(case, _dutiable(case["value"], case["duty_rate"]), UNTAXED, case.or_nothing("rebate"))
    if case.has("rebate"):
        case.bar("rebate", NOTHING, case["rebate"])


def late_relief(case: Figures) -> None:
    """L6: tax paid at import and refunded later, and what the wait costs, less the bank interest on the refund.

    Relief from duty alone also lowers the two taxes whose bases contain the duty.
    """
    value = case["value"]
    before = _dutiable(value, case["duty_rate"])
    after = UNTAXED if case.choice("relief") == "all" else Base(NOTHING, value)
    refund = _taxes(case, before, after)
    if case.has("capital_rate", "days"):
        _waiting(case, refund, before.duty)


def _dutiable(value: Decimal, rate: Decimal) -> Base:
    duty = value * rate
    return Base(duty, value + duty)


def _three(case: Figures, before: Base, after: Base, repaid: Decimal = NOTHING) -> None:
    """The taxes, and the worth of paying later what is credited later anyway."""
    _taxes(case, before, after, repaid)
    later = case.line("later", case.lines["vat"] * case["vat_credited"])
    if case.has("capital_rate", "credit_days"):
        case.line("float", later * case["capital_rate"] * case["credit_days"] / case.year)


def _taxes(case: Figures, before: Base, after: Base, repaid: Decimal = NOTHING) -> Decimal:
    """Each tax on its own, their sum at the border, and the part that is for good; the sum before rounding."""
    rest = ONE - case.or_nothing("consumption_rate")
    saved = before.minus(after)
    case.line("duty", saved.duty)
    case.bar("duty", before.duty, after.duty)
    for name in ("consumption", "vat"):
        if case.has(f"{name}_rate"):
            rate = case[f"{name}_rate"]
            case.line(name, saved.taxed * rate / rest)
            case.bar(name, before.taxed * rate / rest, after.taxed * rate / rest)
    vat, others = case.lines["vat"], case.lines["duty"] + case.lines.get("consumption", NOTHING)
    case.line("border", others + vat)
    case.line("permanent", others + vat * (ONE - case["vat_credited"]) - repaid)
    return saved.duty + saved.taxed * (case.or_nothing("consumption_rate") + case["vat_rate"]) / rest


def _waiting(case: Figures, refund: Decimal, duty: Decimal) -> None:
    """The cost of money while the refund is awaited; Customs adds demand-deposit interest to a refund of duty."""
    year = case.year
    cost = refund * case["capital_rate"] * case["days"]
    case.line("waiting", cost / year)
    case.bar("waiting", NOTHING, cost / year)
    net = -cost / year
    if case.has("deposit_rate"):
        bank = case.constant("deposit_year")
        earning = refund if case.choice("interest_on_all") is True else duty
        interest = earning * case["deposit_rate"] * case["days"]
        case.line("interest", interest / bank)
        net = (interest * year - cost * bank) / (year * bank)
    case.line("float", net)
