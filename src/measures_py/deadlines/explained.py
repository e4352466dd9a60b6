"""Times that the notice ties to an event without a quantity: explained, never computed."""

from __future__ import annotations

from measures_py.deadlines.case import Case
from measures_py.deadlines.result import Result, Status


def event_only(case: Case) -> Result:
    """R20 and R22: why there is no date, and what the text says instead."""
    return Result(
        status=Status.INFORMATION,
        headline=case.head("headline"),
        explanations=(case.say("why_no_date"), case.say("what_counts")),
    )
