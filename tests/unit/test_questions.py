"""The order of the questions, on situations of plausible businesses."""

from __future__ import annotations

from statistics import mean

import pytest
from benchmarks.questions import ASKED, GOAL, ORDERS, asked, situations

from measures_py.authoring import case_examples
from measures_py.authoring.read import read_files
from measures_py.facts import Answers
from measures_py.rulebook import Rulebook, rulebook
from measures_py.site import finder
from measures_py.store import store


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """The project's rules."""
    return rulebook()


@pytest.fixture(scope="module")
def known(book: Rulebook) -> dict[str, Answers]:
    """The situations."""
    return situations(book)


def test_there_are_40_situations_with_8_answers_or_more(known: dict[str, Answers]) -> None:
    """Each is a business that knows something about itself."""
    assert len(known) == 40
    assert min(map(len, known.values())) >= 8


def test_eight_questions_settle_35_of_43_on_average(book: Rulebook, known: dict[str, Answers]) -> None:
    """In the order chosen; and never fewer than by mention count or in the order of the files."""
    after = {
        name: mean(asked(book, answers, order)[1][ASKED - 1] for answers in known.values())
        for name, order in ORDERS.items()
    }
    assert after["chosen"] >= GOAL
    assert after["chosen"] == max(after.values())


def test_the_first_questions_are_what_you_do_and_ship(book: Rulebook) -> None:
    """A reader is first asked about direction, goods, what concerns them, and what they are."""
    assert asked(book, {}, ORDERS["chosen"])[0][:4] == ["flow", "goods", "matters", "role"]


def test_the_examples_settle_most_measures() -> None:
    """Each example to try leaves at most five measures in need of an answer."""
    made = finder.finder(read_files()[0], store())
    for firm, fragment in made.firms():
        assert fragment.startswith("v=1&flow=")
        answers = case_examples.answers(firm["answers"], rulebook().facts)
        groups = {g["id"]: g["measures"] for g in made._answer("zh", "", answers=answers)["shown"]["groups"]}
        assert len(groups["need_answers"]) <= 5, firm["id"]


def test_no_choice_of_several_is_called_none() -> None:
    """In an address `none` says that none of the choices holds, so no choice may bear that name."""
    assert [
        fact.id for fact in rulebook().facts.values() if fact.type == "many_of" and finder.NONE in fact.choices
    ] == []
