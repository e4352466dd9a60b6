"""The price of money: guarantees, refunds that come sooner, late charges that are not paid.

Every formula is a product in which each input stands once, but for a difference of two rates on the
same amount and days; each rises or falls steadily with every input.
"""

from __future__ import annotations

from measures_py.savings.figures import NOTHING, Figures


def guarantee(case: Figures) -> None:
    """L5a: money lying with Customs as security, and an instrument of a bank or insurer in its place."""
    base = case["amount"] * case["days"]
    year = case.year
    fee = case.or_nothing("fee")
    cash, premium = base * case["capital_rate"], base * case["premium_rate"]
    case.line("cash", cash / year)
    case.line("instrument", premium / year + fee)
    case.bar("cash", cash / year, NOTHING)
    case.bar("instrument", NOTHING, premium / year + fee)
    case.line("permanent", (cash - premium) / year - fee)


def refund(case: Figures) -> None:
    """L5b: the cost of money for the days by which a refund comes sooner."""
    cost = case["amount"] * case["capital_rate"] * case["days"] / case.year
    case.bar("waiting", cost, NOTHING)
    case.line("float", cost)


def late_charge(case: Figures) -> None:
    """L7d: the share of the late charge on tax short-paid that is waived, and a fine not imposed."""
    full = case["tax"] * case.constant("charge_rate") * case["days"]
    case.line("charge", full)
    waived = case.line("waived", full * case["waived_share"])
    case.bar("charge", full, full - waived)
    if case.has("fine"):
        case.bar("fine", case["fine"], NOTHING)
    case.line("permanent", waived + case.or_nothing("fine"))
