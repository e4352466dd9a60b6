"""How many verdicts the first questions settle: `python -m benchmarks.questions`.

For the 40 situations of `tests/situations.yml`: after each of the first eight questions, how many of the
43 measures are settled on average, in the order that the engine chooses, by mention count, and in the
order of the files. A question that the business cannot answer counts as asked. Writes
`results/questions.json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from statistics import mean

from benchmarks import record
from measures_py import ask, eligibility
from measures_py.ask import Question
from measures_py.authoring.source import read
from measures_py.eligibility import Case
from measures_py.facts import Answers
from measures_py.proof.cases import answer
from measures_py.rulebook import Rulebook, rulebook
from measures_py.site.assets import PROJECT
from measures_py.standing import standings
from measures_py.verdict import Verdict

SITUATIONS = PROJECT / "tests" / "situations.yml"
AS_OF = date(2026, 11, 23)
ASKED = 8
GOAL = 35

Order = Callable[[list[Question], Rulebook], list[Question]]

ORDERS: dict[str, Order] = {
    "chosen": lambda found, _: found,
    "mention_count": lambda found, _: sorted(found, key=lambda question: -question.mentions),
    "file_order": lambda found, book: sorted(found, key=lambda question: list(book.facts).index(question.fact)),
}


def situations(book: Rulebook) -> dict[str, Answers]:
    """Each situation's answers, by what it is."""
    document, problems = read(SITUATIONS, PROJECT)
    if problems:
        raise ValueError(problems[0].message("en"))
    return {
        item["say"]: {fact: answer(book.facts[fact], value) for fact, value in item["answers"].items()}
        for item in document.data
    }


def settled(book: Rulebook, answers: Answers) -> int:
    """How many measures no further answer would change."""
    found = standings(eligibility.states(book, Case(answers, AS_OF)))
    return sum(all(limb.verdict is not Verdict.NEED_ANSWERS for limb in item.limbs) for item in found)


def asked(book: Rulebook, known: Answers, order: Order) -> tuple[list[str], list[int]]:
    """The questions put to one business, and the measures settled after each."""
    given: Answers = {}
    questions: list[str] = []
    counts: list[int] = []
    for _ in range(ASKED):
        found = order(ask.questions(eligibility.states(book, Case(given, AS_OF)), book.facts), book)
        question = next((item.fact for item in found if item.fact not in questions), None)
        if question is not None:
            questions.append(question)
            if question in known:
                given[question] = known[question]
        counts.append(settled(book, given))
    return questions, counts


def main() -> None:
    """Ask all situations in every order and write the record."""
    book = rulebook()
    known = situations(book)
    figures = {}
    for name, order in ORDERS.items():
        runs = [asked(book, answers, order)[1] for answers in known.values()]
        figures[name] = [round(mean(run[place] for run in runs), 2) for place in range(ASKED)]
    everything = round(mean(settled(book, answers) for answers in known.values()), 2)
    first = [asked(book, answers, ORDERS["chosen"])[0] for answers in known.values()]
    common = [max(set(row), key=row.count) for row in zip(*(questions for questions in first), strict=False)]
    told = {"settled_after_each_question": figures, "settled_with_all_answers": everything, "most_common_order": common}
    print(json.dumps(told, indent=1))
    print(record.write("questions", {"unit": f"measures of 43, mean of {len(known)}", "goal": GOAL, "figures": told}))


if __name__ == "__main__":
    main()
