"""Tests, checks, reports, trips and filings that are no longer needed: a number of times, and what each costs.

Every formula is a product in which each input stands once, or a count that rises with it, so the
ends of a range give the ends of the result.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from measures_py.savings.figures import NOTHING, ONE, Figures


def avoided(case: Figures) -> None:
    """L3: tests and visits at `needed` occasions, no longer at all but `still`, less the paper check in their place."""
    times = case.line("times", case["needed"] - case["still"])
    each = NOTHING
    for name in ("test", "visit"):
        if case.has(f"{name}_cost"):
            cost = case[f"{name}_cost"]
            each += cost
            case.bar(name, case["needed"] * cost, case["still"] * cost)
    if case.has("paper_cost"):
        each -= case["paper_cost"]
        case.bar("paper", NOTHING, times * case["paper_cost"])
    case.line("each", each)
    case.line("permanent", times * each)


def reports(case: Figures) -> None:
    """L4: test reports over months of continuous export, each valid for a year and no longer for half of one.

    Reports are whole: the number is rounded up, so half the cost is not the rule. As the longer term is
    twice the shorter, the number avoided never falls as the months grow.
    """
    months = case["months"]
    short, long = (case.constant(name) for name in ("months_before", "months_after"))
    before = case.line("reports_before", _up(months, short))
    after = case.line("reports_after", _up(months, long))
    each = case["packagings"] * case["report_cost"]
    case.bar("reports", before * each, after * each)
    case.line("permanent", (before - after) * each)


def _up(months: Decimal, term: Decimal) -> Decimal:
    return (months / term).to_integral_value(ROUND_CEILING)


def checks(case: Figures) -> None:
    """L7a: checks in a year, less the share that remains; a share above all of them gives a cost."""
    now = case["consignments"] * case["check_rate"] * case["check_cost"]
    case.line("checks_now", now)
    case.bar("checks", now, now * case["remaining"])
    case.line("permanent", now * (ONE - case["remaining"]))


def trips(case: Figures) -> None:
    """L7b: truck trips through the zone's checkpoint that are no longer made."""
    cost = case["trips"] * case["trip_cost"]
    case.bar("trips", cost, NOTHING)
    case.line("permanent", cost)


def filings(case: Figures) -> None:
    """L7f: filings or paper trips before, less those that remain."""
    before, after = case["before"], case["after"]
    case.bar("filings", before * case["filing_cost"], after * case["filing_cost"])
    case.line("permanent", (before - after) * case["filing_cost"])
