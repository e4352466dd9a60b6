"""What a measure is worth, in the reader's own figures: one formula per lever, every line of the working kept.

No figure of money is ours. Each formula works at a point; `corners` takes it over ranges. Words are
data (`notice/savings/`); here are only amounts.
"""

from __future__ import annotations

from typing import Any

from measures_py.requests import Errors
from measures_py.savings import finance, port, request, taxes, visits
from measures_py.savings.corners import Formula, Worked, work
from measures_py.savings.lever import Lever, levers
from measures_py.savings.render import to_json
from measures_py.store import Store

FORMULAS: dict[str, Formula] = {
    "domestic-freight": taxes.freight,
    "port-storage": port.storage,
    "tests-and-visits": visits.avoided,
    "test-report-validity": visits.reports,
    "guarantee-cost": finance.guarantee,
    "refund-sooner": finance.refund,
    "late-duty-relief": taxes.late_relief,
    "fewer-checks": visits.checks,
    "gate-trips": visits.trips,
    "preferential-rate": taxes.preference,
    "late-charge-waived": finance.late_charge,
    "returned-goods": taxes.returned_goods,
    "filings-saved": visits.filings,
    "late-declaration-fee-avoided": port.late_declaration,
    "berth-time": port.berth,
}


def worked(lever: Lever, inputs: Any, errors: Errors, prefix: str = "inputs.") -> Worked | None:
    """One case of a lever worked out; None, with every error noted, when its inputs do not stand."""
    before = len(errors.found)
    given = request.read(lever, inputs, errors, prefix)
    return work(given, FORMULAS[lever.id]) if len(errors.found) == before else None


def answer(known: Store, lever: Lever, inputs: Any, errors: Errors) -> dict[str, Any]:
    """The JSON answer of a lever to the inputs of a request; empty, with every error noted, when they do not stand."""
    found = worked(lever, inputs, errors)
    return to_json(found, levers(known).words) if found else {}
