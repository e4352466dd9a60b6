"""The proof of the project's own rules, and the cases written by hand."""

from __future__ import annotations

import pytest

from measures_py.proof import CASES, Example, Report, read_cases, run
from measures_py.proof.cases import failure
from measures_py.rulebook import rulebook

EXAMPLES = read_cases(CASES, rulebook().facts)


@pytest.fixture(scope="module")
def report() -> Report:
    """The whole proof, run once."""
    return run()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_case_from_the_text(example: Example) -> None:
    """The verdict, the deciding clauses and what stays open are those worked out by hand."""
    book = rulebook()
    limb = next(limb for limb in book.limbs if limb.id == example.limb)
    assert failure(book, limb, example) == ""


def test_there_are_enough_cases_and_none_twice() -> None:
    """At least 150 cases, every limb among them, each named once."""
    assert len(EXAMPLES) >= 150
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES)
    assert {example.limb for example in EXAMPLES} == {limb.id for limb in rulebook().limbs}


def test_every_property_holds_in_every_state(report: Report) -> None:
    """No contradiction, no dead leaf, no reversal; reasons, questions and changes exact in every state."""
    assert report.states > 3000
    assert report.breaches == []


def test_no_broken_rule_goes_unnoticed(report: Report) -> None:
    """Each mutant fails a case or a quote; those accepted have a written reason."""
    assert report.mutants > 600
    assert report.survivors == []


def test_the_proof_takes_less_than_a_minute(report: Report) -> None:
    """It runs on every change."""
    assert report.seconds < 60
