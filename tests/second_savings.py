"""A second way to work out every savings lever, in fractions and by counting, to judge the first by.

Nothing of the engine is used. Taxes are two whole declarations and their difference; storage is paid
day by day; reports are made one after the other. Amounts are rounded as the pages say: half away from
zero, to the fen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import floor
from typing import Any

type Numbers = dict[str, Any]
type Found = dict[str, Fraction]

YEAR = 365
# The rest of the consignment, whatever it is: the difference of two declarations does not depend on it.
REST = Fraction(1_234_567)


def fen(value: Fraction) -> Fraction:
    """The amount to the fen, half away from zero."""
    cents = floor(abs(value) * 100 + Fraction(1, 2))
    return Fraction(cents if value >= 0 else -cents, 100)


def declaration(value: Fraction, duty: Fraction, consumption: Fraction, vat: Fraction) -> tuple[Fraction, ...]:
    """Duty, consumption tax and VAT of a whole declaration, step by step as the law has them, not rounded."""
    own_duty = value * duty
    composed = (value + own_duty) / (1 - consumption)
    own_consumption = composed * consumption
    return own_duty, own_consumption, (value + own_duty + own_consumption) * vat


def _rate(given: Numbers, name: str, otherwise: int = 0) -> Fraction:
    return Fraction(given.get(name, otherwise)) / 100


def _taxes(given: Numbers, before: tuple[Fraction, ...], after: tuple[Fraction, ...], repaid: Fraction) -> Found:
    duty, consumption, vat = (fen(one - two) for one, two in zip(before, after, strict=True))
    share = _rate(given, "vat_credited")
    found = {
        "border": duty + consumption + vat,
        "permanent": fen(duty + consumption + vat * (1 - share) - repaid),
        "later": fen(vat * share),
    }
    if "capital_rate" in given and "credit_days" in given:
        interest = vat * share * _rate(given, "capital_rate") * given["credit_days"]
        found["float"] = fen(interest / int(given.get("day_base", YEAR)))
    return found


def _rates(given: Numbers, duty: str = "duty_rate") -> tuple[Fraction, Fraction, Fraction]:
    return _rate(given, duty), _rate(given, "consumption_rate"), _rate(given, "vat_rate")


def freight(given: Numbers) -> Found:
    """Two declarations, one with the freight inside China in its value and one without."""
    more = given["freight"] * (Fraction(1003, 1000) if given.get("insurance_deemed") else 1)
    rates = _rates(given)
    return _taxes(given, declaration(REST + more, *rates), declaration(REST, *rates), Fraction(0))


def preference(given: Numbers) -> Found:
    """Two declarations of the same goods at two rates of duty."""
    before, after = (declaration(given["value"], *_rates(given, which)) for which in ("rate_before", "rate_after"))
    return _taxes(given, before, after, Fraction(0))


def returned(given: Numbers) -> Found:
    """One declaration, against none."""
    none = (Fraction(0), Fraction(0), Fraction(0))
    return _taxes(given, declaration(given["value"], *_rates(given)), none, Fraction(given.get("rebate", 0)))


def relief(given: Numbers) -> Found:
    """What was paid, against what the relief leaves to pay; then what waiting costs."""
    paid = declaration(given["value"], *_rates(given))
    left = (
        (Fraction(0),) * 3 if given["relief"] == "all" else declaration(given["value"], Fraction(0), *_rates(given)[1:])
    )
    found = _taxes({**given, "credit_days": 0}, paid, left, Fraction(0))
    del found["later"]
    found.pop("float", None)
    if "capital_rate" in given and "days" in given:
        refund = sum(paid, Fraction(0)) - sum(left, Fraction(0))
        cost = refund * _rate(given, "capital_rate") * given["days"] / int(given.get("day_base", YEAR))
        bearing = refund if given.get("interest_on_all") else paid[0]
        interest = bearing * _rate(given, "deposit_rate") * given["days"] / 360
        found["float"] = fen(interest - cost)
    return found


def _stay(tiers: list[tuple[int, Fraction]], days: Fraction) -> Fraction:
    """What one box pays, day by day."""
    paid = Fraction(0)
    for day in range(1, int(days) + 1):
        reached = [rate for start, rate in tiers if start <= day]
        paid += reached[-1] if reached else 0
    return paid


def storage(given: Numbers) -> Found:
    """Each clock for each stay, box by box."""
    saved = Fraction(0)
    for clock in ("storage", "detention"):
        if f"{clock}_tiers" in given:
            tiers = given[f"{clock}_tiers"]
            saved += _stay(tiers, given[f"{clock}_before"]) - _stay(tiers, given[f"{clock}_after"])
    own = given.get("own_store_rate", 0) * given.get("own_store_days", 0)
    extra = given.get("drayage", 0) + given.get("unpacking", 0)
    return {"permanent": fen(sum((saved - own for _ in range(int(given["boxes"]))), Fraction(0)) - extra)}


def avoided(given: Numbers) -> Found:
    """All that is spent before, less all that is spent afterwards."""
    each = given.get("test_cost", 0) + given.get("visit_cost", 0)
    papers = (given["needed"] - given["still"]) * given.get("paper_cost", 0)
    return {"permanent": fen(given["needed"] * each - given["still"] * each - papers)}


def reports(given: Numbers) -> Found:
    """Reports made one after the other until the months are covered."""

    def made(term: int) -> int:
        covered = count = 0
        while covered < given["months"]:
            covered, count = covered + term, count + 1
        return count

    return {"permanent": fen((made(6) - made(12)) * given["packagings"] * given["report_cost"])}


def guarantee(given: Numbers) -> Found:
    """What each day costs either way."""
    a_day = given["amount"] / int(given.get("day_base", YEAR))
    cash, premium = (a_day * _rate(given, name) * given["days"] for name in ("capital_rate", "premium_rate"))
    return {"permanent": fen(cash - premium - given.get("fee", 0))}


def refund(given: Numbers) -> Found:
    """What each day costs."""
    a_day = given["amount"] * _rate(given, "capital_rate") / int(given.get("day_base", YEAR))
    return {"float": fen(a_day * given["days"])}


def checks(given: Numbers) -> Found:
    """The checks of a year now, less those that remain."""
    number = given["consignments"] * _rate(given, "check_rate")
    return {"permanent": fen((number - number * _rate(given, "remaining")) * given["check_cost"])}


def late_charge(given: Numbers) -> Found:
    """Half a thousandth a day of the tax, the share waived, and the fine."""
    charge = given["tax"] * Fraction(5, 10_000) * given["days"]
    return {"permanent": fen(charge * _rate(given, "waived_share") + given.get("fine", 0))}


def late_declaration(given: Numbers) -> Found:
    """Whole yuan, from fifty on."""
    yuan = floor(given["value"] * given["days"] / 2000)
    return {"permanent": Fraction(yuan if yuan >= 50 else 0)}


METHODS: dict[str, Callable[[Numbers], Found]] = {
    "domestic-freight": freight,
    "port-storage": storage,
    "tests-and-visits": avoided,
    "test-report-validity": reports,
    "guarantee-cost": guarantee,
    "refund-sooner": refund,
    "late-duty-relief": relief,
    "fewer-checks": checks,
    "gate-trips": lambda given: {"permanent": fen(given["trips"] * given["trip_cost"])},
    "preferential-rate": preference,
    "late-charge-waived": late_charge,
    "returned-goods": returned,
    "filings-saved": lambda given: {"permanent": fen((given["before"] - given["after"]) * given["filing_cost"])},
    "late-declaration-fee-avoided": late_declaration,
    "berth-time": lambda given: {"permanent": fen(given["hours"] * given["hour_rate"] + given.get("port_dues", 0))},
}


def found(lever: str, inputs: dict[str, Any]) -> Found:
    """The results of a case without ranges; `inputs` as a request has them, in plain figures."""
    return METHODS[lever]({name: _number(name, value) for name, value in inputs.items() if value is not None})


def spread(lever: str, inputs: dict[str, Any]) -> dict[str, tuple[Fraction, Fraction]]:
    """The lowest and highest of each result over points of every range: its ends and what lies between.

    A share of VAT that is credited and unknown is a range from 0 to 100.
    """
    if "vat_rate" in inputs and inputs.get("vat_credited") is None:
        inputs = {**inputs, "vat_credited": {"low": "0", "high": "100"}}
    names = list(inputs)
    points = [found(lever, dict(zip(names, values, strict=True))) for values in product(*map(_points, inputs.values()))]
    return {name: (min(p[name] for p in points), max(p[name] for p in points)) for name in points[0]}


def _number(name: str, value: Any) -> Any:
    if name.endswith("_tiers"):
        return [(int(tier["from_day"]), Fraction(tier["rate"])) for tier in value]
    return value if isinstance(value, bool) or value in ("all", "duty") else Fraction(value)


def _points(value: Any) -> Iterator[Any]:
    """The ends of a range and some whole or round figures between; any other value as it is."""
    if not isinstance(value, dict):
        yield value
        return
    low, high = Fraction(value["low"]), Fraction(value["high"])
    whole = "." not in value["low"] + value["high"]
    steps = [low + (high - low) * Fraction(part, 5) for part in range(6)]
    yield from sorted({str(floor(step)) if whole else str(step) for step in steps} | {value["low"], value["high"]})
