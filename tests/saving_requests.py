"""Savings requests that the tests vary, and their answers."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from measures_py.call import call

FREIGHT = {"freight": "20000", "duty_rate": "8", "vat_rate": "13", "vat_credited": "100"}
PREFERENCE = {"value": "1000000", "rate_before": "8", "rate_after": "0", "vat_rate": "13", "vat_credited": "100"}
STORAGE = {"boxes": "4", "storage_before": "12", "storage_after": "3", "storage_tiers": [{"from_day": 1, "rate": "80"}]}
CHECKS = {"consignments": "400", "check_rate": "2", "check_cost": "3500", "remaining": "20"}
TRIPS = {"trips": "60", "trip_cost": "400"}


def answer(name: str, request: Any) -> dict[str, Any]:
    """The parsed answer to a request, which may be text already."""
    text = request if isinstance(request, str) else json.dumps(request)
    found: dict[str, Any] = json.loads(call(name, text))
    return found


def errors(name: str, request: Any) -> set[tuple[str, str]]:
    """Field and code of every error; each is told in both languages, and none is a fault of ours."""
    found = answer(name, request)
    assert found["ok"] is False, found
    for error in found["errors"]:
        assert error["zh"]
        assert error["en"]
        assert error["code"] != "internal", found
    return {(error["field"], error["code"]) for error in found["errors"]}


def freight(**inputs: Any) -> dict[str, Any]:
    """A request about freight with other inputs."""
    return {"lever": "domestic-freight", "inputs": {**FREIGHT, **inputs}}


def storage(rows: Any, **inputs: Any) -> dict[str, Any]:
    """A request about storage with another tariff."""
    return {"lever": "port-storage", "inputs": {**STORAGE, "storage_tiers": rows, **inputs}}


def row(first: Any, rate: Any = "80", **more: Any) -> dict[str, Any]:
    """A row of a tariff."""
    return {"from_day": first, "rate": rate, **more}


def case(lever: str, inputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    """One case of a combination."""
    return {"lever": lever, "inputs": inputs, **more}


def ask(lever: str, inputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The answer to a savings request; fails on errors."""
    request = {"lever": lever, "inputs": inputs, **more}
    answer: dict[str, Any] = json.loads(call("savings", json.dumps(request, ensure_ascii=False)))
    assert answer["ok"], answer
    return answer


def holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether a figure of an answer lies within another."""
    return Decimal(outer["low"]) <= Decimal(inner["low"]) <= Decimal(inner["high"]) <= Decimal(outer["high"])
