"""Money that stops running when goods or a ship leave sooner: storage, detention, berth time, the late-declaration fee.

A cost never falls with a longer stay, and everything else enters by a product or a sum, so the ends
of a range give the ends of the result.
"""

from __future__ import annotations

from decimal import Decimal

from measures_py.deadlines.declaration import charged
from measures_py.savings import tariff
from measures_py.savings.figures import NOTHING, Figures

CLOCKS = ("storage", "detention")
EXTRA = ("drayage", "unpacking")


def storage(case: Figures) -> None:
    """L2: terminal storage to gate-out and carrier detention to empty return, less what leaving early costs.

    Two clocks: each has its own days, free days and tariff, and counts only when all of its own are known.
    """
    saved = sum((_clock(case, name) for name in CLOCKS), NOTHING)
    costs = NOTHING
    if case.has("own_store_rate", "own_store_days"):
        costs += case.line("own_store", case["boxes"] * case["own_store_days"] * case["own_store_rate"])
        case.bar("own_store", NOTHING, case.lines["own_store"])
    for name in EXTRA:
        if case.has(name):
            costs += case[name]
            case.bar(name, NOTHING, case[name])
    case.line("permanent", saved - costs)


def _clock(case: Figures, name: str) -> Decimal:
    """What one clock costs less; nothing, and no line, while a part of it is unknown."""
    days = (f"{name}_before", f"{name}_after")
    if not case.has(*days, f"{name}_tiers"):
        return NOTHING
    tiers = case.tiers(f"{name}_tiers")
    costs = []
    for stay in days:
        case.step(f"{stay}_steps", tariff.worked(tiers, case[stay]))
        costs.append(case.line(f"{stay}_cost", case["boxes"] * tariff.cost(tiers, case[stay])))
    before, after = costs
    case.bar(name, before, after)
    return case.line(name, before - after)


def berth(case: Figures) -> None:
    """L7h: hours at anchor or berth no longer waited for, at the reader's own rate."""
    saved = case.line("waiting", case["hours"] * case["hour_rate"])
    if case.has("port_dues"):
        case.bar("port_dues", case["port_dues"], NOTHING)
    case.bar("waiting", saved, NOTHING)
    case.line("permanent", saved + case.or_nothing("port_dues"))


def late_declaration(case: Figures) -> None:
    """L7g: the fee for declaring late, which the date rule R15 works out, no longer incurred."""
    case.constant("fee_rate")
    case.constant("fee_threshold")
    fee = charged(case["value"], int(case["days"]))
    case.bar("fee", fee, NOTHING)
    case.line("permanent", fee)
